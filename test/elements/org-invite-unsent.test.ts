import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { words } from './element-page.js';
import { chips, focused, invitees, mountInvite, paste, type InvitePage } from './org-invite-page.js';

const unavailable = (): Response => Response.json({ code: 'unavailable' }, { status: 503 });
const question = (page: InvitePage): HTMLElement | null => page.query('[role="alertdialog"][open]');

async function openDialog(): Promise<InvitePage> {
  const page = await mountInvite({ attributes: { dialog: '', 'default-roles': 'member' } });
  (await page.find('Invite people')).focus();
  await sendKeys({ press: 'Enter' });
  await page.until(() => focused(page) === 'the field', 'the field has no focus');
  return page;
}

/** Whether the browser would ask before the page is left. */
function asksOnLeaving(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

/** Puts another clipboard in the browser's place; returns what takes it away. */
function replaceClipboard(clipboard: Pick<Clipboard, 'writeText'> | undefined): () => void {
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  return () => Reflect.deleteProperty(navigator, 'clipboard');
}

describe('<org-invite> with addresses that have not been sent', () => {
  it('asks before its dialog is closed, and keeps them', async () => {
    const page = await openDialog();
    await sendKeys({ type: 'one@x.test,two' });
    await sendKeys({ press: 'Escape' });
    await page.until(() => question(page), 'nothing was asked');
    expect(words(question(page))).to.contain('Discard 2 addresses?');
    expect(focused(page)).to.equal('Cancel');
    await page.still();
    await expect(page.element).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await page.until(() => !question(page), 'it still asks');
    expect(page.element.open).to.equal(true);
    expect(chips(page)[0]).to.equal('one@x.test');
    expect(page.text).to.contain('Invite people');
  });

  it('throws them away when that is wanted, and gives the focus back', async () => {
    const page = await openDialog();
    await sendKeys({ type: 'one@x.test,' });
    await sendKeys({ press: 'Escape' });
    await page.until(() => focused(page) === 'Cancel', 'nothing was asked');
    await sendKeys({ press: 'Tab' });
    expect(focused(page)).to.equal('Discard');
    await sendKeys({ press: 'Enter' });
    await page.until(() => !page.element.open && !page.dialog, 'a dialog is still open');
    expect(focused(page)).to.equal('Invite people');
    expect(asksOnLeaving()).to.equal(false);
    await page.press('Invite people');
    await page.find('Email addresses');
    expect(chips(page)).to.deep.equal([]);
  });

  it('says in the dialog what was sent: nothing outside of it is heard', async () => {
    const page = await openDialog();
    await sendKeys({ type: 'one@x.test,' });
    await page.press('Invite 1 person');
    const said = (): HTMLElement[] =>
      page.all('[role="status"]').filter((one) => words(one).includes('1 person invited'));
    await page.until(() => said().length > 0, 'nothing is said');
    expect(said().map((one) => one.closest('dialog')?.id)).to.deep.equal(['invite']);
    const dismiss = await page.find('Dismiss');
    dismiss.focus();
    await sendKeys({ press: 'Enter' });
    await page.until(() => focused(page) === 'the field', 'the focus is lost');
  });

  it('throws away none of another organization', async () => {
    const page = await openDialog();
    await sendKeys({ type: 'one@x.test,' });
    await page.until(() => chips(page).length === 1, 'there is no address');
    page.provider.organizationId = 'halden';
    await page.until(() => chips(page).length === 0, 'the addresses of another organization are shown');
    await page.find('Email addresses');
    await paste(page, 'two@x.test');
    await page.press('Close');
    await page.press('Discard');
    await page.until(() => !page.dialog, 'a dialog is still open');
    page.provider.organizationId = 'northwind';
    await page.press('Invite people');
    await page.until(() => chips(page).join() === 'one@x.test', `there are: ${chips(page).join()}`);
  });

  it('closes without a question when there are none', async () => {
    const page = await openDialog();
    await sendKeys({ press: 'Escape' });
    await page.until(() => !page.dialog, 'it is still open');
    expect(page.element.open).to.equal(false);
    expect(focused(page)).to.equal('Invite people');
  });

  it('stays open while it sends', async () => {
    const page = await openDialog();
    let answer = (): void => undefined;
    page.backend.intercept = ({ method }) =>
      method === 'POST' ? new Promise((resolve) => (answer = () => resolve(undefined))) : undefined;
    await sendKeys({ type: 'one@x.test,' });
    await page.press('Invite 1 person');
    await page.until(() => page.backend.calls.some((call) => call.startsWith('POST')), 'nothing is sent');
    await sendKeys({ press: 'Escape' });
    expect(page.element.open).to.equal(true);
    expect(question(page)).to.equal(null);
    expect(asksOnLeaving()).to.equal(true);
    answer();
    await page.untilText('1 person invited');
    expect(asksOnLeaving()).to.equal(false);
  });

  it('lets the browser ask before the page is left', async () => {
    const page = await mountInvite();
    expect(asksOnLeaving()).to.equal(false);
    await paste(page, 'one@x.test');
    expect(asksOnLeaving()).to.equal(true);
    page.element.reset();
    expect(asksOnLeaving()).to.equal(false);
    page.query<HTMLInputElement>('#address')?.focus();
    await sendKeys({ type: 'tw' });
    expect(asksOnLeaving()).to.equal(true);
    page.element.remove();
    expect(asksOnLeaving()).to.equal(false);
  });

  it('sends those whose call failed again, and none of them twice', async () => {
    const page = await mountInvite();
    await paste(page, 'one@x.test');
    page.backend.intercept = ({ method }) => (method === 'POST' ? unavailable() : undefined);
    await page.press('Invite 1 person');
    await page.untilText('one@x.test The service can’t be reached right now.');
    expect(page.announced).to.contain('1 person not invited');
    page.backend.intercept = undefined;
    await page.press('Invite 1 person');
    await page.untilText('1 person invited');
    expect(chips(page)).to.deep.equal([]);
    expect(invitees(page).filter((email) => email === 'one@x.test')).to.have.length(1);
  });

  it('keeps them without a network, says so, and sends them when it is there again', async () => {
    const page = await mountInvite();
    await paste(page, Array.from({ length: 7 }, (_, index) => `person${index}@x.test`).join('\n'));
    page.backend.isOnline = false;
    await page.press('Invite 7 people');
    await page.until(() => page.query('[role="alert"]'), 'nothing is said');
    expect(chips(page)).to.have.length(7);
    page.backend.isOnline = true;
    await page.press('Invite 7 people');
    await page.untilText('7 people invited');
    expect(page.query('[role="alert"]')).to.equal(null);
  });

  it('asks for the roles again when they could not be had', async () => {
    let hasFailed = false;
    const page = await mountInvite({
      attributes: { 'default-roles': 'member' },
      prepare: (backend) => {
        backend.intercept = ({ url }) => {
          if (!url.includes('/roles') || hasFailed) return undefined;
          return Response.json({ code: 'forbidden' }, { status: 403 });
        };
      },
    });
    await page.find('Retry');
    hasFailed = true;
    await page.press('Retry');
    await page.until(() => page.query('#roles')?.textContent?.includes('member'), 'no roles');
  });
});

describe('<org-invite> with links', () => {
  async function invited(): Promise<InvitePage> {
    const page = await mountInvite();
    await paste(page, 'one@x.test, two@x.test');
    await page.press('Invite 2 people');
    await page.untilText('2 people invited');
    return page;
  }

  it('copies one or all, and says so', async () => {
    const copied: string[] = [];
    const restore = replaceClipboard({ writeText: async (text) => void copied.push(text) });
    const page = await invited();
    await page.press('Copy link for one@x.test');
    await page.until(() => page.announced.includes('Copied'), 'nothing is said');
    await page.press('Copy all links');
    restore();
    expect(copied[0]).to.match(/^https:\/\/app\.\S+invitation=\S+$/);
    expect(copied[1]?.split('\n')).to.have.length(2);
    expect(copied[1]).to.contain(copied[0]);
  });

  it('shows them to be copied by hand where the browser refuses', async () => {
    const restore = replaceClipboard({ writeText: async () => Promise.reject(new DOMException('no')) });
    const page = await invited();
    await page.press('Copy all links');
    const name = 'The browser did not allow copying. Copy it from here:';
    const text = await page.find<HTMLTextAreaElement>(name);
    restore();
    expect(text.value.split('\n')).to.have.length(2);
    text.focus();
    expect(text.selectionEnd).to.equal(text.value.length);
    await expect(page.element).to.be.accessible();
    await page.press('Dismiss');
  });
});
