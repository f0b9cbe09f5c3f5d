/**
 * `npm run size`: what a page has to load at once, in gzip bytes (esbuild, minified, es2022, `production` condition,
 * gzip -9). Exit status 1 when a budget is exceeded.
 *
 * What a page loads at once is an entry file and every chunk that it imports statically. What is loaded on demand, such
 * as @logto/browser in a page that brings no client of its own, is counted apart.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundle } from './bundle.mjs';
import { root } from './run.mjs';

/** In bytes, which are the thousands of the tables: 26 kB are 26,000 bytes. */
const entries = [
  {
    name: 'orgkit/define/org-provider + org-switcher',
    modules: ['define/org-provider', 'define/org-switcher'],
    budget: 26_000,
    goal: 21_700,
  },
  { name: 'dist/cdn/orgkit.js (everything)', modules: ['define/all'], budget: 26_000, goal: 21_700 },
];

const gzip = (contents) => gzipSync(contents, { level: 9 }).length;

/** The files that `start` imports statically, itself included. */
function loadedAtOnce(outputs, start, seen = new Set()) {
  if (seen.has(start)) return seen;
  seen.add(start);
  for (const { path, kind } of outputs[start].imports) {
    if (kind === 'import-statement') loadedAtOnce(outputs, path, seen);
  }
  return seen;
}

/** `import 'node_modules/@logto/browser/...'` → `@logto/browser` */
const packageOf = (path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];

/** The package or module that gives a chunk most of its bytes. */
function mainContent({ inputs }) {
  const bytes = new Map();
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    const name = packageOf(path) ?? path;
    bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput);
  }
  return [...bytes].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '(nothing)';
}

/** @returns {Promise<{ bytes: number, onDemand: { name: string, bytes: number }[] }>} */
export async function measure(modules) {
  const { outputFiles, metafile } = await bundle({
    stdin: {
      contents: modules.map((name) => `import './src/${name}.js';`).join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    outdir: 'dist/.size',
    write: false,
  });
  const contents = new Map(outputFiles.map((file) => [file.path.slice(root.length), file.contents]));
  const { outputs } = metafile;
  const entry = Object.keys(outputs).find((path) => outputs[path].entryPoint === '<stdin>');
  const atOnce = loadedAtOnce(outputs, entry);
  const total = (paths) => paths.reduce((sum, path) => sum + gzip(contents.get(path)), 0);
  return {
    bytes: total([...atOnce]),
    onDemand: Object.keys(outputs)
      .filter((path) => !atOnce.has(path))
      .map((path) => ({ name: mainContent(outputs[path]), bytes: total([path]) })),
  };
}

const format = (bytes) => `${bytes.toLocaleString('en').padStart(7)} B`;

async function report() {
  let failed = false;
  for (const { name, modules, budget, goal } of entries) {
    const missing = modules.find((module) => !existsSync(`${root}src/${module}.ts`));
    if (missing) throw new Error(`There is no src/${missing}.ts.`);
    const { bytes, onDemand } = await measure(modules);
    const over = bytes > budget;
    failed ||= over;
    const verdict = over
      ? `OVER the budget by ${format(bytes - budget).trim()}`
      : bytes > goal
        ? 'over the goal'
        : 'ok';
    console.log(`${format(bytes)} gz  ${name}  (budget ${budget}, goal ${goal}: ${verdict})`);
    for (const chunk of onDemand) console.log(`${format(chunk.bytes)} gz    on demand: ${chunk.name}`);
  }
  return failed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = (await report()) ? 1 : 0;
