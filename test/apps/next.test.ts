import { expect, onTestFinished, test } from 'vitest';
import { TELLS_CONSOLE } from '../e2e/browser.js';
import { walk } from './walk.js';

const { installed, visit } = walk('next');

test('sends pages that have the elements, before any script runs', async () => {
  const { app } = await visit();
  const html = await fetch(`${app.address}/members`).then((response) => response.text());
  expect(html).toMatch(/<org-provider endpoint="\/orgkit"[^>]*><header>/);
  expect(html).toContain('<org-switcher></org-switcher>');
  expect(html).toContain('<org-members></org-members>');
});

// In production React is silent about an attribute that the server rendered otherwise.
test.skipIf(!TELLS_CONSOLE)(
  'hydrates every page without a word of a development server',
  async () => {
    const app = await installed.start('dev');
    // Once its pages are closed, which would complain of it.
    onTestFinished(() => app.stop());
    const { page } = await visit({ app });
    for (const path of ['/', '/members', '/invitations', '/join?invitation=none']) {
      await page.goto(`${app.address}${path}`, { timeout: 60_000 });
      await page.getByRole('banner').getByRole('button', { name: 'Sign in' }).waitFor();
    }
  },
  240_000,
);
