import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { launchBrowser, signInAs } from './browser.js';
import { shareDemo } from './shared-demo.js';

const demo = shareDemo(launchBrowser, '--seed', 'members=1000');

test('an administrator exports a thousand members, every one once', async () => {
  const page = await demo.browser.newPage();
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
