import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  addressOf,
  launchEngine,
  signInAs,
  switchTo,
  type BrowserContext,
  type Locator,
  type Page,
} from './browser.js';
import { shareDemo } from './shared-demo.js';

const demo = shareDemo(launchEngine);
let context: BrowserContext;
let page: Page;

beforeEach(async () => {
  context = await demo.browser.newContext();
  page = await context.newPage();
  await page.goto(demo.line.page);
});
afterEach(() => context.close());

const claim = (name: string): Locator =>
  page.getByRole('row', { name: new RegExp(`^${name}\\b`, 'u') }).getByRole('cell');

describe('the demo, signed in through the real @logto/browser', () => {
  test('signs in, switches organizations and signs out', async () => {
    await signInAs(page, 'ada@demo.test');
    await expect.poll(async () => (await addressOf(page)).pathname).toBe('/');

    await switchTo(page, 'Halden & Frost Analytics');
    await expect.poll(() => claim('aud').textContent()).toBe('urn:logto:organization:halden');
    expect(await claim('sub').textContent()).toBe('ada');
    expect(await claim('scope').textContent()).not.toContain('manage:member');

    await switchTo(page, 'Northwind Studio');
    await expect.poll(() => claim('aud').textContent()).toBe('urn:logto:organization:northwind');
    expect(await claim('scope').textContent()).toContain('manage:member');

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => /token/i.test(key)))).toEqual(
      [],
    );
  });

  test('keeps the organization over a reload, and follows it in another tab', async () => {
    await signInAs(page, 'ada@demo.test');
    await switchTo(page, 'Halden & Frost Analytics');
    await page.reload();
    await page.getByRole('button', { name: /Halden & Frost Analytics/ }).waitFor();

    const other = await context.newPage();
    await other.goto(demo.line.page);
    await other.getByRole('button', { name: /Halden & Frost Analytics/ }).waitFor();
    await switchTo(other, 'Northwind Studio');
    await page.getByRole('button', { name: /Northwind Studio/ }).waitFor();
  });

  test('goes back when an organization asks for MFA, and says why', async () => {
    await signInAs(page, 'sam.rivera@demo.test');
    await switchTo(page, 'Northwind Studio');
    await switchTo(page, 'Kestrel Bank');
    await page.getByRole('alert').getByText('multi-factor authentication').waitFor();
    await page.getByRole('button', { name: /Northwind Studio/ }).waitFor();
  });

  test('joins from a pending invitation without a reload', async () => {
    await signInAs(page, 'noor@demo.test');
    await page.getByRole('button', { name: 'Switch organization' }).click();
    await page.getByRole('button', { name: 'Join Northwind Studio' }).click();
    await page.getByRole('option', { name: 'Northwind Studio' }).waitFor();
  });

  test('shows the code that it took, which is what the page runs', async () => {
    const code = await page.locator('pre').innerText();
    expect(code.split('\n').length).toBeLessThan(20);
    expect(code).toContain('<org-switcher');
    expect(code).not.toContain('%');
  });
});
