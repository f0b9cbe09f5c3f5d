import './scripts/node-20.mjs';
import { defineConfig } from 'vitest/config';
import { leftOut } from './scripts/engines.mjs';

const engine = process.env.ORGKIT_ENGINE ?? 'chromium';

/** Of what goes through pages. WebKit is asked step by step, through WebDriver. */
const testTimeout = engine === 'webkit' ? 180_000 : 60_000;

/** What runs in Node. Elements run in web-test-runner.config.mjs, stories in vitest.storybook.config.ts. */
export default defineConfig({
  test: {
    // Two workers: the sandbox and the handler are busy themselves, and small machines have two cores.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/elements/**', 'test/e2e/**', 'test/apps/**'],
          environment: 'node',
          testTimeout: 20_000,
          hookTimeout: 30_000,
          // What is waited for comes in milliseconds, but on a busy machine a process may stand still for a second.
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: leftOut(engine).flatMap(({ files }) => files),
          environment: 'node',
          // One browser at a time.
          fileParallelism: false,
          testTimeout,
          hookTimeout: testTimeout,
          // As long as a locator waits.
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        extends: true,
        test: {
          name: 'examples',
          include: ['test/apps/**/*.test.ts'],
          environment: 'node',
          globalSetup: 'test/apps/pack.ts',
          // One browser, and one build, at a time.
          fileParallelism: false,
          testTimeout,
          hookTimeout: testTimeout,
        },
      },
    ],
  },
});
