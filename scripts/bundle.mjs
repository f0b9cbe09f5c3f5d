import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { root } from './run.mjs';

const ENTRY = 'virtual:entry';

/** A module that imports others, by their path below src/ without an ending. */
const entryOf = (modules) => ({
  name: 'entry',
  // Vite takes the entry of a library for a file, and puts the folder in front.
  resolveId: (id) => (id.endsWith(ENTRY) ? `\0${ENTRY}` : undefined),
  load: (id) =>
    id === `\0${ENTRY}`
      ? modules.map((name) => `import ${JSON.stringify(`${root}src/${name}.ts`)};`).join('\n')
      : undefined,
});

/**
 * What a page loads: minified ES modules, one with all that is needed at once, and one for each `import()`. They are
 * named for what is in them: their addresses change with the content.
 *
 * @param {readonly string[]} modules paths below src/ without an ending
 * @param {string | undefined} outDir nothing is written without one
 * @returns {Promise<import('vite').Rollup.OutputChunk[]>}
 */
export async function bundle(modules, outDir) {
  const [{ output }] = await build({
    root,
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    logLevel: 'error',
    plugins: [entryOf(modules)],
    build: {
      write: outDir !== undefined,
      outDir,
      emptyOutDir: true,
      // A library: without the code that preloads an application's chunks.
      lib: { entry: { orgkit: ENTRY }, formats: ['es'] },
      // Of everything that is put into these files.
      license: { fileName: 'LICENSES.md' },
      rolldownOptions: {
        // The entry may export what chunks need of it: else what they share would be a chunk of its own.
        preserveEntrySignatures: false,
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

/**
 * The script-tag file. It only imports the module with everything: a chunk imports that too, and would load a second
 * copy of the kit if its address were one that a page may write in its own way, such as `orgkit.js?v=2`.
 */
export async function bundleForScriptTag(outDir) {
  const chunks = await bundle(['define/all'], root + outDir);
  await writeFile(`${root}${outDir}/orgkit.js`, facade(chunks));
}

/** @param {readonly import('vite').Rollup.OutputChunk[]} chunks */
export const facade = (chunks) => `import "./${chunks.find(({ isEntry }) => isEntry)?.fileName}";\n`;
