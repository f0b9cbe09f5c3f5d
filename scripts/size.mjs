/**
 * `npm run size`: what a page has to load at once, in gzip bytes (minified, es2022, `production` condition,
 * gzip -9). Exit status 1 when a budget is exceeded.
 *
 * What a page loads at once is an entry file and every chunk that it imports statically. What is loaded on demand, such
 * as @logto/browser in a page that brings no client of its own, is counted apart.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundle, facade } from './bundle.mjs';
import { root } from './run.mjs';

/** In bytes, which are the thousands of the tables: 26 kB are 26,000 bytes. */
const entries = [
  {
    name: 'orgkit/define/org-provider + org-switcher',
    modules: ['define/org-provider', 'define/org-switcher'],
    budget: 26_000,
    goal: 21_700,
  },
  {
    name: 'orgkit/define/org-provider + org-members + org-invite + org-invitations',
    modules: ['define/org-provider', 'define/org-members', 'define/org-invite', 'define/org-invitations'],
    budget: 40_000,
    goal: 32_800,
  },
  {
    name: 'dist/cdn/orgkit.js (everything)',
    modules: ['define/all'],
    isScriptTag: true,
    budget: 64_000,
    goal: 50_000,
  },
];

const gzip = (contents) => gzipSync(contents, { level: 9 }).length;

/** The files that `start` imports statically, itself included. */
function loadedAtOnce(chunks, start, seen = new Set()) {
  if (seen.has(start)) return seen;
  seen.add(start);
  for (const fileName of start.imports) {
    const chunk = chunks.find((one) => one.fileName === fileName);
    if (chunk) loadedAtOnce(chunks, chunk, seen);
  }
  return seen;
}

/** `/.../node_modules/@logto/browser/...` → `@logto/browser`, `/.../src/x.ts` → `src/x.ts` */
const sourceOf = (path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path.replace(root, '');

/** The packages and modules that give a chunk most of its bytes: three at most, those with a tenth or more of it. */
function mainContent({ modules }) {
  const bytes = new Map();
  for (const [path, { renderedLength }] of Object.entries(modules)) {
    const name = sourceOf(path);
    bytes.set(name, (bytes.get(name) ?? 0) + renderedLength);
  }
  const total = [...bytes.values()].reduce((sum, size) => sum + size, 0);
  const main = [...bytes].sort(([, a], [, b]) => b - a).filter(([, size]) => size >= total / 10);
  return (
    main
      .map(([name]) => name)
      .slice(0, 3)
      .join(', ') || '(nothing)'
  );
}

/** @returns {Promise<{ bytes: number, onDemand: { name: string, bytes: number }[] }>} */
export async function measure({ modules, isScriptTag = false }) {
  const chunks = await bundle(modules);
  const entry = chunks.find(({ isEntry }) => isEntry);
  const atOnce = loadedAtOnce(chunks, entry);
  return {
    bytes: [...atOnce].reduce((sum, { code }) => sum + gzip(code), isScriptTag ? gzip(facade(chunks)) : 0),
    onDemand: chunks
      .filter((chunk) => !atOnce.has(chunk))
      .map((chunk) => ({ name: mainContent(chunk), bytes: gzip(chunk.code) })),
  };
}

const format = (bytes) => `${bytes.toLocaleString('en').padStart(7)} B`;

async function report() {
  let failed = false;
  for (const entry of entries) {
    const { name, modules, budget, goal } = entry;
    const missing = modules.find((module) => !existsSync(`${root}src/${module}.ts`));
    if (missing) throw new Error(`There is no src/${missing}.ts.`);
    const { bytes, onDemand } = await measure(entry);
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
