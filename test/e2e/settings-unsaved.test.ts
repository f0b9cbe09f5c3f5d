import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, signInAs, switchTo } from './browser.js';
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

test('the browser asks before a page with unsaved changes is left', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(demo.line.page);
  await signInAs(page, 'ada@demo.test');
  await switchTo(page, 'Kestrel Bank');
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.locator('org-profile').getByText('Created').waitFor();
  const description = page.getByRole('textbox', { name: /^Description/ });
  await description.fill('Not saved');
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  expect(await description.inputValue()).toBe('Not saved');
  await page.context().close();
});
