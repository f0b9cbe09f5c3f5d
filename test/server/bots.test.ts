import { beforeEach, describe, expect, it } from 'vitest';
import { createBackend, type Backend } from './support/backend.js';

const BOTS = '/organizations/halden/bots';
let backend: Backend;
beforeEach(async () => {
  backend = await createBackend({
    options: { bots: { applications: ['demo-build-bot', 'demo-report-bot'] } },
  });
});
const rolesOf = (applicationId: string): string[] =>
  backend.sandbox.tenant.permissions.applicationRolesIn('halden', applicationId).map(({ name }) => name);
const isIn = (applicationId: string): boolean =>
  backend.sandbox.tenant.permissions.isApplicationIn('halden', applicationId);

describe('bots', () => {
  it('do not exist unless the host offers some', async () => {
    const off = await createBackend();
    expect(await off.call('GET', BOTS, { as: 'sakura' })).toMatchObject({ status: 404 });
    const body = { applicationId: 'demo-build-bot' };
    expect(await off.call('POST', BOTS, { as: 'sakura', body })).toMatchObject({ status: 404 });
    const me = await off.call('GET', '/organizations/halden/me', { as: 'sakura' });
    expect(me.body.capabilities).not.toContain('see-bots');
  });

  it('are listed with their roles, and never with a secret', async () => {
    const { body, text } = await backend.call('GET', BOTS, { as: 'sakura' });
    expect(body.items).toMatchObject([{ id: 'demo-report-bot', name: 'Report bot', blocked: null }]);
    expect(body.available).toMatchObject([{ id: 'demo-build-bot', name: 'Build bot' }]);
    expect(body.roles).toMatchObject([{ name: 'bot', grantable: true }]);
    expect(Object.keys(body.items[0]).sort()).toEqual(['blocked', 'description', 'id', 'name', 'roles']);
    expect(text).not.toMatch(/secret|redirect/i);
  });

  it('are added, given roles and removed by who manages members', async () => {
    const added = await backend.call('POST', BOTS, {
      as: 'sakura',
      body: { applicationId: 'demo-build-bot', roleIds: ['role-bot'] },
    });
    expect(added).toMatchObject({ status: 201, body: { id: 'demo-build-bot', roles: [{ name: 'bot' }] } });
    expect(rolesOf('demo-build-bot')).toEqual(['bot']);
    const again = await backend.call('POST', BOTS, {
      as: 'sakura',
      body: { applicationId: 'demo-build-bot' },
    });
    expect(again).toMatchObject({ status: 409 });
    const changed = await backend.call('PUT', `${BOTS}/demo-build-bot/roles`, {
      as: 'sakura',
      body: { roleIds: [] },
    });
    expect(changed).toMatchObject({ status: 200, body: { roles: [] } });
    expect(rolesOf('demo-build-bot')).toEqual([]);
    expect(await backend.call('DELETE', `${BOTS}/demo-build-bot`, { as: 'sakura' })).toMatchObject({
      status: 204,
    });
    expect(isIn('demo-build-bot')).toBe(false);
  });

  it('are not touched without the permission', async () => {
    const body = { applicationId: 'demo-build-bot', roleIds: [] };
    const answers = await Promise.all([
      backend.call('POST', BOTS, { as: 'ada', body }),
      backend.call('PUT', `${BOTS}/demo-report-bot/roles`, { as: 'ada', body: { roleIds: [] } }),
      backend.call('DELETE', `${BOTS}/demo-report-bot`, { as: 'ada' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(isIn('demo-report-bot')).toBe(true);
  });

  it('that the host does not offer, also the backend’s own credential, do not exist', async () => {
    for (const applicationId of ['sandbox-m2m', 'sandbox-spa', 'unknown']) {
      const answer = await backend.call('POST', BOTS, { as: 'sakura', body: { applicationId } });
      expect(answer).toMatchObject({ status: 404 });
      expect(isIn(applicationId)).toBe(false);
    }
    const narrow = await createBackend({ options: { bots: { applications: ['demo-build-bot'] } } });
    expect(await narrow.call('DELETE', `${BOTS}/demo-report-bot`, { as: 'sakura' })).toMatchObject({
      status: 404,
    });
    const { body } = await narrow.call('GET', BOTS, { as: 'sakura' });
    expect(body.items).toMatchObject([{ id: 'demo-report-bot', blocked: 'not_permitted' }]);
  });

  it('get no role of people, and none beyond the giver’s own', async () => {
    const people = { applicationId: 'demo-build-bot', roleIds: ['role-member'] };
    expect(await backend.call('POST', BOTS, { as: 'sakura', body: people })).toMatchObject({ status: 400 });
    await backend.management('POST', '/api/organization-scopes', { name: 'launch:rockets' });
    const scope = backend.sandbox.tenant.tables.organizationScopes.find('name', 'launch:rockets');
    await backend.management('POST', '/api/organization-roles/role-bot/scopes', {
      organizationScopeIds: [scope?.id],
    });
    const strong = { applicationId: 'demo-build-bot', roleIds: ['role-bot'] };
    expect(await backend.call('POST', BOTS, { as: 'sakura', body: strong })).toMatchObject({ status: 403 });
    expect(isIn('demo-build-bot')).toBe(false);
    const remove = await backend.call('DELETE', `${BOTS}/demo-report-bot`, { as: 'sakura' });
    expect(remove).toMatchObject({ status: 403 });
  });

  it('are taken out again when their roles cannot be given', async () => {
    backend = await createBackend({
      options: { bots: { applications: ['demo-build-bot'] } },
      intercept: ({ url, method }) =>
        method === 'PUT' && url.endsWith('/roles') ? new Response('', { status: 400 }) : undefined,
    });
    const body = { applicationId: 'demo-build-bot', roleIds: ['role-bot'] };
    const answer = await backend.call('POST', BOTS, { as: 'sakura', body });
    expect(answer.status).toBe(500);
    expect(isIn('demo-build-bot')).toBe(false);
  });
});
