/**
 * A reporter for @web/test-runner that closes with counts. A file that crashed on import has no failed test, and counts
 * as one here. With `$ORGKIT_COUNTS` set, the counts are also written to that file, for scripts/test.mjs.
 */
import { writeFileSync } from 'node:fs';

function count(suite, counts) {
  for (const test of suite?.tests ?? []) {
    if (test.skipped) {
      counts.skipped += 1;
      counts.left.push(test.name);
    } else if (test.passed) counts.passed += 1;
    else counts.failed += 1;
  }
  for (const child of suite?.suites ?? []) count(child, counts);
}

export const countReporter = () => ({
  onTestRunFinished({ sessions }) {
    const counts = { passed: 0, failed: 0, skipped: 0, left: [] };
    for (const session of sessions) {
      const before = counts.failed;
      count(session.testResults, counts);
      const crashed = !session.testResults || session.errors?.length > 0 || !session.passed;
      if (crashed && counts.failed === before) counts.failed += 1;
    }
    if (process.env.ORGKIT_COUNTS) writeFileSync(process.env.ORGKIT_COUNTS, JSON.stringify(counts));
    console.log(`\nelements: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
  },
});
