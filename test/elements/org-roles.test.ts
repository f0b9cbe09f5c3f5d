import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/org-roles.js';
import type { OrgRoles } from '../../src/elements/org-roles/org-roles.js';
import { ROLE_IDS } from '../../src/sandbox/seed/template.js';
import { memberRoleKey } from '../../src/sandbox/tables.js';
import { addPermissions } from '../../stories/support/add-roles.js';
import { mount, words, type ElementPage, type PageOptions } from './element-page.js';

const table = (page: ElementPage): HTMLTableElement | null => page.query<HTMLTableElement>('table');

async function mountRoles(options: PageOptions = {}): Promise<ElementPage<OrgRoles>> {
  const page = await mount<OrgRoles>('org-roles', options);
  page.root.style.inlineSize = '60rem';
  return page;
}

async function ready(options: PageOptions = {}): Promise<ElementPage<OrgRoles>> {
  const page = await mountRoles(options);
  await page.until(() => table(page), 'there is no table');
  return page;
}

/** What a screen reader says in a row, cell by cell. */
function row(page: ElementPage, name: string): string[] {
  const found = [...(table(page)?.rows ?? [])].find(({ cells }) => words(cells[0]).startsWith(name));
  return [...(found?.cells ?? [])].slice(1).map(words);
}

describe('<org-roles>', () => {
  it('says yes and no for each role and for the person, as a table with headers on both sides', async () => {
    const page = await ready({ userId: 'sam' });
    const [head] = table(page)?.rows ?? [];
    expect([...(head?.cells ?? [])].map(words)).to.eql([
      'Permission',
      'You',
      'admin',
      'billing',
      'member Your role',
    ]);
    expect(row(page, 'manage:billing')).to.eql(['No', 'Yes', 'Yes', 'No']);
    expect(row(page, 'invite:member')).to.eql(['Yes', 'Yes', 'No', 'Yes']);
    expect(page.all('tbody th[scope="row"]')).to.have.length(15);
    expect(page.all('th[scope="rowgroup"]').map(words)).to.eql(['Permissions: organization', 'Sandbox API']);
  });

  it('says which roles the person could give, and why not the others', async () => {
    const page = await ready({ userId: 'sam' });
    const reason = 'This needs permissions that you don’t have yourself.';
    expect(row(page, 'You can give it')).to.eql(['', reason, reason, 'Yes']);
  });

  it('says once that no role can be given', async () => {
    const page = await ready({ userId: 'maximiliana', current: 'halden' });
    expect(row(page, 'You can give it')).to.eql(['', 'You don’t have permission to do this.']);
  });

  it('costs two calls', async () => {
    const page = await ready();
    const { calls } = page.backend;
    expect(calls.filter((call) => !call.endsWith('/organizations')).sort()).to.eql([
      'GET /organizations/northwind/me',
      'GET /organizations/northwind/roles',
    ]);
  });

  it('searches names and descriptions, word by word, and says how many it has found', async () => {
    const page = await ready();
    await page.fill('Search permissions', 'MEMBERS change');
    expect(page.all('tbody th[part="permission"]').map(words)).to.eql([
      'manage:member Change the roles of members',
    ]);
    expect(page.announced).to.equal('1 permission');
    expect(page.element.getAttribute('search'), 'kept for the page').to.equal('MEMBERS change');
    await page.fill('Search permissions', 'nobody');
    expect(table(page)).to.equal(null);
    expect(page.text).to.contain('Nothing matches “nobody”');
    page.element.reset();
    await page.element.updateComplete;
    expect(page.all('tbody th[part="permission"]')).to.have.length(13);
  });

  it('keeps the names of roles and permissions in sight, and is scrolled by keyboard', async () => {
    const page = await ready({ prepare: ({ sandbox }) => addPermissions(sandbox, 30, 8) });
    const region = page.query('[role="region"]') as HTMLElement;
    const field = await page.find('Search permissions');
    field.focus();
    await sendKeys({ press: 'Tab' });
    expect(page.shadow.activeElement).to.equal(region);
    await sendKeys({ press: 'End' });
    await page.until(() => region.scrollTop > 300, 'it does not scroll');
    region.scrollLeft = 200;
    const box = region.getBoundingClientRect();
    const corner = table(page)?.rows[0]?.cells[0]?.getBoundingClientRect();
    expect(Math.abs((corner?.top ?? 99) - box.top)).to.be.below(2);
    const last = page.all('th[scope="row"]').at(-1)?.getBoundingClientRect();
    expect(Math.abs((last?.left ?? 99) - box.left)).to.be.below(2);
  });

  it('is a list of roles where it is narrow, opened by keyboard', async () => {
    const page = await mountRoles();
    page.root.style.inlineSize = '320px';
    await page.until(() => page.query('summary'), 'there is no list');
    expect(table(page)?.checkVisibility()).to.equal(false);
    const member = page.all('summary').find((summary) => words(summary).startsWith('member'));
    expect(words(member)).to.equal('member 5 of 13 permissions');
    member?.focus();
    await sendKeys({ press: 'Enter' });
    const details = member?.parentElement;
    await page.until(() => words(details).includes('invite:member'), 'it does not open');
    expect(words(details)).to.contain('You can give it Yes').and.not.to.contain('delete:member');
    expect(page.element.scrollWidth).to.be.at.most(320);
  });

  it('opens what the search has found in the list', async () => {
    const page = await mountRoles({ attributes: { search: 'invite' } });
    page.root.style.inlineSize = '320px';
    await page.untilText('invite:member');
    expect(page.text).not.to.contain('read:billing');
  });

  it('says so when what the person may do changes while they look', async () => {
    const page = await ready();
    const { tables } = page.backend.sandbox.tenant;
    tables.organizationRoleUsers.insert({
      organizationId: 'northwind',
      organizationRoleId: ROLE_IDS.member,
      userId: 'ada',
    });
    tables.organizationRoleUsers.delete(memberRoleKey('northwind', ROLE_IDS.admin, 'ada'));
    await page.element.refresh();
    await page.untilText('What you may do here has changed.');
    await page.until(() => row(page, 'You can give it')[1] !== 'Yes', 'it could still be given');
    await page.press('Dismiss');
    expect(page.text).not.to.contain('What you may do here has changed.');
  });

  it('keeps what was there when it fails later, and asks again', async () => {
    const page = await ready();
    page.backend.intercept = () => Response.json({ code: 'forbidden', message: '' }, { status: 403 });
    await page.element.refresh();
    await page.untilText('You don’t have permission to do this.');
    expect(row(page, 'read:data')).to.eql(['Yes', 'Yes', 'No', 'Yes']);
    page.backend.intercept = undefined;
    await page.press('Retry');
    await page.until(() => !page.query('[role="alert"]'), 'the message stays');
  });

  it('shows nothing without a current organization', async () => {
    const page = await mount('org-roles', { userId: 'noor' });
    await page.until(() => page.backend.calls.length > 0, 'nothing was asked');
    await page.until(() => page.text === '' && !page.query('[part="skeleton"]'), 'something is shown');
  });
});
