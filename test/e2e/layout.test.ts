import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, signInAs } from './browser.js';
import { startCommand, type DemoAddresses, type Started } from './demo-process.js';

let browser: Browser;
let demo: Started<DemoAddresses>;
beforeAll(async () => {
  [browser, demo] = await Promise.all([
    launchBrowser(),
    startCommand<DemoAddresses>(['demo', '--port', '0', '--json']),
  ]);
});
afterAll(async () => {
  await browser.close();
  expect(await demo.stop()).toBe(0);
});

/** What moved since the page began, by the browser's own measure. */
const shifts = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const read = (entries: PerformanceObserverEntryList): void => {
          const moved = entries
            .getEntries()
            .map((entry) => entry as PerformanceEntry & { value: number; sources: { node: Node | null }[] });
          resolve(moved.map(({ value, sources }) => `${sources[0]?.node?.nodeName}: ${value}`));
        };
        new PerformanceObserver(read).observe({ type: 'layout-shift', buffered: true });
        // Nothing has moved, then nothing is told.
        setTimeout(() => resolve([]), 500);
      }),
  );

test.each([1100, 320])('nothing moves on the way in, and nothing overflows, at %i px', async (width) => {
  const context = await browser.newContext({ viewport: { width, height: 700 } });
  const page = await context.newPage();
  await page.goto(demo.line.page);
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(await shifts(page)).toEqual([]);

  await signInAs(page, 'ada@demo.test');
  await page.getByText('urn:logto:organization:').waitFor();
  expect(await shifts(page)).toEqual([]);

  await page.reload();
  await page.getByText('urn:logto:organization:').waitFor();
  expect(await shifts(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  await context.close();
});
