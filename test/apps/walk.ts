import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  CAN_BE_NARROW,
  launchEngine,
  signInAs,
  switchTo,
  type BrowserContext,
  type Locator,
  type Page,
} from '../e2e/browser.js';
import { InstalledApp, type RunningApp } from './installed-app.js';
import { watchedContext } from './watched-context.js';

/** A browser of a person's own, in which nobody is signed in, on an example that runs. */
export interface Visit {
  readonly page: Page;
  readonly app: RunningApp;
}

export interface Walk {
  readonly installed: InstalledApp;
  /** For a test in which something is to go wrong: what did so far, as far as the engine tells (`TELLS_CONSOLE`). */
  takeTrouble(): string[];
  /** Opens the application that the walk goes through, or another one that was started. */
  visit(options?: { readonly width?: number; readonly app?: RunningApp }): Promise<Visit>;
}

/**
 * Installs, builds and starts an example, and goes through it as people do. Whatever the console calls an error, and
 * whatever moves in a page that nobody has touched yet, fails the test that was going on.
 */
export function walk(name: string): Walk {
  const installed = new InstalledApp(name);
  const contexts: BrowserContext[] = [];
  const trouble: string[] = [];
  let walked: RunningApp | undefined;
  let browser: Awaited<ReturnType<typeof launchEngine>> | undefined;

  beforeAll(async () => {
    await installed.install();
    walked = await installed.start();
    browser = await launchEngine();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await walked?.stop();
    installed.remove();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(trouble.splice(0)).toEqual([]);
  });

  const visit: Walk['visit'] = async ({ width = 1280, app = walked } = {}) => {
    if (!app || !browser) throw new Error('It has not started.');
    const context = await watchedContext(browser, { width, address: app.address, trouble });
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(app.address);
    return { page, app };
  };

  test('signs in, switches organizations and shows who is in them', async () => {
    const { page } = await visit();
    await signInAs(page, 'ada@demo.test');
    await openMembers(page, 'Northwind Studio');
    await row(page, 'org-members', 'Ada Okafor').waitFor();
    await row(page, 'org-members', 'sam_rivera').waitFor();

    await switchTo(page, 'Halden & Frost Analytics');
    await row(page, 'org-members', 'sam_rivera').waitFor({ state: 'detached' });
    await row(page, 'org-members', '渡辺 さくら').waitFor();

    // What is remembered is there again, and nothing moves while it comes.
    await page.reload();
    await switcher(page).getByText('Halden & Frost Analytics').waitFor();
    await row(page, 'org-members', 'Ada Okafor').waitFor();

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('banner').getByRole('button', { name: 'Sign in' }).waitFor();
  });

  test('invites somebody, who makes an account and joins', async () => {
    const { page: ada } = await visit();
    await signInAs(ada, 'ada@demo.test');
    await switchTo(ada, 'Northwind Studio');
    await ada.getByRole('banner').getByRole('link', { name: 'Invitations' }).click();
    await ada.getByRole('textbox', { name: 'Email addresses' }).fill('kai@demo.test');
    await ada.keyboard.press('Enter');
    await ada.getByRole('button', { name: 'Invite 1 person' }).click();
    await ada.getByRole('heading', { name: '1 person invited' }).waitFor();
    await row(ada, 'org-invitations', 'kai@demo.test').getByText('Pending').waitFor();

    const { page: kai, app: running } = await visit();
    await kai.goto(running.mailbox);
    await kai.getByRole('article').filter({ hasText: 'kai@demo.test' }).getByRole('link').click();
    await kai.getByRole('main').getByRole('button', { name: 'Create account' }).click();
    await kai.getByRole('textbox', { name: 'Email address' }).fill('kai@demo.test');
    await kai.getByRole('textbox', { name: 'Name' }).fill('Kai Lund');
    await kai.getByRole('button', { name: 'Create account' }).click();
    await kai.getByRole('button', { name: 'Join Northwind Studio' }).click();
    await kai.getByRole('heading', { name: 'Welcome to Northwind Studio' }).waitFor();
    await kai.getByRole('link', { name: 'Go to Northwind Studio' }).click();
    await row(kai, 'org-members', 'Kai Lund').waitFor();
    await switcher(kai).getByText('Northwind Studio').waitFor();
  });

  test('says to whoever is signed out what a page is for, and leads there', async () => {
    const { page } = await visit();
    const main = page.getByRole('main');
    await page.getByRole('banner').getByRole('link', { name: 'Members' }).click();
    await main.getByText('Sign in to see who is in your organization.').waitFor();
    await page.getByRole('banner').getByRole('link', { name: 'Invitations' }).click();
    await main.getByText('Sign in to invite people to your organization.').waitFor();
    expect(await main.getByRole('heading').allTextContents()).toEqual(['Invite people']);

    await main.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'ada@demo.test' }).click();
    await main.getByRole('heading', { name: 'Invitations', exact: true }).waitFor();
    await main.getByText('Sign in to invite people').waitFor({ state: 'hidden' });
  });

  test.skipIf(!CAN_BE_NARROW)('fits a small screen', async () => {
    const { page } = await visit({ width: 320 });
    await signInAs(page, 'maximiliana@demo.test');
    await openMembers(page, 'Northwind Studio');
    await row(page, 'org-members', 'Ada Okafor').waitFor();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });

  return { installed, visit, takeTrouble: () => trouble.splice(0) };
}

export const row = (page: Page, element: string, text: string): Locator =>
  page.locator(element).getByRole('row').filter({ hasText: text });

export const switcher = (page: Page): Locator => page.getByRole('banner').locator('org-switcher');

async function openMembers(page: Page, organization: string): Promise<void> {
  await switchTo(page, organization);
  await page.getByRole('banner').getByRole('link', { name: 'Members' }).click();
}
