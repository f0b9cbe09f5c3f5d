import { expect, test } from 'vitest';
import { launchBrowser, signInAs, switchTo } from './browser.js';
import { shareDemo } from './shared-demo.js';

const demo = shareDemo(launchBrowser);

test('the browser asks before a page with unsaved changes is left', async () => {
  const page = await (await demo.browser.newContext()).newPage();
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
