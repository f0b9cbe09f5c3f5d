import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  addressOf,
  launchEngine,
  signInAs,
  type BrowserContext,
  type Locator,
  type Page,
} from './browser.js';
import { shareDemo, visit } from './shared-demo.js';

const AOBA = '青葉デザイン';

const demo = shareDemo(launchEngine);
const contexts: BrowserContext[] = [];

afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});

/** A browser of a person's own, in which nobody is signed in. */
async function newBrowser(): Promise<Page> {
  const context = await demo.browser.newContext();
  contexts.push(context);
  return context.newPage();
}

/** The team page of an organization, of somebody who manages it. */
async function teamOf(address: string, organization: string): Promise<Page> {
  const page = await visit(demo, address, organization, 'Team');
  contexts.push(page.context());
  await page.getByRole('textbox', { name: 'Email addresses' }).waitFor();
  return page;
}

const main = (page: Page): Locator => page.getByRole('main');
const chip = (page: Page, address: string): Locator =>
  page.locator('org-invite').getByRole('row').filter({ hasText: address });
const sent = (page: Page, address: string): Locator =>
  page.locator('org-invitations').getByRole('row').filter({ hasText: address });
const member = (page: Page, name: string): Locator =>
  page.locator('org-members').getByRole('row').filter({ hasText: name });

/** Copies a list from where it is, and pastes it, by keys. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((list) => {
    const mail = document.createElement('textarea');
    mail.id = 'mail';
    mail.value = list;
    document.body.append(mail);
    mail.select();
  }, text);
  await page.keyboard.press('ControlOrMeta+c');
  await page.evaluate(() => document.querySelector('#mail')?.remove());
  await page.getByRole('textbox', { name: 'Email addresses' }).focus();
  await page.keyboard.press('ControlOrMeta+v');
}

async function invite(page: Page, address: string): Promise<void> {
  await paste(page, address);
  await page.getByRole('button', { name: 'Invite 1 person' }).click();
  await page.getByRole('heading', { name: '1 person invited' }).waitFor();
}

/** Follows the link in the newest mail to an address. */
async function openMail(page: Page, address: string): Promise<void> {
  await page.goto(demo.line.sandbox?.mailbox ?? '');
  await page.getByRole('article').filter({ hasText: address }).first().getByRole('link').click();
}

async function mailsTo(address: string): Promise<number> {
  const response = await fetch(`${demo.line.sandbox?.mailbox ?? ''}.json`);
  const mails = (await response.json()) as readonly { readonly to: string }[];
  return mails.filter(({ to }) => to === address).length;
}

/** On the sandbox's page, where somebody without an account makes one. */
async function signUp(page: Page, address: string, name: string): Promise<void> {
  await main(page).getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('textbox', { name: 'Email address' }).fill(address);
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Create account' }).click();
}

/** Accepts, is told so, and goes on to the organization, which is the current one by then. */
async function join(page: Page, organization: string): Promise<void> {
  await page.getByRole('button', { name: `Join ${organization}` }).click();
  await page.getByRole('heading', { name: `Welcome to ${organization}` }).waitFor();
  await page.getByRole('link', { name: `Go to ${organization}` }).click();
  await page.getByRole('banner').getByRole('button', { name: organization }).waitFor();
  await expect.poll(async () => (await addressOf(page)).pathname).toBe('/team');
}

describe('five addresses, of which two can’t be invited', () => {
  beforeAll(async () => {
    const sakura = await teamOf('sakura@demo.test', AOBA);
    await paste(
      sakura,
      'Noor Haddad <noor@demo.test>, kai@demo.test; "Rivera, Sam" <sam.rivera@demo.test>, sakura@demo.test, kenji@',
    );
    await chip(sakura, 'sakura@demo.test').getByText('Already a member').waitFor();
    await chip(sakura, 'kenji@').getByText('Not an address').waitFor();
    await sakura.getByRole('button', { name: 'Invite 3 people' }).click();
    await sakura.getByRole('heading', { name: '3 people invited' }).waitFor();
    // What can't be sent stays, with its reason, until it is taken out.
    expect(await chip(sakura, '@').count()).toBe(2);
    await sakura.getByRole('button', { name: 'Remove these' }).click();
    await chip(sakura, '@').first().waitFor({ state: 'detached' });
    for (const address of ['noor@demo.test', 'kai@demo.test', 'sam.rivera@demo.test']) {
      await sent(sakura, address).getByText('Pending').waitFor();
    }
  });

  test('send three mails', async () => {
    const addresses = ['noor', 'kai', 'sam.rivera', 'sakura', 'kenji'].map((name) => `${name}@demo.test`);
    expect(await Promise.all(addresses.map(mailsTo))).toEqual([1, 1, 1, 0, 0]);
  });

  test('one has an account, signs in from the mail and accepts; the administrator sees it', async () => {
    const sakura = await teamOf('sakura@demo.test', AOBA);
    const noor = await newBrowser();
    await openMail(noor, 'noor@demo.test');
    await noor.getByRole('heading', { name: 'You have been invited' }).waitFor();
    expect(await main(noor).innerText()).not.toMatch(/青葉|noor/);
    await main(noor).getByRole('button', { name: 'Sign in' }).click();
    await noor.getByRole('button', { name: 'noor@demo.test' }).click();
    await noor.getByRole('heading', { name: `渡辺 さくら invites you to join ${AOBA}` }).waitFor();
    await join(noor, AOBA);

    await sent(sakura, 'noor@demo.test').getByText('Pending').waitFor();
    await sakura.reload();
    await sent(sakura, 'noor@demo.test').getByText('Accepted').waitFor();
    await member(sakura, 'Noor Haddad').waitFor();
  });

  test('one has none, signs up from the mail and accepts', async () => {
    const kai = await newBrowser();
    await openMail(kai, 'kai@demo.test');
    await signUp(kai, 'kai@demo.test', 'Kai Lund');
    await join(kai, AOBA);
  });

  test('one follows the link with the wrong account, switches and accepts', async () => {
    const page = await newBrowser();
    await page.goto(demo.line.page);
    await signInAs(page, 'maximiliana@demo.test');
    await openMail(page, 'sam.rivera@demo.test');
    await page.getByRole('heading', { name: 'This invitation is for another account' }).waitFor();
    await main(page).getByText('maximiliana@demo.test').waitFor();
    expect(await main(page).innerText()).not.toMatch(/青葉|sam/i);
    await page.getByRole('button', { name: 'Switch account' }).click();
    await page.getByRole('button', { name: 'sam.rivera@demo.test' }).click();
    await join(page, AOBA);
  });
});

test('an expired one says so, is renewed, and is accepted', async () => {
  const teo = await newBrowser();
  await teo.goto(new URL('/join?invitation=invite-teo-northwind', demo.line.page).href);
  await signUp(teo, 'teo@demo.test', 'Teo Marin');
  await teo.getByRole('heading', { name: 'This invitation has expired' }).waitFor();
  await teo.getByText('Ask Ada Okafor for a new invitation to Northwind Studio.').waitFor();

  const ada = await teamOf('ada@demo.test', 'Northwind Studio');
  await ada.getByRole('button', { name: 'Renew: teo@demo.test' }).click();
  await sent(ada, 'teo@demo.test').getByText('Pending').waitFor();
  await expect.poll(() => mailsTo('teo@demo.test')).toBe(1);

  await openMail(teo, 'teo@demo.test');
  await join(teo, 'Northwind Studio');
});

test('one is declined, and the administrator sees it', async () => {
  const sakura = await teamOf('sakura@demo.test', AOBA);
  await invite(sakura, 'ada@demo.test');
  const ada = await newBrowser();
  await openMail(ada, 'ada@demo.test');
  await main(ada).getByRole('button', { name: 'Sign in' }).click();
  await ada.getByRole('button', { name: 'ada@demo.test' }).click();
  await ada.getByRole('button', { name: 'Decline' }).click();
  const question = ada.getByRole('alertdialog', { name: `Decline the invitation to ${AOBA}?` });
  await question.getByRole('button', { name: 'Decline' }).click();
  await ada.getByRole('heading', { name: `You declined the invitation to ${AOBA}` }).waitFor();

  await sakura.reload();
  await sent(sakura, 'ada@demo.test').getByText('Revoked').waitFor();
});

test('one is revoked in one browser, which says so in the others', async () => {
  const sakura = await teamOf('sakura@demo.test', AOBA);
  const other = await teamOf('sakura@demo.test', AOBA);
  await invite(sakura, 'maximiliana@demo.test');
  await other.reload();
  await sent(other, 'maximiliana@demo.test').getByText('Pending').waitFor();
  const invited = await newBrowser();
  await openMail(invited, 'maximiliana@demo.test');
  await main(invited).getByRole('button', { name: 'Sign in' }).click();
  await invited.getByRole('button', { name: 'maximiliana@demo.test' }).click();
  await invited.getByRole('button', { name: `Join ${AOBA}` }).waitFor();

  await other.getByRole('button', { name: 'Revoke: maximiliana@demo.test' }).click();
  await other.getByText('1 invitation revoked').first().waitFor();
  // Who goes on has done with it: the time to undo it is over.
  await other.getByRole('link', { name: 'Overview' }).click();
  await expect
    .poll(async () => {
      await sakura.reload();
      return sent(sakura, 'maximiliana@demo.test').innerText();
    })
    .toContain('Revoked');

  await invited.getByRole('button', { name: `Join ${AOBA}` }).click();
  await invited.getByRole('heading', { name: 'This invitation is no longer valid' }).waitFor();
});
