import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/org-manager.js';
import type { OrgInvite } from '../../src/elements/org-invite/org-invite.js';
import type { OrgManager } from '../../src/elements/org-manager/org-manager.js';
import { ROLE_IDS } from '../../src/sandbox/seed/template.js';
import { memberRoleKey } from '../../src/sandbox/tables.js';
import { pressShiftTab, setViewport } from './browser-settings.js';
import { mount, words, type ElementPage, type PageOptions } from './element-page.js';

type Page = ElementPage<OrgManager>;

async function ready(options: PageOptions = {}): Promise<Page> {
  const page = await mount<OrgManager>('org-manager', {
    handler: { bots: { applications: ['demo-build-bot'] } },
    ...options,
  });
  if (!page.element.dialog) await page.until(() => tabs(page).length > 0, 'there are no tabs');
  return page;
}

const tabs = (page: Page): HTMLElement[] => page.all('[role="tab"]');
const names = (page: Page): string[] => tabs(page).map(words);
const shown = (page: Page): string => words(page.query('[role="tab"][aria-selected="true"]'));
const panel = (page: Page): HTMLElement | undefined =>
  page.all('[role="tabpanel"]').find((one) => one.checkVisibility());
const inPanel = (page: Page, tag: string): HTMLElement | null =>
  panel(page)?.querySelector<HTMLElement>(tag) ?? null;

/** What an element in a tab says. */
const textIn = (page: Page, tag: string): string => words(inPanel(page, tag)?.shadowRoot);

function demote({ backend }: Page): void {
  const { tables } = backend.sandbox.tenant;
  tables.organizationRoleUsers.delete(memberRoleKey('northwind', ROLE_IDS.admin, 'ada'));
}

describe('<org-manager>', () => {
  // Before any other test has loaded it.
  it('says when the code of a tab does not come, and tries again', async () => {
    const page = await mount<OrgManager>('org-manager');
    const manager = page.element.constructor as typeof OrgManager;
    const { loaders } = manager;
    let isOnline = false;
    const roles = (): Promise<unknown> =>
      (isOnline ? loaders['org-roles']?.() : undefined) ?? Promise.reject(new Error('offline'));
    manager.loaders = { ...loaders, 'org-roles': roles };
    await page.press('Roles');
    await page.untilText('No connection. Please check your network.');
    isOnline = true;
    await page.press('Retry');
    await page.until(() => textIn(page, 'org-roles').includes('read:data'), 'there are no roles');
    manager.loaders = loaders;
  });

  it('has a tab for each that the person may see, and shows the first', async () => {
    const page = await ready();
    expect(names(page)).to.eql(['Members', 'Invitations', 'Roles', 'Bots', 'Settings', 'My access']);
    expect(shown(page)).to.equal('Members');
    await page.until(() => textIn(page, 'org-members').includes('Ada Okafor'), 'there are no members');
    const tab = tabs(page)[0];
    expect(panel(page)?.getAttribute('aria-labelledby')).to.equal(tab?.id);
    expect(tab?.getAttribute('aria-controls')).to.equal(panel(page)?.id);
    expect(page.query('[role="tablist"]')?.getAttribute('aria-label')).to.equal('Manage Northwind Studio');
  });

  it('leaves out what somebody may not see, and what the backend does not offer', async () => {
    const page = await ready({ userId: 'maximiliana', current: 'halden', handler: {} });
    expect(names(page)).to.eql(['Members', 'Roles', 'Settings', 'My access']);
    expect(page.control(/Invite/)).to.equal(undefined);
  });

  it('asks for nothing but what is shown, and once', async () => {
    const page = await ready();
    await page.until(() => textIn(page, 'org-members').includes('Ada Okafor'), 'there are no members');
    const { calls } = page.backend;
    expect(calls.filter((call) => /invitations|bots/.test(call))).to.eql([]);
    expect(page.query('org-bots')).to.equal(null);
    await page.press('Bots');
    await page.until(() => textIn(page, 'org-bots').includes('Build bot'), 'there are no bots');
    expect(calls.filter((call) => call.endsWith('/me'))).to.have.length(1);
  });

  it('goes by keyboard as the pattern wants it, and chooses by Enter or Space', async () => {
    const page = await ready();
    const focused = (): string => words(page.shadow.activeElement);
    tabs(page)[0]?.focus();
    await sendKeys({ press: 'ArrowRight' });
    expect([focused(), shown(page)]).to.eql(['Invitations', 'Members']);
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ press: 'ArrowLeft' });
    expect(focused(), 'round to the last').to.equal('My access');
    await sendKeys({ press: 'ArrowRight' });
    expect(focused(), 'round to the first').to.equal('Members');
    await sendKeys({ press: 'End' });
    expect(focused()).to.equal('My access');
    await sendKeys({ press: 'Home' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: ' ' });
    await page.until(() => shown(page) === 'Roles', 'Space chooses nothing');
    expect(focused()).to.equal('Roles');
    expect(tabs(page).map(({ tabIndex }) => tabIndex)).to.eql([-1, -1, 0, -1, -1, -1]);
    await sendKeys({ press: 'Tab' });
    expect(page.shadow.activeElement).to.equal(panel(page));
    await pressShiftTab();
    expect(focused()).to.equal('Roles');
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Enter' });
    await page.until(() => shown(page) === 'Bots', 'Enter chooses nothing');
  });

  it('turns the arrows round where the page reads from right to left', async () => {
    const page = await ready({ direction: 'rtl' });
    tabs(page)[0]?.focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect(words(page.shadow.activeElement)).to.equal('Invitations');
    await sendKeys({ press: 'ArrowRight' });
    expect(words(page.shadow.activeElement)).to.equal('Members');
  });

  it('loses nothing of what was typed in a tab while another is shown', async () => {
    const page = await ready();
    await page.until(() => page.query('org-invite'), 'nobody can be invited');
    const invite = page.query<OrgInvite>('org-invite') as OrgInvite;
    await invite.add('lena@demo.test');
    const members = inPanel(page, 'org-members') as HTMLElement & { search: string };
    members.search = 'ada';
    await page.press('Roles');
    expect(invite.checkVisibility(), 'nobody is invited among the roles').to.equal(false);
    await page.press('Invitations');
    expect(invite.checkVisibility()).to.equal(true);
    invite.open = true;
    await page.until(() => words(invite.shadowRoot).includes('lena@demo.test'), 'the address is lost');
    invite.open = false;
    await page.press('Members');
    expect(inPanel(page, 'org-members')).to.equal(members);
    expect(members.search).to.equal('ada');
  });

  it('tells which tab is shown, and takes it from the page', async () => {
    const page = await mount<OrgManager>('org-manager', { attributes: { tab: 'roles' } });
    const told: string[] = [];
    page.root.addEventListener('org-tab-show', ({ detail }: CustomEventInit<{ tab: string }>) =>
      told.push(detail?.tab ?? ''),
    );
    await page.until(() => shown(page) === 'Roles', 'it is not the page’s');
    await page.press('Invitations');
    expect(page.element.getAttribute('tab')).to.equal('invitations');
    page.element.tab = 'no-such';
    await page.until(() => shown(page) === 'Members', 'it is not the first');
    expect(told).to.eql(['roles', 'invitations', 'members']);
  });

  it('takes the choice and the order of the tabs from the page', async () => {
    const page = await ready({
      attributes: { tabs: 'billing roles nothing members' },
      content: '<p slot="tab-billing" data-label="Billing">Pro plan</p>',
    });
    expect(names(page)).to.eql(['Billing', 'Roles', 'Members']);
    expect(shown(page)).to.equal('Billing');
  });

  it('has the page’s own tabs, for those who hold what they need', async () => {
    const page = await ready({
      content: `<section slot="tab-usage" data-label="Usage">Plenty</section>
        <section slot="tab-billing" data-label="Billing" data-permissions="read:billing">Pro plan</section>`,
    });
    expect(names(page).slice(-2)).to.eql(['Usage', 'Billing']);
    await page.press('Billing');
    const slot = panel(page)?.querySelector('slot');
    expect(slot?.assignedElements().map(words)).to.eql(['Pro plan']);
    const [usage] = page.element.children as unknown as HTMLElement[];
    if (usage) usage.hidden = true;
    await page.until(() => !names(page).includes('Usage'), 'it stays');
    if (usage) {
      usage.hidden = false;
      usage.dataset['label'] = 'Consumption';
    }
    await page.until(() => names(page).includes('Consumption'), 'it does not come back');
    const sam = await ready({
      userId: 'sam',
      content: '<p slot="tab-billing" data-label="Billing" data-permissions="read:billing">Pro plan</p>',
    });
    expect(names(sam)).not.to.include('Billing');
  });

  it('shows the page’s element in place of the kit’s', async () => {
    const page = await ready({ content: '<org-members slot="tab-members" with-export></org-members>' });
    expect(names(page)[0]).to.equal('Members');
    expect(inPanel(page, 'org-members'), 'the kit’s is not there').to.equal(null);
    expect(page.element.querySelector('org-members')?.checkVisibility()).to.equal(true);
    await page.press('Roles');
    expect(page.element.querySelector('org-members')?.checkVisibility()).to.equal(false);
  });

  it('takes a tab away when its permission is lost, and keeps the focus', async () => {
    const page = await ready();
    await page.press('Invitations');
    await page.until(() => inPanel(page, 'org-invitations')?.shadowRoot?.querySelector('input'), 'no search');
    inPanel(page, 'org-invitations')?.shadowRoot?.querySelector('input')?.focus();
    demote(page);
    await page.element.refresh();
    await page.until(() => !names(page).includes('Invitations'), 'the tab stays');
    expect(shown(page)).to.equal('Members');
    expect(page.shadow.activeElement).to.equal(tabs(page)[0]);
    expect(page.announced).to.contain('Invitations: you may not see this any more.');
    expect(page.query('org-invitations')).to.equal(null);
    expect(page.query('org-invite'), 'nor may they invite').to.equal(null);
    await page.press('Dismiss');
    expect(page.text).not.to.contain('any more');
    const { tables } = page.backend.sandbox.tenant;
    tables.organizationRoleUsers.insert({
      organizationId: 'northwind',
      organizationRoleId: ROLE_IDS.admin,
      userId: 'ada',
    });
    await page.element.refresh();
    await page.until(() => names(page).includes('Invitations'), 'it does not come back');
    expect(shown(page), 'and nothing jumps').to.equal('Members');
  });

  it('follows another organization, and throws nothing away for it', async () => {
    const page = await ready({ current: 'northwind' });
    await page.press('Roles');
    const roles = inPanel(page, 'org-roles');
    page.provider.organizationId = 'halden';
    await page.until(
      () => page.query('[role="tablist"]')?.ariaLabel === 'Manage Halden & Frost Analytics',
      'it does not follow',
    );
    expect(shown(page)).to.equal('Roles');
    expect(inPanel(page, 'org-roles')).to.equal(roles);
    page.provider.organizationId = null;
    await page.until(() => page.text === '', 'something is shown without an organization');
    page.provider.organizationId = 'northwind';
    await page.until(() => inPanel(page, 'org-roles') === roles, 'it does not come back');
  });

  it('says when it is not known what the person may do, and asks again', async () => {
    const page = await mount<OrgManager>('org-manager', {
      prepare: (backend) => {
        backend.intercept = ({ url }) =>
          url.endsWith('/me')
            ? Response.json({ code: 'forbidden', message: '' }, { status: 403 })
            : undefined;
      },
    });
    await page.untilText('You don’t have permission to do this.');
    page.backend.intercept = undefined;
    await page.press('Retry');
    await page.until(() => shown(page) === 'Members', 'there are no tabs');
  });

  for (const width of [320, 1000]) {
    it(`is accessible at ${width} px`, async () => {
      await setViewport({ width, height: 700 });
      const page = await ready();
      await page.until(() => textIn(page, 'org-members').includes('Ada Okafor'), 'there are no members');
      await expect(page.element).to.be.accessible();
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
      await setViewport({ width: 800, height: 600 });
    });
  }
});

describe('<org-manager dialog>', () => {
  const ask = ({ provider }: Page, organizationId: string): boolean =>
    provider.dispatchEvent(
      new CustomEvent('org-manage-request', { bubbles: true, composed: true, detail: { organizationId } }),
    );

  it('answers a request with a dialog about the organization, whose first tab has the focus', async () => {
    const page = await ready({ attributes: { dialog: '' } });
    await page.until(() => page.provider.state === 'ready', 'nobody is signed in');
    expect(page.text).to.equal('');
    expect(page.backend.calls.filter((call) => call.endsWith('/me'))).to.eql([]);
    ask(page, 'northwind');
    await page.until(() => page.dialog && tabs(page).length > 0, 'there is no dialog');
    expect(words(page.dialog?.querySelector('h2'))).to.equal('Manage Northwind Studio');
    await page.until(() => textIn(page, 'org-members').includes('Ada Okafor'), 'there are no members');
    await sendKeys({ press: 'Escape' });
    await page.until(() => !page.dialog && !page.element.open, 'Escape does not close it');
  });

  it('keeps what was typed for when it is opened again', async () => {
    const page = await ready({ attributes: { dialog: '', open: '' } });
    await page.until(() => page.query('org-invite'), 'nobody can be invited');
    const invite = page.query<OrgInvite>('org-invite') as OrgInvite;
    await invite.add('lena@demo.test');
    await page.press('Close');
    await page.until(() => !page.dialog, 'it stays open');
    ask(page, 'northwind');
    await page.until(() => page.dialog, 'it is not opened again');
    expect(page.query('org-invite')).to.equal(invite);
    invite.open = true;
    await page.until(() => words(invite.shadowRoot).includes('lena@demo.test'), 'the address is lost');
  });

  it('closes when another organization becomes the current one, and opens for no other', async () => {
    const page = await ready({ attributes: { dialog: '' } });
    await page.until(() => page.provider.state === 'ready', 'nobody is signed in');
    ask(page, 'northwind');
    await page.until(() => page.dialog, 'there is no dialog');
    page.provider.organizationId = 'halden';
    await page.until(() => !page.dialog && !page.element.open, 'it stays open');
    ask(page, 'northwind');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(page.dialog).to.equal(null);
  });

  it('tells an operator that they are one', async () => {
    const page = await ready({
      userId: 'olga',
      current: 'aoba',
      attributes: { dialog: '', open: '' },
      handler: { operatorScope: 'manage:organizations' },
    });
    page.provider.operator = true;
    page.element.open = true;
    await page.untilText('Manage 青葉デザイン');
    expect(page.text).to.contain('as an operator, not as a member');
    expect(names(page), 'there they are nobody').not.to.include('My access');
    await page.until(() => textIn(page, 'org-members').includes('渡辺 さくら'), 'there are no members');
  });

  it('is accessible', async () => {
    const page = await ready({ attributes: { dialog: '', open: '' } });
    await page.until(() => textIn(page, 'org-members').includes('Ada Okafor'), 'there are no members');
    await page.still();
    await expect(page.element).to.be.accessible();
  });
});

describe('<org-manager hash>', () => {
  const begin = location.href;
  beforeEach(() => history.replaceState(null, '', '#'));
  afterEach(() => history.replaceState(null, '', begin));

  it('is a row of links, and follows the way back and forward', async () => {
    const page = await ready({ attributes: { hash: 'team-' } });
    expect(tabs(page).map((tab) => tab.getAttribute('href'))).to.eql([
      '#team-members',
      '#team-invitations',
      '#team-roles',
      '#team-bots',
      '#team-settings',
      '#team-me',
    ]);
    await page.press('Roles');
    await page.until(() => location.hash === '#team-roles', 'the address does not follow');
    await page.press('Bots');
    await page.until(() => location.hash === '#team-bots', 'the address does not follow');
    history.back();
    await page.until(() => shown(page) === 'Roles', 'the way back is not followed');
    history.back();
    await page.until(() => shown(page) === 'Members', 'where it began is not the first');
    history.forward();
    await page.until(() => shown(page) === 'Roles', 'the way forward is not followed');
    tabs(page)[0]?.focus();
    await sendKeys({ press: ' ' });
    await page.until(() => location.hash === '#team-members', 'Space follows no link');
  });

  it('begins with the tab of the address, and leaves other hashes to the page', async () => {
    location.hash = '#bots';
    const page = await ready({ attributes: { hash: '' } });
    expect(shown(page)).to.equal('Bots');
    location.hash = '#somewhere';
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(shown(page)).to.equal('Bots');
  });

  it('opens a tab in another window without changing here', async () => {
    const page = await ready({ attributes: { hash: '' } });
    page.root.addEventListener('click', (event) => event.preventDefault(), { once: true });
    tabs(page)[2]?.dispatchEvent(
      new MouseEvent('click', { ctrlKey: true, bubbles: true, composed: true, cancelable: true }),
    );
    await page.element.updateComplete;
    expect(shown(page)).to.equal('Members');
  });

  it('leaves the address of a tab that has gone', async () => {
    location.hash = '#invitations';
    const page = await ready({ attributes: { hash: '' } });
    demote(page);
    await page.element.refresh();
    await page.until(() => location.hash === '#members', 'the address stays');
  });
});
