import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, signInAs } from './browser.js';
import { startCommand, type DemoAddresses, type Started } from './demo-process.js';

let browser: Browser;
let demo: Started<DemoAddresses>;
beforeAll(async () => {
  [browser, demo] = await Promise.all([
    launchBrowser(),
    startCommand<DemoAddresses>(['demo', '--port', '0', '--seed', 'members=1000', '--json']),
  ]);
});
afterAll(async () => {
  await browser.close();
  expect(await demo.stop()).toBe(0);
});

test('an administrator exports a thousand members, every one once', async () => {
  const page = await browser.newPage();
  await page.goto(demo.line.page);
  await signInAs(page, demo.line.sandbox?.accounts[0]?.email ?? '');
  await page.getByRole('link', { name: 'Team' }).click();
  await page.getByText('of 1,000').waitFor();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const file = await (await download).path();
  const [head, ...rows] = (await readFile(file, 'utf8')).trim().split(/\r?\n/);
  expect(head).toMatch(/Name/);
  expect(rows).toHaveLength(1000);
  expect(new Set(rows).size).toBe(1000);
});
