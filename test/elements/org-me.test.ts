import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/org-me.js';
import type { OrgMe } from '../../src/elements/org-me/org-me.js';
import { compositeKey } from '../../src/sandbox/database/table-rules.js';
import { ROLE_IDS } from '../../src/sandbox/seed/template.js';
import { heldClient } from '../../stories/support/held-client.js';
import { mount, words, type ElementPage, type PageOptions } from './element-page.js';

const accountUrl = 'https://logto.test/account';
const open = (options: PageOptions = {}): Promise<ElementPage<OrgMe>> =>
  mount<OrgMe>('org-me', { userId: 'sam', properties: { accountUrl }, ...options });
const tablesOf = ({ backend }: ElementPage) => backend.sandbox.tenant.tables;
/** The line of a permission. */
const permission = (page: ElementPage, name: string): string | undefined =>
  page
    .all('li')
    .map(words)
    .find((line) => line.startsWith(name));

describe('<org-me>', () => {
  it('shows who I am, my roles, and which of them gives each permission', async () => {
    const page = await open();
    tablesOf(page).organizationRoleUsers.insert({
      organizationId: 'northwind',
      organizationRoleId: ROLE_IDS.billing,
      userId: 'sam',
    });
    await page.untilText('sam.rivera@demo.test');
    await page.untilText('sam_rivera');
    expect(permission(page, 'invite:member')).to.equal('invite:member Invite people from member');
    expect(permission(page, 'read:projects')).to.include('from member');
    expect(permission(page, 'manage:member')).to.equal(undefined);
    expect(page.text).to.include('Second factor Not set up');
    expect((await page.find<HTMLAnchorElement>('Set it up')).href).to.equal(`${accountUrl}/security`);
    expect((await page.find<HTMLAnchorElement>('Manage account')).href).to.equal(accountUrl);
  });

  it('names every role that gives a permission', async () => {
    const page = await open({
      prepare: ({ sandbox }) => {
        const { organizationRoleUsers, organizationRoleScopes } = sandbox.tenant.tables;
        organizationRoleScopes.insert({
          organizationRoleId: ROLE_IDS.billing,
          organizationScopeId: 'read-data',
        });
        organizationRoleUsers.insert({
          organizationId: 'northwind',
          organizationRoleId: ROLE_IDS.billing,
          userId: 'sam',
        });
      },
    });
    await page.untilText('read:data');
    expect(permission(page, 'read:data')).to.match(/from (billing and member|member and billing)$/);
  });

  it('follows when roles change while somebody is looking, and says so', async () => {
    const page = await open();
    await page.untilText('invite:member');
    tablesOf(page).organizationRoleUsers.delete(compositeKey('northwind', ROLE_IDS.member, 'sam'));
    await page.element.refresh();
    await page.untilText('No roles yet');
    expect(page.text).to.include('What you may do here has changed.');
    await page.press('Dismiss');
    expect(page.text).not.to.include('has changed');
  });

  it('says when the ID token is older, and brings a new one', async () => {
    const page = await open();
    await page.untilText('invite:member');
    page.provider.resource = 'https://api.orgkit.test';
    page.provider.getToken = undefined;
    page.provider.client = heldClient(page.backend, 'sam');
    await page.provider.updateComplete;
    await page.until(() => page.provider.state === 'ready', 'not ready');
    await page.untilText('invite:member');
    // A role without permissions: no access token is older for it.
    const { organizationRoles, organizationRoleUsers } = tablesOf(page);
    organizationRoles.insert({
      tenantId: page.backend.sandbox.tenant.id,
      id: 'role-guide',
      name: 'guide',
      description: '',
      type: 'User',
    });
    organizationRoleUsers.insert({
      organizationId: 'northwind',
      organizationRoleId: 'role-guide',
      userId: 'sam',
    });
    await page.element.refresh();
    await page.untilText('Your sign-in still says: member.');
    await page.press('Renew');
    await page.until(() => !page.text.includes('still says'), 'it is still said');
    expect(page.announced).to.include('Your sign-in is up to date.');
  });

  it('says which permissions were never asked for, and goes through the sign-in for them', async () => {
    const page = await open();
    await page.untilText('invite:member');
    const wishes: unknown[] = [];
    page.root.addEventListener('org-sign-in-request', (event) => wishes.push((event as CustomEvent).detail));
    page.provider.getToken = page.backend.getTokenOf('sam', ['read:data', 'write:data', 'read:member']);
    await page.untilText('go through the sign-in once more: invite:member.');
    await page.press('Continue');
    await page.until(() => wishes.length === 1, 'no sign-in was asked for');
    expect(wishes[0]).to.deep.include({ prompt: 'consent', permissions: ['invite:member'] });
  });

  it('leaves by keyboard alone', async () => {
    const page = await open();
    const left: unknown[] = [];
    page.root.addEventListener('org-organization-leave', (event) => left.push((event as CustomEvent).detail));
    await page.untilText('invite:member');
    const walk: string[] = [];
    (await page.find('Manage account')).focus();
    for (let step = 0; step < 6 && !walk.includes('Leave organization'); step += 1) {
      await sendKeys({ press: 'Tab' });
      walk.push(words(page.shadow.activeElement));
    }
    expect(walk).to.deep.equal([
      'Set it up',
      'Permissions: organization 4 permissions',
      'Sandbox API 1 permission',
      'Leave organization',
    ]);
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.dialog, 'no question is asked');
    await page.until(() => words(page.shadow.activeElement) === 'Cancel', 'the focus is not on Cancel');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await page.until(() => left.length === 1, 'the person did not leave');
    expect(left).to.deep.equal([{ organizationId: 'northwind' }]);
    await page.until(() => page.announced.includes('You have left Northwind Studio'), 'it is not said');
    expect(page.provider.organizationId).not.to.equal('northwind');
  });

  it('lets the last administrator not leave, and says what to do', async () => {
    const page = await open({ userId: 'ada' });
    const leave = await page.find<HTMLButtonElement>('Leave organization');
    expect(leave.disabled).to.equal(true);
    expect(page.text).to.include('make somebody else one');
    expect(page.text).to.include('Second factor Set up');
  });

  it('shows the person where no organization is chosen', async () => {
    const page = await open({ userId: 'noor', current: '' });
    await page.untilText('No organization is chosen.');
    expect(page.text).to.include('noor@demo.test');
    expect(page.control(/Leave/)).to.equal(undefined);
  });

  it('shows what it has when one answer fails, and tries again', async () => {
    const page = await open();
    await page.untilText('invite:member');
    page.backend.intercept = ({ url }) =>
      url.endsWith('/account')
        ? Response.json({ code: 'forbidden', message: '' }, { status: 403 })
        : undefined;
    await page.element.refresh();
    await page.untilText('You don’t have permission to do this.');
    expect(page.text).to.include('sam.rivera@demo.test');
    page.backend.intercept = undefined;
    await page.press('Retry');
    await page.until(() => !page.text.includes('You don’t have permission'), 'the failure is still there');
  });

  it('leaves parts out', async () => {
    const page = await open({ attributes: { readonly: '', 'without-permissions': '' }, properties: {} });
    await page.untilText('sam_rivera');
    expect(page.text).not.to.include('invite:member');
    expect(page.control(/./)).to.equal(undefined);
  });

  it('is accessible', async () => {
    const page = await open();
    await page.untilText('invite:member');
    await page.still();
    await expect(page.element).to.be.accessible();
  });
});
