import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/org-invitations.js';
import type { OrgInvitations } from '../../src/elements/org-invitations/org-invitations.js';
import { mount, words, type ElementPage, type PageOptions } from './element-page.js';

type Page = ElementPage<OrgInvitations>;

async function mountInvitations(options: PageOptions = {}): Promise<Page> {
  const page = await mount<OrgInvitations>('org-invitations', options);
  await page.until(() => rows(page).length > 0, 'no rows');
  return page;
}

const rows = (page: Page): string[] => page.all('tbody tr').map((row) => words(row));
const row = (page: Page, text: string): string => rows(page).find((one) => one.includes(text)) ?? '';
const stored = ({ backend }: Page, id: string) => backend.sandbox.tenant.tables.invitations.get(id);
const deletes = ({ backend }: Page): string[] => backend.calls.filter((call) => call.startsWith('DELETE'));

describe('<org-invitations>', () => {
  it('shows each with its state, its life in words, its roles and who sent it', async () => {
    const page = await mountInvitations();
    expect(rows(page)).to.have.length(5);
    expect(row(page, 'noor@')).to.match(
      /noor@demo\.test Ends in 5 days Pending member yesterday by Ada Okafor/,
    );
    expect(row(page, 'teo@')).to.match(/Ended 23 days ago Expired member/);
    expect(row(page, 'ivo@')).to.match(/ivo@demo\.test Revoked admin/);
    expect(row(page, 'sam.')).to.match(/Accepted member/);
    await expect(page.element).to.be.accessible();
  });

  it('is searched, filtered and ordered by the backend', async () => {
    const page = await mountInvitations();
    await page.fill('Status', 'pending');
    await page.until(() => rows(page).length === 2, 'not filtered');
    await page.fill('Order', 'ends');
    await page.until(() => rows(page)[0]?.startsWith('lena'), 'not ordered');
    await page.fill('Search invitations', 'noor');
    await page.until(() => rows(page).length === 1, 'not searched');
    expect(page.element.getAttribute('status-filter')).to.equal('pending');
    await page.fill('Search invitations', 'nobody');
    await page.untilText('Nothing matches “nobody”');
    await page.press('Clear search');
    await page.until(() => rows(page).length === 5, 'not all again');
  });

  it('says what a search, a filter or a turn of the page has led to', async () => {
    const page = await mountInvitations({ attributes: { 'page-size': '2' } });
    await page.press('Next page');
    await page.until(() => page.announced.includes('3–4 of 5'), `the page is not said: ${page.announced}`);
    await page.fill('Status', 'pending');
    await page.until(() => page.announced.includes('1–2 of 2'), `the filter is not said: ${page.announced}`);
    await page.fill('Search invitations', 'nobody');
    await page.until(() => page.announced.includes('Nothing matches “nobody”'), 'the search is not said');
  });

  it('loses no focus: not after several were mailed, nor when the selection or the search is cleared', async () => {
    const page = await mountInvitations();
    const pressByKeyboard = async (name: string): Promise<void> => {
      (await page.find(name)).focus();
      await sendKeys({ press: 'Enter' });
    };
    const isInTable = (): boolean => page.shadow.activeElement?.closest('table') != null;
    await page.press('Select noor@demo.test');
    await pressByKeyboard('Clear selection');
    await page.until(isInTable, 'the focus is lost with the selection');
    await page.press('Select noor@demo.test');
    await page.press('Select lena.fischer@demo.test');
    await pressByKeyboard('Resend (2)');
    await page.until(() => page.announced.includes('2 invitations sent again'), 'they were not mailed');
    await page.until(isInTable, 'the focus is lost with the bar');
    await page.fill('Search invitations', 'nobody');
    await pressByKeyboard('Clear search');
    await page.until(() => rows(page).length === 5, 'not all again');
    await page.until(isInTable, 'the focus is lost with the button');
  });

  it('loses no focus when the time to undo is over', async () => {
    const page = await mountInvitations();
    (await page.find('Revoke: noor@demo.test')).focus();
    await sendKeys({ press: 'Enter' });
    await page.find('Undo');
    await page.until(() => page.shadow.activeElement === page.control('Undo'), 'the button has no focus');
    // The same as when the time is over.
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await page.until(() => !page.control('Undo'), 'it can still be undone');
    await page.until(() => page.shadow.activeElement?.closest('table'), 'the focus is lost');
  });

  it('mails one again, and counts the cool-down down', async () => {
    const page = await mountInvitations();
    const told = oneEvent(page.root, 'org-invitation-resend');
    await page.press('Resend: noor@demo.test');
    await told;
    expect(page.backend.sandbox.tenant.outbox.list()).to.have.length(1);
    await page.press('Resend: noor@demo.test');
    const waiting = await page.find(/^Resend in \d+s: noor@demo.test/);
    expect(waiting.getAttribute('aria-disabled')).to.equal('true');
    const before = waiting.textContent;
    await page.until(
      () => page.control(/^Resend in \d+s: noor/)?.textContent !== before,
      'it does not count',
    );
  });

  it('revokes with a time to undo it, and asks the backend for nothing until that is over', async () => {
    const page = await mountInvitations();
    await page.press('Revoke: noor@demo.test');
    await page.untilText('1 invitation revoked');
    expect(page.shadow.activeElement).to.equal(page.control('Undo'));
    expect(deletes(page)).to.deep.equal([]);
    await expect(page.element).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await page.find('Revoke: noor@demo.test');
    expect(deletes(page)).to.deep.equal([]);
    await page.press('Revoke: noor@demo.test');
    await page.find('Undo');
    page.element.remove();
    await page.until(() => stored(page, 'invite-noor-northwind')?.status === 'Revoked', 'it was not revoked');
  });

  it('revokes when the page is left', async () => {
    const page = await mountInvitations();
    await page.press('Revoke: noor@demo.test');
    await page.find('Undo');
    const told = oneEvent(page.root, 'org-invitation-revoke');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await told;
    expect(stored(page, 'invite-noor-northwind')?.status).to.equal('Revoked');
  });

  it('renews an expired one with one click', async () => {
    const page = await mountInvitations();
    await page.press('Renew: teo@demo.test');
    await page.until(() => /Ends in 6 days Pending/.test(row(page, 'teo@')), 'it was not renewed');
    expect(page.backend.sandbox.tenant.outbox.list()[0]?.to).to.equal('teo@demo.test');
  });

  it('does it to several at once, with one list afterwards; those that fail stay selected with the reason', async () => {
    const page = await mountInvitations();
    await page.press('Select noor@demo.test');
    await page.press('Select lena.fischer@demo.test');
    expect(page.text).to.contain('2 selected');
    page.backend.intercept = ({ url }) =>
      url.includes('lena') ? Response.json({ code: 'unavailable' }, { status: 503 }) : undefined;
    const before = page.backend.calls.length;
    await page.press('Resend (2)');
    await page.untilText('1 of 2 did not work');
    const calls = page.backend.calls.slice(before);
    expect(calls.filter((call) => call.startsWith('GET'))).to.have.length(1);
    expect(row(page, 'lena')).to.contain('The service can’t be reached right now.');
    expect(page.text).to.contain('1 selected');
    await expect(page.element).to.be.accessible();
  });

  it('selects nothing of the organization before in another one, also when something fails late', async () => {
    const page = await mountInvitations();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    page.backend.intercept = async (request) => {
      if (request.method !== 'POST') return undefined;
      await held;
      return Response.json({ code: 'unavailable' }, { status: 503 });
    };
    let isTold = false;
    page.root.addEventListener('org-error', () => (isTold = true));
    await page.press('Select noor@demo.test');
    await page.press('Select lena.fischer@demo.test');
    await page.press('Resend (2)');
    await page.until(() => page.backend.calls.some((call) => call.startsWith('POST')), 'nothing is sent');
    page.provider.organizationId = 'kestrel';
    await page.until(() => !row(page, 'noor@'), 'the rows stay');
    expect(page.text).not.to.contain('selected');
    release();
    await page.until(() => isTold, 'nothing has failed');
    await page.element.updateComplete;
    expect(page.text).not.to.contain('selected');
  });

  it('has the box for all in words where it is a list', async () => {
    const page = await mountInvitations();
    page.root.style.inlineSize = '320px';
    const label = page.query('thead label');
    await page.until(() => (label?.innerText ?? '').includes('Select this page'), 'no words');
    await page.until(() => Number(label?.getBoundingClientRect().width) > 100, 'the words are not shown');
    label?.click();
    await page.untilText('5 selected');
    await expect(page.element).to.be.accessible();
  });

  it('lets who does not manage members end only what they sent themselves', async () => {
    const page = await mountInvitations({ userId: 'sakura' });
    expect(page.control('Resend: noor@demo.test')).not.to.equal(undefined);
    expect(page.control('Revoke: noor@demo.test')).to.equal(undefined);
  });

  it('offers no change where it is read only, and nothing to who may not see them', async () => {
    const page = await mountInvitations({ attributes: { readonly: '' } });
    expect(page.all('[part="resend"], [part="revoke"], [type="checkbox"]')).to.have.length(0);
    const other = await mount<OrgInvitations>('org-invitations', {
      userId: 'maximiliana',
      current: 'halden',
    });
    await other.until(() => other.backend.calls.some((call) => call.endsWith('/me')), 'nothing was asked');
    await other.until(() => other.text === '', 'something is shown');
  });
});
