/**
 * `npm run build`: dist/, as it is published.
 *
 *   node scripts/build.mjs          everything
 *   node scripts/build.mjs --cdn    the script-tag file only, in a second: enough for the demo in a checkout
 *
 * It is made beside dist/ and put in its place at the end: a build that fails leaves the old one, and whoever reads from
 * dist/ meanwhile never sees half of it.
 */
import { chmod, copyFile, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { bundleForScriptTag } from './bundle.mjs';
import { writeFrameworks } from './frameworks.mjs';
import { manifest, writeEditorData } from './manifest.mjs';
import { minifyLiterals } from './minify-literals.mjs';
import { root, run } from './run.mjs';

const { values: options } = parseArgs({ options: { cdn: { type: 'boolean', default: false } } });
const next = `.cache/build-${process.pid}`;

/** Modules and declarations. tsc and not esbuild: it checks, and emits what the declarations say. */
async function compile() {
  const { status, output } = await run('tsc', ['-p', 'tsconfig.build.json', '--outDir', next]);
  if (status !== 0) throw new Error(`tsc failed\n${output}`);
}

async function minifyTemplates() {
  const files = (await readdir(root + next, { recursive: true })).filter((file) => file.endsWith('.js'));
  await Promise.all(
    files.map(async (file) => {
      const path = `${root}${next}/${file}`;
      const source = await readFile(path, 'utf8');
      const minified = await minifyLiterals(source, path);
      if (minified !== source) await writeFile(path, minified);
    }),
  );
}

async function scriptTagFiles(outDir) {
  const integrity = await bundleForScriptTag(outDir);
  for (const file of ['orgkit.js', 'autoload.js']) console.log(`dist/cdn/${file}  ${integrity[file]}`);
}

/** Puts what was made in the place of `target`, a folder of this package. */
async function replace(made, target) {
  const old = `${root}${next}-old`;
  await mkdir(`${root}dist`, { recursive: true });
  await rename(root + target, old).catch((error) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(root + made, root + target);
  await rm(old, { recursive: true, force: true });
}

try {
  if (options.cdn) {
    await scriptTagFiles(next);
    await replace(next, 'dist/cdn');
  } else {
    await compile();
    await minifyTemplates();
    await chmod(`${root}${next}/cli/orgkit.js`, 0o755);
    await copyFile(`${root}src/ssr.css`, `${root}${next}/ssr.css`);
    // TypeScript refuses an import that it knows nothing of.
    await writeFile(`${root}${next}/ssr.css.d.ts`, 'export {};\n');
    const elements = JSON.parse(await manifest());
    writeEditorData(elements, next);
    writeFrameworks(elements, next);
    await scriptTagFiles(`${next}/cdn`);
    await replace(next, 'dist');
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error?.cause) console.error(error.cause);
  process.exitCode = 1;
} finally {
  await rm(root + next, { recursive: true, force: true });
}
