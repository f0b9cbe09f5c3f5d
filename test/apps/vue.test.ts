import { expect, test } from 'vitest';
import { signInAs, TELLS_CONSOLE } from '../e2e/browser.js';
import { endSession } from './end-session.js';
import { walk } from './walk.js';

const { visit, takeTrouble } = walk('vue');

test('offers the sign-in again when the hooks give no token, because the session has ended', async () => {
  const { page } = await visit();
  await signInAs(page, 'ada@demo.test');
  await endSession(page);
  await page.reload();
  await page.getByRole('banner').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Switch organization' }).waitFor();
  // The browser tells of the refused request, and the plugin prints what it catches.
  expect(takeTrouble().length > 0).toBe(TELLS_CONSOLE);
});
