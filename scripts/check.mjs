/**
 * `npm run check`: everything that can be said about the code without running the product. Each check prints its output
 * only when it fails.
 *
 *   npm run check                    all of them
 *   npm run check -- lint types      some, by name
 */
import { availableParallelism } from 'node:os';
import { run } from './run.mjs';

const checks = {
  // First what takes longest, so that the others run beside it.
  lint: ['eslint', ['.', '--max-warnings', '0']],
  build: ['node', ['scripts/build.mjs']],
  format: ['prettier', ['--check', '--log-level', 'warn', '.']],
  types: ['tsc', ['--noEmit', '-p', '.']],
  templates: ['node', ['scripts/templates.mjs']],
  unused: ['knip', []],
  // Layers, manifest, and the package's contents.
  house: ['vitest', ['run', '--project', 'node', 'test/house'], 'build'],
  publint: ['publint', ['--strict'], 'build'],
  'package types': [
    'attw',
    [
      '--pack',
      '.',
      '--profile',
      'esm-only',
      '--format',
      'ascii',
      '--exclude-entrypoints',
      './orgkit.js',
      './autoload.js',
      './ssr.css',
    ],
    'build',
  ],
  size: ['node', ['scripts/size.mjs']],
};

const names = Object.keys(checks);
const chosen = process.argv.length > 2 ? process.argv.slice(2) : names;
const unknown = chosen.find((name) => !names.includes(name));
if (unknown !== undefined) {
  console.error(`npm run check: no check is called "${unknown}"; there are ${names.join(', ')}.`);
  process.exit(2);
}

const started = new Map();
const failed = [];
let free = Math.max(1, Math.min(4, availableParallelism()));
const queue = [];

/** Runs at most as many checks at once as there are cores. */
async function slot(work) {
  if (free === 0) await new Promise((resolve) => queue.push(resolve));
  else free -= 1;
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else free += 1;
  }
}

async function check(name) {
  const [command, args, after] = checks[name];
  // What needs the build waits for it when it runs too; alone, it looks at what is built.
  if (after !== undefined && chosen.includes(after) && !(await start(after))) {
    failed.push(name);
    console.log(`✗ ${name}: not run, because ${after} failed`);
    return false;
  }
  const { status, output, seconds } = await slot(() => run(command, args));
  if (status === 0) {
    console.log(`✓ ${name}, ${seconds.toFixed(1)} s`);
    return true;
  }
  failed.push(name);
  console.log(`\n✗ ${name}: ${command} ${args.join(' ')}\n\n${output.trim()}\n`);
  return false;
}

function start(name) {
  if (!started.has(name)) started.set(name, check(name));
  return started.get(name);
}

await Promise.all(chosen.map(start));
console.log(
  failed.length > 0 ? `\nchecks failed: ${failed.join(', ')}` : `\n${chosen.length} checks: all good`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
