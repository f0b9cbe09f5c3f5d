import type { Page } from '../e2e/browser.js';

/** Leaves the page with a refresh token that Logto does not know (any more), and without access tokens. */
export async function endSession(page: Page): Promise<void> {
  await page.evaluate(() => {
    localStorage.removeItem('logto:sandbox-spa:accessToken');
    localStorage.setItem('logto:sandbox-spa:refreshToken', 'ended');
  });
}
