import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/org-list.js';
import type { OrgList } from '../../src/elements/org-list/org-list.js';
import { addInvitation } from '../../stories/support/add-invitation.js';
import { addManyOrganizations } from '../../stories/support/add-organizations.js';
import { mount, words, type ElementPage, type PageOptions } from './element-page.js';

const open = (options: PageOptions = {}): Promise<ElementPage<OrgList>> =>
  mount<OrgList>('org-list', options);

const rows = (page: ElementPage): HTMLElement[] => page.all('[part~="organization"]');
const current = (page: ElementPage): string => words(page.query('[aria-current="true"]'));

describe('<org-list>', () => {
  it('lists my organizations with my roles, and marks the current one', async () => {
    const page = await open();
    await page.find(/^Northwind Studio/);
    expect(rows(page).map(words)).to.have.members([
      'Northwind Studio admin Current',
      'Halden & Frost Analytics member',
      'Kestrel Bank admin',
    ]);
    expect(current(page)).to.match(/^Northwind Studio/);
    await expect(page.element).to.be.accessible();
  });

  it('switches, and tells the page the way on, also for the current one', async () => {
    const page = await open();
    const opened: string[] = [];
    page.root.addEventListener('org-open-request', (event) =>
      opened.push((event as CustomEvent<{ organizationId: string }>).detail.organizationId),
    );
    await page.press(/^Halden/);
    await page.until(() => /^Halden/.test(current(page)), 'it is not the current one');
    expect(page.provider.organizationId).to.equal('halden');
    await page.press(/^Halden/);
    expect(opened).to.deep.equal(['halden', 'halden']);
  });

  it('stays where it is when the page cancels, and is not followed as a link', async () => {
    const page = await open({ attributes: { 'select-url': '#/o/{id}' } });
    page.root.addEventListener('org-change', (event) => event.preventDefault());
    const link = await page.find<HTMLAnchorElement>(/^Halden/);
    expect(link.getAttribute('href')).to.equal('#/o/halden');
    link.click();
    await page.element.updateComplete;
    expect(page.provider.organizationId).to.equal('northwind');
    expect(location.hash).to.equal('');
  });

  it('says why a switch was undone', async () => {
    const page = await open({ userId: 'sakura', current: 'northwind' });
    await page.press(/^Kestrel/);
    await page.untilText(/Kestrel Bank requires multi-factor authentication/);
    expect(current(page)).to.match(/^Northwind/);
    await page.press('Dismiss');
    await page.until(() => !/multi-factor/.test(page.text), 'the message stays');
  });

  it('has a search from seven organizations on', async () => {
    const page = await open({ prepare: ({ sandbox }) => addManyOrganizations(sandbox, 'ada', 30) });
    await page.fill('Search organizations', 'halden');
    await page.until(() => rows(page).length === 1, 'it does not filter');
    expect(page.announced).to.equal('1 organization');
    await page.fill('Search organizations', 'zzz');
    await page.untilText('No organizations match “zzz”');
    page.element.reset();
    await page.until(() => rows(page).length === 33, 'reset leaves the search');
    await expect(page.element).to.be.accessible();
  });

  it('takes no space away from who rubs out the last word of a search', async () => {
    const page = await open({ prepare: ({ sandbox }) => addManyOrganizations(sandbox, 'ada', 30) });
    (await page.find('Search organizations')).focus();
    for (const key of 'halden x') await sendKeys({ type: key });
    await page.untilText('No organizations match “halden x”');
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ type: '&' });
    await page.until(() => rows(page).length === 1, 'it does not filter');
    expect((await page.find<HTMLInputElement>('Search organizations')).value).to.equal('halden &');
  });

  it('offers to create one to those who may, and only to them', async () => {
    const page = await open({ attributes: { 'with-create': '' } });
    const asked = oneEvent(page.root, 'org-create-request');
    await page.press('Create organization');
    await asked;
    const other = await open({
      attributes: { 'with-create': '' },
      handler: { organizations: { create: 'off' } },
    });
    await other.find(/^Northwind/);
    expect(other.control('Create organization')).to.equal(undefined);
  });
});

describe('<org-list> for somebody without any organization', () => {
  const first: PageOptions = { userId: 'noor', current: '', attributes: { 'with-create': '' } };

  it('is a friendly first page', async () => {
    const page = await open({
      ...first,
      prepare: ({ sandbox }) => sandbox.tenant.tables.users.update('noor', { primaryEmail: null }),
    });
    await page.untilText('You are not in any organization yet');
    expect(page.control('Create organization')).to.not.equal(undefined);
    await expect(page.element).to.be.accessible();
  });

  it('joins and declines by keyboard alone, and the focus is never lost', async () => {
    const page = await open(first);
    const join = await page.find('Join Northwind Studio');
    await expect(page.element).to.be.accessible();
    join.focus();
    await sendKeys({ press: 'Enter' });
    await page.find(/^Northwind Studio/);
    await page.until(() => page.announced === 'You joined Northwind Studio', 'the joining is not announced');
    await page.until(() => page.shadow.activeElement === page.control(/^Join/), 'the focus is lost');
    await sendKeys({ press: 'Tab' });
    expect(page.shadow.activeElement?.getAttribute('aria-label')).to.equal(
      'Decline Halden & Frost Analytics',
    );
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.dialog, 'no dialog');
    await sendKeys({ press: 'Escape' });
    await page.until(() => !page.dialog, 'Escape does not close it');
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.dialog, 'the focus did not come back');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await page.until(() => !page.control(/^Join/), 'the invitation stays');
    const declined = 'You declined the invitation to Halden & Frost Analytics';
    await page.until(() => page.announced === declined, 'the declining is not announced');
    await page.until(() => page.shadow.activeElement !== null, 'the focus is lost');
  });

  it('keeps the invitation with the reason when joining fails', async () => {
    const page = await open(first);
    await page.find('Join Northwind Studio');
    page.backend.intercept = ({ method }) =>
      method === 'POST' ? Response.json({ code: 'unavailable', message: '' }, { status: 503 }) : undefined;
    await page.press('Join Northwind Studio');
    await page.untilText(/service can’t be reached/);
    expect(page.control('Join Northwind Studio')).to.not.equal(undefined);
  });

  it('makes the new one the current one where the page wants that', async () => {
    const page = await open({
      userId: 'ada',
      attributes: { 'with-switch': '' },
      prepare: ({ sandbox }) =>
        addInvitation(sandbox, { id: 'new', organizationId: 'aoba', invitee: 'ada@demo.test' }),
    });
    await page.press('Join 青葉デザイン');
    await page.until(() => page.provider.organizationId === 'aoba', 'it is not the current one');
  });

  it('asks for no invitations where the page does not want them', async () => {
    const page = await open({ ...first, attributes: { 'without-invitations': '' } });
    await page.untilText('You are not in any organization yet');
    expect(page.backend.calls.filter((call) => call.includes('invitations'))).to.deep.equal([]);
  });
});
