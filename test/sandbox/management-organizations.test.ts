import { beforeEach, describe, expect, test } from 'vitest';
import { names, refusal, startManagement, type ManagementClient } from './management-client.js';

let api: ManagementClient;
let id: string;

beforeEach(async () => {
  api = await startManagement();
  id = String((await api.post('/organizations', { name: 'Acme', customData: { a: 1, b: 2 } })).body['id']);
});

describe('an organization', () => {
  test('has an id of twelve lowercase letters and digits', () => {
    expect(id).toMatch(/^[0-9a-z]{12}$/);
  });

  test('takes tenantId and createdAt from a caller and does not use them', async () => {
    const { status, body } = await api.post('/organizations', {
      name: 'B',
      tenantId: 'other',
      createdAt: 5,
      extra: 1,
    });
    expect(status).toBe(201);
    expect(body['tenantId']).toBe('default');
    expect(body['createdAt']).toBeGreaterThan(1_600_000_000_000);
    expect(body).not.toHaveProperty('extra');
  });

  test('may have the name of another one', async () => {
    expect((await api.post('/organizations', { name: 'Acme' })).status).toBe(201);
  });

  test('takes a logo of any scheme', async () => {
    const { body } = await api.post('/organizations', { name: 'L', branding: { logoUrl: 'mock://logo' } });
    expect(body['branding']).toEqual({ logoUrl: 'mock://logo' });
  });

  test('has its JSON columns replaced whole, and the rest left as it is', async () => {
    const { body } = await api.patch(`/organizations/${id}`, { customData: { c: 3 } });
    expect(body).toMatchObject({ customData: { c: 3 }, name: 'Acme' });
    expect((await api.get(`/organizations/${id}`)).body['customData']).toEqual({ c: 3 });
  });

  test('cannot be changed by nothing', async () => {
    expect(refusal(await api.patch(`/organizations/${id}`, {}))).toBe('422 entity.invalid_input');
    expect(refusal(await api.patch(`/organizations/${id}`, { unknown: 1 }))).toBe('422 entity.invalid_input');
  });

  test.each([{ name: null }, { name: '' }, { isMfaRequired: 'yes' }, { customData: [] }, { description: 5 }])(
    'refuses %j',
    async (changes) => {
      const answer = await api.patch(`/organizations/${id}`, changes);
      expect(refusal(answer)).toBe('400 guard.invalid_input');
      expect(answer.body['details']).toMatch(/Error in key path/);
    },
  );

  test('goes to the end of the list when it is changed', async () => {
    await api.post('/organizations', { name: 'Second' });
    expect(names(await api.get('/organizations'))).toEqual(['Acme', 'Second']);
    await api.patch(`/organizations/${id}`, { description: 'changed' });
    expect(names(await api.get('/organizations'))).toEqual(['Second', 'Acme']);
  });

  test('shows a count and three members when asked to', async () => {
    const userIds = [];
    for (let index = 0; index < 4; index += 1) {
      userIds.push(
        String((await api.post('/users', { username: `user${index}`, name: `N${index}` })).body['id']),
      );
    }
    await api.post(`/organizations/${id}/users`, { userIds });
    const [plain] = (await api.get('/organizations')).body;
    expect(plain).not.toHaveProperty('usersCount');
    const [featured] = (await api.get('/organizations?showFeatured=true')).body;
    expect(featured).toMatchObject({ usersCount: 4 });
    expect(featured?.['featuredUsers']).toHaveLength(3);
  });

  test('takes everything that belongs to it along when it is deleted', async () => {
    const { sandbox } = api;
    const user = String((await api.post('/users', { primaryEmail: 'ann@x.test' })).body['id']);
    const role = String((await api.post('/organization-roles', { name: 'member' })).body['id']);
    const bot = String(
      (await api.post('/applications', { name: 'Bot', type: 'MachineToMachine' })).body['id'],
    );
    await api.post(`/organizations/${id}/users`, { userIds: [user] });
    await api.post(`/organizations/${id}/users/${user}/roles`, { organizationRoleIds: [role] });
    await api.post(`/organizations/${id}/applications`, { applicationIds: [bot] });
    await api.post(`/organizations/${id}/jit/email-domains`, { emailDomain: 'x.test' });
    await api.post(`/organizations/${id}/jit/roles`, { organizationRoleIds: [role] });
    await api.post('/organization-invitations', {
      organizationId: id,
      invitee: 'eve@x.test',
      expiresAt: Date.now() + 1000,
      organizationRoleIds: [role],
    });
    expect((await api.delete(`/organizations/${id}`)).status).toBe(204);
    const { tables } = sandbox.tenant;
    const left = [
      tables.organizationUsers,
      tables.organizationRoleUsers,
      tables.organizationApplications,
      tables.jitEmailDomains,
      tables.jitRoles,
      tables.invitations,
      tables.invitationRoles,
    ].map((table) => table.size);
    expect(left).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(tables.users.size).toBe(1);
    expect(tables.organizationRoles.size).toBe(1);
  });
});

describe('the template', () => {
  test('lists roles by name, with what they hold; one role alone does not tell', async () => {
    const scope = String((await api.post('/organization-scopes', { name: 'read:data' })).body['id']);
    const resource = String(
      (await api.post('/resources', { name: 'API', indicator: 'https://a.test' })).body['id'],
    );
    const apiScope = String((await api.post(`/resources/${resource}/scopes`, { name: 'read:x' })).body['id']);
    const role = { name: 'b', organizationScopeIds: [scope], resourceScopeIds: [apiScope] };
    const roleId = String((await api.post('/organization-roles', role)).body['id']);
    await api.post('/organization-roles', { name: 'a' });
    const list = await api.get('/organization-roles');
    expect(names(list)).toEqual(['a', 'b']);
    expect(list.body[1]).toMatchObject({
      scopes: [{ id: scope, name: 'read:data' }],
      resourceScopes: [{ id: apiScope, name: 'read:x', resource: { id: resource, name: 'API' } }],
    });
    expect((await api.get(`/organization-roles/${roleId}`)).body).not.toHaveProperty('scopes');
  });

  test('does not keep a role whose permissions do not exist', async () => {
    const answer = await api.post('/organization-roles', { name: 'broken', organizationScopeIds: ['nope'] });
    expect(refusal(answer)).toBe('422 entity.relation_foreign_key_not_found');
    expect((await api.get('/organization-roles')).body).toEqual([]);
  });

  test('keeps the permissions of a role when a replacement fails', async () => {
    const scope = String((await api.post('/organization-scopes', { name: 'read:data' })).body['id']);
    const role = { name: 'r', organizationScopeIds: [scope] };
    const roleId = String((await api.post('/organization-roles', role)).body['id']);
    const path = `/organization-roles/${roleId}/scopes`;
    expect(refusal(await api.put(path, { organizationScopeIds: ['nope'] }))).toBe(
      '422 entity.relation_foreign_key_not_found',
    );
    expect(refusal(await api.put(path, { organizationScopeIds: [scope, scope] }))).toBe(
      '422 entity.unique_integrity_violation',
    );
    expect(names(await api.get(path))).toEqual(['read:data']);
    expect((await api.put(path, { organizationScopeIds: [] })).status).toBe(204);
    expect((await api.get(path)).body).toEqual([]);
  });

  test('takes a name once, also when renaming', async () => {
    const scope = String((await api.post('/organization-scopes', { name: 'one' })).body['id']);
    await api.post('/organization-scopes', { name: 'two' });
    expect(refusal(await api.patch(`/organization-scopes/${scope}`, { name: 'two' }))).toBe(
      '422 entity.unique_integrity_violation',
    );
    expect((await api.patch(`/organization-scopes/${scope}`, { name: 'one' })).status).toBe(200);
  });

  test('names the table in the singular when there is nothing to update', async () => {
    const { body } = await api.patch('/organization-scopes/nope', { name: 'x' });
    expect(body).toEqual({ code: 'entity.not_exists', message: 'The organization_scope does not exist.' });
  });
});
