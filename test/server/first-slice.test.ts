import { beforeAll, describe, expect, it } from 'vitest';
import { createBackend, type Backend } from './support/backend.js';

let backend: Backend;
beforeAll(async () => {
  backend = await createBackend();
});

describe('what the switcher reads', () => {
  it('lists my organizations with my roles and the logos, and no other field', async () => {
    const { status, body } = await backend.call('GET', '/organizations', { as: 'ada' });
    expect(status).toBe(200);
    expect(body.items.map(({ id }: { id: string }) => id).sort()).toEqual(['halden', 'kestrel', 'northwind']);
    const northwind = body.items.find(({ id }: { id: string }) => id === 'northwind');
    expect(Object.keys(northwind).sort()).toEqual(
      ['id', 'name', 'description', 'logoUrl', 'darkLogoUrl', 'isMfaRequired', 'roles'].sort(),
    );
    expect(northwind.roles).toEqual([{ id: expect.any(String), name: 'admin' }]);
  });

  it('tells live roles and permissions, and for each permission the roles that give it', async () => {
    const { status, body } = await backend.call('GET', '/organizations/northwind/me', { as: 'ada' });
    expect(status).toBe(200);
    expect(body.roles).toEqual([expect.objectContaining({ name: 'admin' })]);
    const names = body.permissions.map(({ name }: { name: string }) => name);
    expect(names).toContain('manage:member');
    for (const permission of body.permissions) expect(permission.roles).toEqual([body.roles[0].id]);
    expect(body.capabilities).toContain('invite-members');
    expect(body).toMatchObject({ isAdministrator: true, isLastAdministrator: true });
  });

  it('follows live roles with an old token, and says that the token is older', async () => {
    const own = await createBackend();
    const token = await own.sandbox.accessToken({ userId: 'ada', organizationId: 'northwind' });
    await own.management('PUT', '/api/organizations/northwind/users/ada/roles', { organizationRoleIds: [] });
    const { body, headers } = await own.call('GET', '/organizations/northwind/me', { token });
    expect(body.permissions).toEqual([]);
    expect(headers.get('x-org-permission-drift')).toBe('lost');
  });

  it('lists the invitations for my live address, and lets me accept one', async () => {
    const own = await createBackend();
    const { body } = await own.call('GET', '/invitations', { as: 'noor' });
    expect(body.items.map(({ id }: { id: string }) => id).sort()).toEqual([
      'invite-noor-halden',
      'invite-noor-northwind',
    ]);
    expect(body.items[0].organization.name).toEqual(expect.any(String));
    const accepted = await own.call('POST', '/invitations/invite-noor-halden/accept', { as: 'noor' });
    expect(accepted).toMatchObject({ status: 200, body: { organizationId: 'halden' } });
    const mine = await own.call('GET', '/organizations', { as: 'noor' });
    expect(mine.body.items).toMatchObject([{ id: 'halden', roles: [{ name: 'admin' }] }]);
    expect(own.audit).toMatchObject([
      { operation: 'acceptInvitation', outcome: 'done', organizationId: 'halden', actor: { userId: 'noor' } },
    ]);
  });
});
