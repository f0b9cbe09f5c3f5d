/**
 * `npm test`: builds, runs every test, and closes with one line, `N passed, N failed`.
 *
 *   npm test                        everything
 *   npm test -- node elements       some of: node, elements, stories, e2e, examples (all in Chromium), firefox, webkit
 *                                   (elements, end to end and examples in these)
 *   npm test -- --verbose           prints what the runners print, also when they pass
 *
 * An engine that cannot be tested on this machine is a failure where it was asked for by name and where `$CI` is set;
 * elsewhere the closing lines name it.
 *
 * A file that crashed, and a runner that ran nothing, count as failed tests. Exit status 1 when anything failed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from './chromium.mjs';
import { leftOut, TITLES, whyNot } from './engines.mjs';
import { run } from './run.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'orgkit-test-'));

const vitest = (...args) => ({
  command: (report) => [
    'vitest',
    ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile=${report}`],
  ],
  count: ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) => {
    const crashed = testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
    );
    return {
      passed: numPassedTests,
      failed: numFailedTests + crashed.length,
      skipped: numPendingTests + numTodoTests,
      left: testResults
        .flatMap(({ assertionResults }) => assertionResults)
        .filter(({ status }) => status === 'pending' || status === 'skipped')
        .map(({ fullName }) => fullName),
    };
  },
});

const inEngine = (engine, { title, command, count }) => ({
  engine,
  title: `${title} (${TITLES[engine]})`,
  command: (report) => {
    const [name, args, env] = command(report);
    return [name, args, { ...env, ORGKIT_ENGINE: engine }];
  },
  count,
});

const elements = {
  title: 'elements',
  command: (report) => ['web-test-runner', [], { ORGKIT_COUNTS: report }],
  count: (counts) => counts,
};
const endToEnd = { title: 'end to end', ...vitest('--project', 'e2e') };
const examples = { title: 'examples', ...vitest('--project', 'examples') };

const groups = {
  node: [{ title: 'sandbox, backend, store (Node)', ...vitest('--project', 'node') }],
  elements: [inEngine('chromium', elements)],
  stories: [{ title: 'stories (Chromium)', ...vitest('--config', 'vitest.storybook.config.ts') }],
  e2e: [inEngine('chromium', endToEnd)],
  examples: [inEngine('chromium', examples)],
  firefox: [elements, endToEnd, examples].map((runner) => inEngine('firefox', runner)),
  webkit: [elements, endToEnd, examples].map((runner) => inEngine('webkit', runner)),
};
const needBuild = ['e2e', 'examples', 'firefox', 'webkit'];

const names = Object.keys(groups);
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean', default: false } },
});
const unknown = positionals.find((name) => !names.includes(name));
if (unknown !== undefined) {
  console.error(`npm test: no tests are called "${unknown}"; there are ${names.join(', ')}.`);
  process.exit(2);
}

const total = { passed: 0, failed: 0, skipped: 0 };
const none = { passed: 0, failed: 1, skipped: 0 };

function tell(title, { passed, failed, skipped, left = [] }, { output, seconds }) {
  if (failed > 0 && !options.verbose) console.log(output.trimEnd());
  const mark = failed > 0 ? '✗' : '✓';
  const also = skipped > 0 ? `, ${skipped} skipped` : '';
  console.log(`${mark} ${title}: ${passed} passed, ${failed} failed${also}, ${seconds.toFixed(1)} s`);
  for (const name of left) console.log(`  left out: ${name}`);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/** What a runner counted, corrected by how it ended: no report, no test or a bad exit status is a failure. */
function counts(runner, report, status) {
  if (!existsSync(report)) return none;
  const counted = runner.count(JSON.parse(readFileSync(report, 'utf8')));
  if (counted.passed + counted.failed === 0) return none;
  return status !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

async function test(runner) {
  const { title } = runner;
  console.log(`▶ ${title}`);
  const report = join(mkdtempSync(join(scratch, 'run-')), 'report.json');
  const [command, args, env] = runner.command(report);
  const result = await run(command, args, { env, show: options.verbose });
  tell(title, counts(runner, report, result.status), result);
}

/** True when the build worked; a broken one counts as a failure, and nothing that needs it can run. */
async function build() {
  console.log('▶ build');
  const result = await run('node', ['scripts/build.mjs'], { show: options.verbose });
  if (result.status === 0) return true;
  tell('build', none, result);
  return false;
}

const chosen = positionals.length > 0 ? positionals : names;
/** The engines that were chosen and can't be tested here, and why. */
const absent = new Map(
  chosen.flatMap((name) => {
    const reason = whyNot(name);
    return reason === undefined ? [] : [[name, reason]];
  }),
);
const isNeeded = positionals.length > 0 || Boolean(process.env.CI);
// Finds it once, and unpacks the bundled one before two runners would at the same time.
const { executablePath } = await chromium();
console.log(`Node ${process.version}, ${executablePath}`);

if (chosen.includes('node') && spawnSync(process.env.REDIS_SERVER ?? 'redis-server', ['--version']).error) {
  console.log(
    'redis-server is missing: the tests of several processes will fail. Debian: apt-get install redis-server; ' +
      'macOS: brew install redis; elsewhere name the program in REDIS_SERVER.',
  );
}

const built = await build();
for (const name of chosen) {
  const output = absent.get(name);
  if (output !== undefined) {
    if (isNeeded) tell(TITLES[name], none, { output, seconds: 0 });
    continue;
  }
  for (const runner of groups[name]) {
    if (built || !needBuild.includes(name)) await test(runner);
    else tell(runner.title, none, { output: 'not built', seconds: 0 });
  }
}
rmSync(scratch, { recursive: true, force: true });

for (const engine of chosen.filter((name) => name in TITLES && !absent.has(name))) {
  for (const { files, reason } of leftOut(engine)) {
    console.log(`${files.length} files left out in ${TITLES[engine]}, as ${reason}: ${files.join(', ')}`);
  }
}
if (total.skipped > 0) console.log(`${total.skipped} tests were skipped.`);
for (const [engine, reason] of absent) console.log(`Not tried in ${TITLES[engine]}. ${reason}`);
for (const engine of Object.keys(TITLES).filter((name) => names.includes(name) && !chosen.includes(name)))
  console.log(`Not tried in ${TITLES[engine]}: npm test -- ${engine}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
