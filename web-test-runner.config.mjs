import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { defaultReporter } from '@web/test-runner';
import { chromium } from './scripts/chromium.mjs';
import { firefoxPath } from './scripts/engines.mjs';
import { startWebKit } from './scripts/webkit.mjs';
import { countReporter } from './scripts/wtr-count-reporter.mjs';

/** One engine at a time, by `$ORGKIT_ENGINE`; `npm test` goes through all of them. */
const launchers = {
  chromium: async () => chromeLauncher({ launchOptions: await chromium() }),
  firefox: async () =>
    chromeLauncher({
      puppeteer: puppeteerCore,
      // The page has loaded when its tests have run.
      createPage: async ({ context }) => {
        const page = await context.newPage();
        page.setDefaultNavigationTimeout(0);
        return page;
      },
      launchOptions: { browser: 'firefox', executablePath: firefoxPath(), headless: true },
    }),
  webkit: async () => webdriverLauncher((await startWebKit()).options),
};
const engine = process.env.ORGKIT_ENGINE ?? 'chromium';
if (!Object.hasOwn(launchers, engine))
  throw new Error(`ORGKIT_ENGINE is "${engine}"; it can be ${Object.keys(launchers).join(', ')}.`);

export default {
  files: 'test/elements/**/*.test.ts',
  nodeResolve: { exportConditions: ['production', 'browser', 'import', 'default'] },
  // Keys go to the page in front: two at a time would take them from each other.
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  // @tanstack/query-core asks for `process.env.NODE_ENV`, which bundlers replace and a bare page lacks.
  testRunnerHtml: (framework) => `<!doctype html>
    <html lang="en">
      <head><title>Element tests</title><script>window.process = { env: { NODE_ENV: 'production' } };</script></head>
      <body><script type="module" src="${framework}"></script></body>
    </html>`,
  // The others load modules more slowly.
  testFramework: { config: { timeout: engine === 'chromium' ? 10_000 : 30_000 } },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
  reporters: [defaultReporter({ reportTestProgress: !process.env.CI }), countReporter()],
  browsers: [await launchers[engine]()],
};
