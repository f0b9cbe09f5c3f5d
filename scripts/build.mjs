/**
 * `npm run build`: dist/, as it is published.
 *
 *   node scripts/build.mjs          everything
 *   node scripts/build.mjs --cdn    the script-tag file only, in a second: enough for the demo in a checkout
 */
import { chmod, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { bundleForScriptTag } from './bundle.mjs';
import { writeEditorData } from './manifest.mjs';
import { minifyLiterals } from './minify-literals.mjs';
import { root, run } from './run.mjs';

const { values: options } = parseArgs({ options: { cdn: { type: 'boolean', default: false } } });
const dist = `${root}dist/`;

/** Modules and declarations. tsc and not esbuild: it checks, and emits what the declarations say. */
async function compile() {
  const { status, output } = await run('tsc', ['-p', 'tsconfig.build.json']);
  if (status !== 0) throw new Error(`tsc failed\n${output}`);
}

async function minifyTemplates() {
  const files = (await readdir(dist, { recursive: true })).filter((file) => file.endsWith('.js'));
  await Promise.all(
    files.map(async (file) => {
      const source = await readFile(dist + file, 'utf8');
      const minified = await minifyLiterals(source, dist + file);
      if (minified !== source) await writeFile(dist + file, minified);
    }),
  );
}

try {
  await rm(options.cdn ? `${dist}cdn` : dist, { recursive: true, force: true });
  if (!options.cdn) {
    await compile();
    await minifyTemplates();
    await chmod(`${dist}cli/orgkit.js`, 0o755);
    await writeEditorData('dist/editor');
  }
  await bundleForScriptTag(`${dist}cdn`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
