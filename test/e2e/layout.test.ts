import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, shifts, signInAs } from './browser.js';
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
