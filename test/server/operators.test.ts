import { beforeEach, describe, expect, it } from 'vitest';
import { SANDBOX_RESOURCE } from '../../src/sandbox/index.js';
import { createBackend, type Backend } from './support/backend.js';

const SCOPE = 'manage:organizations';
let backend: Backend;
let operator: string;
beforeEach(async () => {
  backend = await createBackend({ options: { operatorScope: SCOPE } });
  await backend.management('POST', '/api/users/noor/roles', { roleIds: ['role-operator'] });
  operator = await backend.sandbox.accessToken({ userId: 'noor', resource: SANDBOX_RESOURCE });
});

describe('operators', () => {
  it('see every organization, searched and paged', async () => {
    const { status, body } = await backend.call('GET', '/admin/organizations?page_size=3', {
      token: operator,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ total: 4, page: 1, pageSize: 3 });
    const found = await backend.call('GET', '/admin/organizations?q=kestrel', { token: operator });
    expect(found.body.items).toMatchObject([{ id: 'kestrel', memberCount: 3, isMfaRequired: true }]);
    expect(Object.keys(found.body.items[0]).sort()).toEqual(
      [
        'createdAt',
        'darkLogoUrl',
        'description',
        'id',
        'isMfaRequired',
        'logoUrl',
        'memberCount',
        'name',
      ].sort(),
    );
    const literal = await backend.call('GET', '/admin/organizations?q=%25', { token: operator });
    expect(literal.body.total).toBe(0);
  });

  it('act in organizations that they do not belong to, always on the record', async () => {
    const members = await backend.call('GET', '/organizations/kestrel/members', { token: operator });
    expect(members.body.total).toBe(3);
    const changed = await backend.call('PUT', '/organizations/kestrel/members/sam/roles', {
      token: operator,
      body: { roleIds: ['role-admin'] },
    });
    expect(changed).toMatchObject({ status: 200 });
    expect(backend.audit).toMatchObject([
      { operation: 'listMembers', organizationId: 'kestrel', actor: { userId: 'noor', isOperator: true } },
      {
        operation: 'replaceMemberRoles',
        target: { userId: 'sam' },
        outcome: 'done',
        actor: { isOperator: true },
      },
    ]);
  });

  it('do not empty an organization of administrators either', async () => {
    const answer = await backend.call('DELETE', '/organizations/northwind/members/ada', { token: operator });
    expect(answer).toMatchObject({ status: 409, body: { code: 'last_admin' } });
  });

  it('are nobody without the scope in a global role, whatever the token says', async () => {
    await backend.management('DELETE', '/api/users/noor/roles/role-operator');
    for (const [method, path, status] of [
      ['GET', '/admin/organizations', 403],
      ['GET', '/organizations/kestrel/members', 404],
      ['DELETE', '/organizations/kestrel/members/sam', 404],
    ] as const) {
      expect(await backend.call(method, path, { token: operator })).toMatchObject({ status });
    }
    expect(backend.sandbox.tenant.accounts.isMember('sam', 'kestrel')).toBe(true);
  });

  it('do and see nothing once they are suspended, though Logto leaves them their roles', async () => {
    await backend.call('GET', '/admin/organizations', { token: operator });
    await backend.management('PATCH', '/api/users/noor/is-suspended', { isSuspended: true });
    const removal = await backend.call('DELETE', '/organizations/kestrel/members/sam', { token: operator });
    expect(removal).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(backend.sandbox.tenant.accounts.isMember('sam', 'kestrel')).toBe(true);
    const later = await createBackend({ sandbox: backend.sandbox, options: { operatorScope: SCOPE } });
    expect(await later.call('GET', '/admin/organizations', { token: operator })).toMatchObject({
      status: 401,
    });
  });

  it('are not made by an organization role that holds the scope', async () => {
    // Trap: a resource token without an organization includes scopes from all organizations.
    await backend.management('POST', '/api/organization-roles/role-admin/resource-scopes', {
      scopeIds: [backend.sandbox.tenant.tables.scopes.all().find(({ name }) => name === SCOPE)?.id],
    });
    const token = await backend.sandbox.accessToken({ userId: 'ada', resource: SANDBOX_RESOURCE });
    expect(JSON.parse(atob(token.split('.')[1] ?? '')).scope).toContain(SCOPE);
    expect(await backend.call('GET', '/admin/organizations', { token })).toMatchObject({ status: 403 });
    expect(await backend.call('GET', '/organizations/aoba/members', { token })).toMatchObject({
      status: 404,
    });
  });

  it('do not exist unless the host names a scope', async () => {
    const plain = await createBackend({ sandbox: backend.sandbox });
    expect(await plain.call('GET', '/admin/organizations', { token: operator })).toMatchObject({
      status: 404,
    });
    expect(await plain.call('GET', '/organizations/aoba/members', { token: operator })).toMatchObject({
      status: 404,
    });
  });

  it('are strangers to unknown organizations', async () => {
    for (const path of ['/organizations/nowhere/members', '/organizations/nowhere/me']) {
      expect(await backend.call('GET', path, { token: operator })).toMatchObject({ status: 404 });
    }
  });

  it('are told what they may do: all that the host offers, by no role of theirs', async () => {
    const me = await backend.call('GET', '/organizations/kestrel/me', { token: operator });
    expect(me.body).toEqual({
      userId: 'noor',
      organizationId: 'kestrel',
      isOperator: true,
      roles: [],
      permissions: [],
      capabilities: expect.arrayContaining(['see-addresses', 'change-roles', 'delete-organization']),
      drift: { gained: [], lost: [] },
      isAdministrator: false,
      isLastAdministrator: false,
    });
    expect(me.body.capabilities).not.toContain('manage-bots');
    expect(backend.audit).toMatchObject([{ operation: 'getMe', actor: { isOperator: true } }]);
    await backend.management('DELETE', '/api/users/noor/roles/role-operator');
    expect(await backend.call('GET', '/organizations/kestrel/me', { token: operator })).toMatchObject({
      status: 404,
    });
  });

  it('have nothing to leave, and are members where they are', async () => {
    const answer = await backend.call('DELETE', '/organizations/kestrel/me', { token: operator });
    expect(answer).toMatchObject({ status: 404 });
    const own = await backend.call('GET', '/organizations/northwind/me', { as: 'ada' });
    expect(own.body).toMatchObject({ isOperator: false, isAdministrator: true });
  });
});

describe('permissions of the API resource', () => {
  it('count where the host says so, and those of the organization then do not', async () => {
    const resource = await createBackend({
      options: { permissionSource: 'resource', permissions: { manageMember: 'write:projects' } },
    });
    const token = await resource.sandbox.accessToken({
      userId: 'ada',
      resource: SANDBOX_RESOURCE,
      organizationId: 'northwind',
    });
    const me = await resource.call('GET', '/organizations/northwind/me', { token });
    expect(me.body.capabilities).toEqual(['change-roles']);
    expect(me.body).toMatchObject({ isAdministrator: true });
    const changed = await resource.call('PUT', '/organizations/northwind/members/sam/roles', {
      token,
      body: { roleIds: [] },
    });
    expect(changed).toMatchObject({ status: 200 });
    const sakura = await resource.sandbox.accessToken({
      userId: 'sakura',
      resource: SANDBOX_RESOURCE,
      organizationId: 'northwind',
    });
    const refused = await resource.call('PUT', '/organizations/northwind/members/sam/roles', {
      token: sakura,
      body: { roleIds: [] },
    });
    expect(refused).toMatchObject({ status: 403 });
  });

  it('can be renamed in the template', async () => {
    const renamed = await createBackend({ options: { permissions: { manageMember: 'write:data' } } });
    const me = await renamed.call('GET', '/organizations/northwind/me', { as: 'sam' });
    expect(me.body.capabilities).toContain('change-roles');
  });
});
