import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { root } from './run.mjs';

const ENTRY = 'virtual:entry';

const importAll = (modules) =>
  modules.map((name) => `import ${JSON.stringify(`${root}src/${name}.ts`)};`).join('\n');

/** The entry, which is in no file. */
const entryOf = (source) => ({
  name: 'entry',
  // Vite takes the entry of a library for a file, and puts the folder in front.
  resolveId: (id) => (id.endsWith(ENTRY) ? `\0${ENTRY}` : undefined),
  load: (id) => (id === `\0${ENTRY}` ? source : undefined),
});

/**
 * What a page loads: minified ES modules, one with all that is needed at once, and one for each `import()`. They are
 * named for what is in them: their addresses change with the content.
 *
 * @param {readonly string[]} modules paths below src/ without an ending
 * @returns {Promise<import('vite').Rollup.OutputChunk[]>}
 */
export const bundle = (modules) => bundleSource('orgkit', importAll(modules));

/**
 * @param {string} name of the entry
 * @param {string} source of the entry
 * @param {string} [outDir] nothing is written without one
 */
async function bundleSource(name, source, outDir) {
  const [{ output }] = await build({
    root,
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    logLevel: 'error',
    plugins: [entryOf(source)],
    build: {
      write: outDir !== undefined,
      outDir,
      emptyOutDir: false,
      // A library: without the code that preloads an application's chunks.
      lib: { entry: { [name]: ENTRY }, formats: ['es'] },
      // Of everything that is put into these files.
      license: { fileName: 'LICENSES.md' },
      rolldownOptions: {
        // The entry may export what chunks need of it: else what they share would be a chunk of its own.
        preserveEntrySignatures: false,
        // How long it took says nothing about what it made, and a busy machine would fail it.
        checks: { bundlerTimings: false },
        // A warning is an error: `sideEffects` once made it leave everything out, and say so in a warning only.
        onwarn: (warning) => {
          throw new Error(warning.message);
        },
        output: {
          entryFileNames: 'chunks/[name]-[hash].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          minify: true,
        },
      },
    },
  });
  return output.filter(({ type }) => type === 'chunk');
}

/** The tags, which are the files of src/define/ that are named like one. */
const tags = async () =>
  (await readdir(`${root}src/define`))
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((name) => name.startsWith('org-'));

/** English is in the elements. */
const languages = async () =>
  (await readdir(`${root}src/locales`))
    .map((file) => /^([a-z]{2,3}(?:-\w+)*)\.ts$/.exec(file)?.[1])
    .filter((language) => language !== undefined && language !== 'en');

async function autoloadSource() {
  const loaders = (await tags()).map(
    (tag) => `${JSON.stringify(tag)}: () => import(${JSON.stringify(`${root}src/define/${tag}.ts`)}),`,
  );
  return [
    `import { autoload } from ${JSON.stringify(`${root}src/define/autoload.ts`)};`,
    `autoload({ ${loaders.join(' ')} });`,
  ].join('\n');
}

/**
 * The script-tag files: one with everything, one that loads what the page uses, and one for each language. They only
 * import a module: a chunk imports that too, and would load a second copy of the kit if its address were one that a page
 * may write in its own way, such as `orgkit.js?v=2`.
 * @returns {Promise<Record<string, string>>} the integrity of every file, by its path in the folder
 */
export async function bundleForScriptTag(outDir) {
  const sources = { orgkit: importAll(['define/all']), autoload: await autoloadSource() };
  for (const [name, source] of Object.entries(sources)) {
    const chunks = await bundleSource(name, source, root + outDir);
    await writeFile(`${root}${outDir}/${name}.js`, facade(chunks));
  }
  await mkdir(`${root}${outDir}/locales`);
  for (const language of await languages()) {
    const chunks = await bundleSource(language, importAll([`locales/${language}`]), root + outDir);
    await writeFile(`${root}${outDir}/locales/${language}.js`, facade(chunks, '..'));
  }
  const integrity = await integrityOf(`${root}${outDir}`);
  await writeFile(`${root}${outDir}/integrity.json`, `${JSON.stringify(integrity, null, 2)}\n`);
  return integrity;
}

/** For the attribute of the script tags, and, as no attribute covers what a module imports, for an import map. */
async function integrityOf(folder) {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.js')).sort();
  const hash = async (file) =>
    `sha384-${createHash('sha384')
      .update(await readFile(`${folder}/${file}`))
      .digest('base64')}`;
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await hash(file)])));
}

/**
 * @param {readonly import('vite').Rollup.OutputChunk[]} chunks
 * @param {string} [folder] where they are, as seen from the file
 */
export const facade = (chunks, folder = '.') =>
  `import "${folder}/${chunks.find(({ isEntry }) => isEntry)?.fileName}";\n`;
