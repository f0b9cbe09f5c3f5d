import { expect, test } from 'vitest';
import { launchBrowser, shifts, signInAs } from './browser.js';
import { shareDemo } from './shared-demo.js';

const demo = shareDemo(launchBrowser);

test.each([1100, 320])('nothing moves on the way in, and nothing overflows, at %i px', async (width) => {
  const context = await demo.browser.newContext({ viewport: { width, height: 700 } });
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
