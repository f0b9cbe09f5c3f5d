import { beforeEach, describe, expect, test } from 'vitest';
import { MANAGEMENT_RESOURCE } from '../../src/sandbox/built-in.js';
import { names, refusal, startManagement, type ManagementClient } from './management-client.js';

let clock: number;
let api: ManagementClient;
const created = async (path: string, body: object) => String((await api.post(path, body)).body['id']);

beforeEach(async () => {
  clock = Date.UTC(2026, 5, 1);
  api = await startManagement({ now: () => clock });
});

describe('users', () => {
  test('are listed newest first and searched by patterns, fields and modes', async () => {
    await created('/users', { username: 'ann', primaryEmail: 'ann@x.test', name: 'Ann' });
    await created('/users', { username: 'ben', primaryEmail: 'ben@x.test', name: 'Ben' });
    expect(names(await api.get('/users'))).toEqual(['Ben', 'Ann']);
    expect(names(await api.get('/users?search=%25an%25'))).toEqual(['Ann']);
    // Without % the pattern is the whole text.
    expect(names(await api.get('/users?search=an'))).toEqual([]);
    expect(names(await api.get('/users?search.primaryEmail=BEN%40x.test&mode.primaryEmail=exact'))).toEqual([
      'Ben',
    ]);
    expect(names(await api.get('/users?search.name=B%25&search.username=ann&joint=or'))).toEqual([
      'Ben',
      'Ann',
    ]);
    expect(names(await api.get('/users?search.name=B%25&search.username=ann&joint=and'))).toEqual([]);
    expect(refusal(await api.get('/users?search.secret=x'))).toBe('400 request.invalid_input');
    expect(refusal(await api.get('/users?search='))).toBe('400 request.invalid_input');
  });

  test('have an address once, whatever its case', async () => {
    await created('/users', { primaryEmail: 'ann@x.test', username: 'ann' });
    expect(refusal(await api.post('/users', { primaryEmail: 'ANN@x.test' }))).toBe(
      '422 user.email_already_in_use',
    );
    const ben = await created('/users', { primaryEmail: 'ben@x.test' });
    expect(refusal(await api.patch(`/users/${ben}`, { primaryEmail: 'Ann@x.test' }))).toBe(
      '422 user.email_already_in_use',
    );
    expect(refusal(await api.patch(`/users/${ben}`, { username: 'ann' }))).toBe(
      '422 user.username_already_in_use',
    );
    expect((await api.patch(`/users/${ben}`, { primaryEmail: 'Ben@x.test' })).status).toBe(200);
  });

  test('are changed, suspended and deleted', async () => {
    const ann = await created('/users', { username: 'ann', customData: { a: 1 } });
    clock += 5;
    const { body } = await api.patch(`/users/${ann}`, { name: 'Ann', customData: { b: 2 } });
    expect(body).toMatchObject({ name: 'Ann', customData: { b: 2 }, username: 'ann', updatedAt: clock });
    expect((await api.patch(`/users/${ann}/custom-data`, { customData: { c: 3 } })).body).toEqual({
      b: 2,
      c: 3,
    });
    const suspended = await api.patch(`/users/${ann}/is-suspended`, { isSuspended: true });
    expect(suspended.body['isSuspended']).toBe(true);
    expect((await api.delete(`/users/${ann}`)).status).toBe(204);
    expect(refusal(await api.delete(`/users/${ann}`))).toBe('404 entity.not_found');
    expect(refusal(await api.patch(`/users/${ann}`, { name: 'x' }))).toBe('404 entity.not_found');
  });

  test('have a name that is too long for the column refused by the database', async () => {
    expect(refusal(await api.post('/users', { name: 'x'.repeat(129) }))).toBe('422 entity.value_too_long');
  });

  test('get and lose a second factor', async () => {
    const ann = await created('/users', { username: 'ann' });
    const path = `/users/${ann}/mfa-verifications`;
    expect(refusal(await api.post(path, { type: 'BackupCode' }))).toBe(
      '422 session.mfa.backup_code_can_not_be_alone',
    );
    expect((await api.post(path, { type: 'Totp' })).body['secret']).toEqual(expect.any(String));
    expect(refusal(await api.post(path, { type: 'Totp' }))).toBe('422 user.totp_already_in_use');
    const [factor] = (await api.get(path)).body;
    expect(api.sandbox.tenant.accounts.hasMfa(ann)).toBe(true);
    expect((await api.delete(`${path}/${String(factor?.['id'])}`)).status).toBe(204);
    expect(api.sandbox.tenant.accounts.hasMfa(ann)).toBe(false);
  });
});

describe('just-in-time provisioning', () => {
  test('happens at sign-up, not for accounts of the Management API', async () => {
    const org = await created('/organizations', { name: 'Acme' });
    const role = await created('/organization-roles', { name: 'member' });
    await api.post(`/organizations/${org}/jit/email-domains`, { emailDomain: 'acme.test' });
    await api.put(`/organizations/${org}/jit/roles`, { organizationRoleIds: [role] });
    const made = await created('/users', { primaryEmail: 'made@acme.test' });
    const { accounts, permissions } = api.sandbox.tenant;
    const joined = accounts.signUp({ primaryEmail: 'joined@acme.test' });
    const other = accounts.signUp({ primaryEmail: 'other@elsewhere.test' });
    expect([made, joined.id, other.id].map((id) => accounts.isMember(id, org))).toEqual([false, true, false]);
    expect(permissions.rolesIn(org, joined.id).map(({ name }) => name)).toEqual(['member']);
  });

  test('with a role for machines fails, and leaves no account', async () => {
    const org = await created('/organizations', { name: 'Acme' });
    const bot = await created('/organization-roles', { name: 'bot', type: 'MachineToMachine' });
    await api.post(`/organizations/${org}/jit/email-domains`, { emailDomain: 'acme.test' });
    expect((await api.post(`/organizations/${org}/jit/roles`, { organizationRoleIds: [bot] })).status).toBe(
      201,
    );
    const { accounts } = api.sandbox.tenant;
    expect(() => accounts.signUp({ primaryEmail: 'a@acme.test' })).toThrow();
    expect(accounts.findByEmail('a@acme.test')).toBeUndefined();
  });

  test('lists of unknown organizations differ by route', async () => {
    expect((await api.get('/organizations/nope/jit/email-domains')).body).toEqual([]);
    expect(refusal(await api.get('/organizations/nope/jit/roles'))).toBe('404 entity.not_exists_with_id');
  });
});

describe('one-time tokens', () => {
  const token = async (more: object = {}) =>
    (await api.post('/one-time-tokens', { email: 'eve@x.test', ...more })).body as unknown as {
      id: string;
      token: string;
    };
  const verify = (value: string, email = 'eve@x.test') =>
    api.post('/one-time-tokens/verify', { token: value, email });

  test('are consumed once', async () => {
    const { token: value } = await token();
    expect(value).toMatch(/^\w{32}$/);
    expect((await verify(value)).body['status']).toBe('consumed');
    expect(refusal(await verify(value))).toBe('400 one_time_token.token_consumed');
  });

  test('are refused for an unknown token, another address or case, after a revocation', async () => {
    const { id, token: value } = await token();
    expect(refusal(await verify('nope'))).toBe('404 one_time_token.token_not_found');
    expect(refusal(await verify(value, 'Eve@x.test'))).toBe('400 one_time_token.email_mismatch');
    await api.put(`/one-time-tokens/${id}/status`, { status: 'revoked' });
    expect(refusal(await verify(value))).toBe('400 one_time_token.token_revoked');
    expect(refusal(await api.put(`/one-time-tokens/${id}/status`, { status: 'active' }))).toBe(
      '400 one_time_token.cannot_reactivate_token',
    );
  });

  test('end after their lifetime: ten minutes, or as told', async () => {
    const short = await token({ expiresIn: 5 });
    const usual = await token();
    clock += 5000;
    expect(refusal(await verify(short.token))).toBe('400 one_time_token.token_expired');
    expect((await api.get(`/one-time-tokens/${short.id}`)).body['status']).toBe('expired');
    clock += 594_999;
    expect((await verify(usual.token)).status).toBe(200);
    expect(refusal(await api.post('/one-time-tokens', { email: 'e@x.test', expiresIn: 0 }))).toBe(
      '400 guard.invalid_input',
    );
  });
});

describe('applications, resources and global roles', () => {
  test('built in are the Management API, the API resource and two applications', async () => {
    const resources = (await api.get('/resources?includeScopes=true')).body;
    expect(resources.map(({ indicator }) => indicator)).toEqual(
      expect.arrayContaining([MANAGEMENT_RESOURCE, 'https://api.orgkit.test']),
    );
    const applications = await api.get('/applications');
    expect(applications.body.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['sandbox-m2m', 'sandbox-spa']),
    );
    expect(JSON.stringify(applications.body)).not.toContain('sandbox-m2m-secret');
    for (const path of ['/users', '/organizations', '/organization-roles', '/organization-scopes']) {
      expect((await api.get(path)).body).toEqual([]);
    }
  });

  test('an application has its JSON columns replaced whole', async () => {
    const metadata = { redirectUris: ['http://localhost:1/callback'], postLogoutRedirectUris: [] };
    const { body } = await api.patch('/applications/sandbox-spa', {
      oidcClientMetadata: metadata,
      customClientMetadata: { corsAllowedOrigins: ['http://localhost:1'] },
    });
    expect(body['oidcClientMetadata']).toEqual(metadata);
    const again = await api.patch('/applications/sandbox-spa', { customClientMetadata: {} });
    expect(again.body).toMatchObject({ oidcClientMetadata: metadata, customClientMetadata: {} });
    const wrong = { redirectUris: ['not an address'], postLogoutRedirectUris: [] };
    for (const oidcClientMetadata of [wrong, { redirectUris: [] }]) {
      expect(refusal(await api.patch('/applications/sandbox-spa', { oidcClientMetadata }))).toBe(
        '400 guard.invalid_input',
      );
    }
    expect(refusal(await api.get('/applications/nope'))).toBe('404 entity.not_exists_with_id');
  });

  test('an application without a role gets no scope of the Management API', async () => {
    const app = await created('/applications', { name: 'New', type: 'MachineToMachine' });
    const { permissions } = api.sandbox.tenant;
    expect(permissions.applicationResourceScopes(app, MANAGEMENT_RESOURCE)).toEqual([]);
    const [role] = (await api.get('/roles')).body;
    const added = await api.post(`/applications/${app}/roles`, { roleIds: [role?.['id']] });
    expect(added).toMatchObject({ status: 201, body: { addedRoleIds: [role?.['id']] } });
    expect(permissions.applicationResourceScopes(app, MANAGEMENT_RESOURCE).map(({ name }) => name)).toEqual([
      'all',
    ]);
  });

  test('a resource has an indicator once, and scopes with a name once', async () => {
    const resource = { name: 'API', indicator: 'https://a.test' };
    const id = await created('/resources', resource);
    expect(refusal(await api.post('/resources', resource))).toBe('422 resource.resource_identifier_in_use');
    expect((await api.post(`/resources/${id}/scopes`, { name: 'read' })).status).toBe(201);
    expect(refusal(await api.post(`/resources/${id}/scopes`, { name: 'read' }))).toBe(
      '422 scope.name_exists',
    );
    expect(refusal(await api.post(`/resources/${id}/scopes`, { name: 'a b' }))).toBe(
      '400 scope.name_with_space',
    );
    expect(refusal(await api.delete('/resources/management-api'))).toBe(
      '400 resource.cannot_delete_management_api',
    );
  });

  test('a global role for people cannot hold the Management API, nor be given to a machine', async () => {
    const role = { name: 'operator', description: 'All' };
    expect(refusal(await api.post('/roles', { ...role, scopeIds: ['management-api-all'] }))).toBe(
      '403 role.management_api_scopes_not_assignable_to_user_role',
    );
    const id = await created('/roles', role);
    expect(refusal(await api.post('/roles', role))).toBe('422 role.name_in_use');
    expect(refusal(await api.post('/applications/sandbox-m2m/roles', { roleIds: [id] }))).toBe(
      '422 application.invalid_role_type',
    );
    const ann = await created('/users', { username: 'ann' });
    expect((await api.post(`/roles/${id}/users`, { userIds: [ann] })).status).toBe(201);
    expect(names(await api.get(`/users/${ann}/roles`))).toEqual(['operator']);
  });
});
