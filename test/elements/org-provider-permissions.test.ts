import { expect } from '@open-wc/testing';
import type { OrgPermissionsChangeDetail } from '../../src/events.js';
import { compositeKey } from '../../src/sandbox/database/table-rules.js';
import { ROLE_IDS } from '../../src/sandbox/seed/template.js';
import { createOrganization } from '../../src/store/changes/organizations.js';
import { leaveOrganization } from '../../src/store/changes/members.js';
import { organizationKey, organizationsKey } from '../../src/store/query-keys.js';
import { heldTokens } from '../../stories/support/held-tokens.js';
import { startInPageBackend } from '../../stories/support/in-page-backend.js';
import { openPage, until, untilState, type Page } from './org-provider-page.js';

interface Watched extends Page {
  readonly told: OrgPermissionsChangeDetail[];
  /** What new tokens were asked for. */
  readonly asked: string[];
}

/** A page whose tokens grow old, as those of a client do. */
async function open(
  options: { userId?: string; requested?: readonly string[]; current?: string } = {},
): Promise<Watched> {
  const { userId = 'ada', requested, current = 'northwind' } = options;
  const backend = await startInPageBackend();
  const { getToken, asked } = heldTokens(backend.getTokenOf(userId, requested));
  const page = await openPage({
    backend,
    properties: { getToken },
    attributes: { 'organization-id': current },
  });
  const told: OrgPermissionsChangeDetail[] = [];
  page.root.addEventListener('org-permissions-change', (event) => told.push(event.detail));
  await untilState(page, 'ready');
  if (current) await until(() => page.probe.text.startsWith(`${current}:`), 'the probe never got its data');
  return { ...page, told, asked };
}

const untilTold = ({ told }: Watched, count = 1): Promise<void> =>
  until(() => told.length >= count, `told ${told.length} times`);

const tablesOf = ({ backend }: Page) => backend.sandbox.tenant.tables;
const storeOf = ({ probe }: Page) => {
  const store = probe.consumer.value?.store;
  if (!store) throw new Error('There is no store.');
  return store;
};
const administrators = ['delete:member', 'manage:member'];

describe('permissions that change while a page is open', () => {
  it('are told by name when they are lost, the tokens dropped, and the next asked for once', async () => {
    const page = await open();
    page.asked.length = 0;
    tablesOf(page).organizationRoleUsers.delete(compositeKey('northwind', ROLE_IDS.admin, 'ada'));
    tablesOf(page).organizationRoleUsers.insert({
      organizationId: 'northwind',
      organizationRoleId: ROLE_IDS.member,
      userId: 'ada',
    });
    await page.probe.me.refetch();
    await untilTold(page);
    const [{ organizationId, gained, lost, consentRequired } = expect.fail()] = page.told;
    expect(organizationId).to.equal('northwind');
    expect(lost.permissions).to.include.members(administrators);
    expect(lost.permissions).not.to.include('invite:member');
    expect(lost.roles).to.deep.equal(['admin']);
    expect(gained).to.deep.equal({ permissions: [], roles: ['member'] });
    expect(consentRequired).to.deep.equal([]);
    expect(page.asked).to.deep.equal(['northwind']);
    expect(page.probe.text).to.equal('northwind: member');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(page.told).to.have.length(1);
  });

  it('are told when they are gained, and again when they are lost', async () => {
    const page = await open({ userId: 'sam' });
    const { organizationRoleUsers } = tablesOf(page);
    organizationRoleUsers.insert({
      organizationId: 'northwind',
      organizationRoleId: ROLE_IDS.billing,
      userId: 'sam',
    });
    await page.probe.me.refetch();
    await untilTold(page);
    expect(page.told[0]?.gained).to.deep.equal({
      permissions: ['manage:billing', 'read:billing'],
      roles: ['billing'],
    });
    organizationRoleUsers.delete(compositeKey('northwind', ROLE_IDS.billing, 'sam'));
    await page.probe.me.refetch();
    await untilTold(page, 2);
    expect(page.told[1]?.lost).to.deep.equal(page.told[0]?.gained);
    expect(page.told[1]?.consentRequired).to.deep.equal([]);
  });

  it('require consent when they were never asked for at sign-in', async () => {
    const page = await open({
      userId: 'sam',
      requested: ['read:data', 'write:data', 'read:member', 'invite:member'],
    });
    page.asked.length = 0;
    tablesOf(page).organizationRoleUsers.insert({
      organizationId: 'northwind',
      organizationRoleId: ROLE_IDS.billing,
      userId: 'sam',
    });
    await page.probe.me.refetch();
    await untilTold(page);
    const names = ['manage:billing', 'read:billing'];
    expect(page.told[0]?.gained.permissions).to.deep.equal(names);
    expect(page.told[0]?.consentRequired).to.deep.equal(names);
    // No other token would help: none is asked for again.
    await page.probe.me.refetch();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(page.asked).to.deep.equal(['northwind']);
    expect(page.told).to.have.length(1);
    const wishes: unknown[] = [];
    page.root.addEventListener('org-sign-in-request', (event) => wishes.push((event as CustomEvent).detail));
    await page.provider.requestConsent();
    expect(wishes).to.deep.equal([
      {
        prompt: 'consent',
        permissions: names,
        extraParams: { organization_id: 'northwind' },
        redirectUri: new URL(location.pathname, location.href).href,
      },
    ]);
  });

  it('are told when a page begins with a token from before', async () => {
    const backend = await startInPageBackend();
    const held = await backend.getTokenOf('ada')({ organizationId: 'northwind', refresh: false });
    backend.sandbox.tenant.tables.organizationRoleUsers.delete(
      compositeKey('northwind', ROLE_IDS.admin, 'ada'),
    );
    const fresh = backend.getTokenOf('ada');
    const page = await openPage({
      backend,
      attributes: { 'organization-id': 'northwind' },
      properties: {
        getToken: (request) =>
          request.organizationId && !request.refresh ? Promise.resolve(held) : fresh(request),
      },
    });
    await until(() => page.log.some((line) => line.startsWith('org-permissions-change')), 'nothing was told');
    const line = page.log.find((one) => one.startsWith('org-permissions-change')) ?? '';
    const { lost, consentRequired } = JSON.parse(line.replace(/^\S+ /, '')) as OrgPermissionsChangeDetail;
    expect(lost.permissions).to.include.members(administrators);
    expect(consentRequired).to.deep.equal([]);
  });

  it('are heard of within one request, whatever it asks', async () => {
    const page = await open();
    tablesOf(page).organizationRoleUsers.delete(compositeKey('northwind', ROLE_IDS.admin, 'ada'));
    page.backend.calls.length = 0;
    // Remembered by the backend for some seconds, but not of this person in this organization.
    const { organization } = await import('../../src/store/queries/organizations.js');
    await new Promise((resolve) => setTimeout(resolve, 5200));
    await storeOf(page).ask(organization('northwind'));
    await untilTold(page);
    expect(page.told[0]?.lost.permissions).to.include.members(administrators);
    expect(page.backend.calls.slice(0, 2)).to.deep.equal([
      'GET /organizations/northwind',
      'GET /organizations/northwind/me',
    ]);
  });

  it('are all lost when the person is removed, and the page goes on elsewhere', async () => {
    const page = await open();
    const { organizationUsers } = tablesOf(page);
    organizationUsers.delete(compositeKey('northwind', 'ada'));
    page.asked.length = 0;
    await page.probe.me.refetch();
    await untilTold(page);
    expect(page.told[0]).to.deep.include({ organizationId: 'northwind', consentRequired: [] });
    expect(page.told[0]?.lost.roles).to.deep.equal(['admin']);
    expect(page.told[0]?.lost.permissions).to.include.members(administrators);
    expect(page.provider.organizationId).not.to.equal('northwind');
    expect(page.log.some((line) => line.startsWith('org-change'))).to.equal(true);
  });

  it('are told to a page that is left open, without a request of its own', async () => {
    const page = await open();
    const { store } = page.probe.consumer.value ?? {};
    page.provider.refreshInterval = 0.5;
    await until(() => page.probe.consumer.value?.store !== store, 'the new interval has no effect');
    await untilState(page, 'ready');
    await until(() => page.probe.text.startsWith('northwind:'), 'the probe never got its data');
    tablesOf(page).organizationRoleUsers.delete(compositeKey('northwind', ROLE_IDS.admin, 'ada'));
    await untilTold(page);
    expect(page.told[0]?.lost.roles).to.deep.equal(['admin']);
    await until(() => page.probe.text === 'northwind:', 'the element did not follow');
  });
});

describe('what the person does themselves', () => {
  it('is told after creating and after leaving, with one new token each', async () => {
    const page = await open();
    page.asked.length = 0;
    const made = await storeOf(page).run(createOrganization({ name: 'Fjord Freight' }));
    await untilTold(page);
    expect(page.told[0]).to.deep.include({ organizationId: made.id, lost: { permissions: [], roles: [] } });
    expect(page.told[0]?.gained.roles).to.deep.equal(['admin']);
    expect(page.told[0]?.gained.permissions).to.include.members(administrators);
    expect(page.asked.filter((name) => name === made.id)).to.have.length(1);
    expect(page.asked.filter((name) => name === 'person')).to.have.length(1);
    page.asked.length = 0;
    page.told.length = 0;
    await storeOf(page).run(leaveOrganization('halden'));
    await untilTold(page);
    expect(page.told[0]).to.deep.include({
      organizationId: 'halden',
      gained: { permissions: [], roles: [] },
    });
    expect(page.told[0]?.lost.roles).to.deep.equal(['member']);
    expect(page.asked.filter((name) => name === 'person')).to.have.length(1);
  });

  it('is told in another tab too', async () => {
    const backend = await startInPageBackend();
    const open = async () => {
      const { getToken } = heldTokens(backend.getTokenOf('noor'));
      const page = await openPage({ backend, properties: { getToken, remember: 'browser' } });
      await untilState(page, 'ready');
      return page;
    };
    const one = await open();
    const two = await open();
    await one.probe.join.run('invite-noor-northwind');
    const told = (page: Page) =>
      page.log.filter((line) => line.startsWith('org-permissions-change {"organizationId":"northwind"'));
    await until(
      () => told(one).length === 1 && told(two).length === 1,
      `${one.log.join()} / ${two.log.join()}`,
    );
    expect(told(two)[0]).to.equal(told(one)[0]);
    localStorage.clear();
  });
});

describe('provider.can()', () => {
  it('answers from live data, of one permission and of several', async () => {
    const page = await open({ userId: 'sam' });
    const { provider } = page;
    expect(await provider.can('invite:member')).to.equal(true);
    expect(await provider.can('manage:member')).to.equal(false);
    expect(await provider.can(['invite:member', 'manage:member'])).to.equal(false);
    expect(await provider.can(['invite:member', 'manage:member'], { any: true })).to.equal(true);
    expect(await provider.can([], { roles: ['member'] })).to.equal(true);
    expect(await provider.can('invite:member', { roles: ['admin'] })).to.equal(false);
    expect(await provider.can([])).to.equal(false);
    tablesOf(page).organizationRoleUsers.delete(compositeKey('northwind', ROLE_IDS.member, 'sam'));
    await storeOf(page).invalidate(organizationsKey, organizationKey('northwind'));
    expect(await provider.can('invite:member')).to.equal(false);
  });

  it('waits until it is known, and says no where nothing is', async () => {
    const early = await openPage({ attributes: { 'organization-id': 'northwind' } });
    expect(await early.provider.can('manage:member')).to.equal(true);
    const nowhere = await openPage({ userId: 'noor' });
    expect(await nowhere.provider.can('read:data')).to.equal(false);
    const out = await openPage({ properties: { getToken: () => Promise.resolve(null) } });
    expect(await out.provider.can('read:data')).to.equal(false);
    const failing = await startInPageBackend();
    failing.intercept = ({ url }) =>
      url.endsWith('/me') ? Response.json({ code: 'forbidden', message: '' }, { status: 403 }) : undefined;
    const refused = await openPage({ backend: failing, attributes: { 'organization-id': 'northwind' } });
    expect(await refused.provider.can('manage:member')).to.equal(false);
  });
});
