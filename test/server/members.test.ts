import { beforeEach, describe, expect, it } from 'vitest';
import { createBackend, type Backend } from './support/backend.js';

const MEMBERS = '/organizations/northwind/members';
const rolesOf = (userId: string): string => `${MEMBERS}/${userId}/roles`;

let backend: Backend;
beforeEach(async () => {
  backend = await createBackend();
});

/** What Logto holds, whatever the backend says. */
const liveRoles = (userId: string, organizationId = 'northwind'): string[] =>
  backend.sandbox.tenant.permissions.rolesIn(organizationId, userId).map(({ name }) => name);
const isMember = (userId: string, organizationId = 'northwind'): boolean =>
  backend.sandbox.tenant.accounts.isMember(userId, organizationId);
const apiCalls = (): string[] =>
  backend.upstream
    .filter(({ path }) => path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path}`);

describe('the list of members', () => {
  it('shows whitelisted fields only', async () => {
    const { status, body } = await backend.call('GET', MEMBERS, { as: 'ada' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ total: 4, page: 1, pageSize: 20 });
    for (const member of body.items) {
      expect(Object.keys(member).sort()).toEqual(
        ['avatar', 'blocked', 'email', 'id', 'isAdministrator', 'name', 'roles', 'username'].sort(),
      );
    }
  });

  it('hides addresses from who may not see them, also from the search', async () => {
    await backend.management('PUT', '/api/organizations/northwind/users/sam/roles', {
      organizationRoleIds: ['role-billing'],
    });
    const { body, text } = await backend.call('GET', MEMBERS, { as: 'sam' });
    expect(body.total).toBe(4);
    expect(text).not.toContain('@');
    const found = await backend.call('GET', `${MEMBERS}?q=${encodeURIComponent('ada@demo')}`, { as: 'sam' });
    expect(found.body).toMatchObject({ total: 0, items: [] });
    const byName = await backend.call('GET', `${MEMBERS}?q=okafor`, { as: 'sam' });
    expect(byName.body.items).toMatchObject([{ id: 'ada' }]);
  });

  it('never searches telephone numbers, and does not count them either', async () => {
    await backend.management('PATCH', '/api/users/sam', { primaryPhone: '4915112345678' });
    const { body } = await backend.call('GET', `${MEMBERS}?q=4915112345678`, { as: 'ada' });
    expect(body).toMatchObject({ total: 0, items: [] });
  });

  it('takes % and _ in a search as themselves', async () => {
    for (const [q, total] of [
      ['%', 0],
      ['sam_rivera', 1],
      ['a_a', 0],
      ['\\', 0],
    ] as const) {
      const { body } = await backend.call('GET', `${MEMBERS}?q=${encodeURIComponent(q)}`, { as: 'ada' });
      expect({ q, total: body.total }).toEqual({ q, total });
    }
  });

  it('filters by role and pages', async () => {
    const { body } = await backend.call('GET', `${MEMBERS}?role=role-member&page_size=2&page=2`, {
      as: 'ada',
    });
    expect(body).toMatchObject({ total: 3, page: 2, pageSize: 2 });
    expect(body.items).toHaveLength(1);
  });

  it.each([
    'page=0',
    'page_size=101',
    'page=x',
    'page=1&page=2',
    'role=A%2FB',
    'all=1',
    `q=${'x'.repeat(129)}`,
    // No database takes it: Logto would fail, and be asked again and again.
    'q=a%00b',
  ])('refuses ?%s, and names it', async (query) => {
    const { status, body } = await backend.call('GET', `${MEMBERS}?${query}`, { as: 'ada' });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'invalid_input' });
    expect(body.details.fields[0].field).toBe(query.split('=')[0]);
  });

  it('costs one call when it is asked for again', async () => {
    await backend.call('GET', MEMBERS, { as: 'ada' });
    backend.forget();
    await backend.call('GET', MEMBERS, { as: 'ada' });
    expect(apiCalls()).toEqual([expect.stringContaining('GET /api/organizations/northwind/users?')]);
  });
});

describe('roles', () => {
  it('are those of people, with what speaks against giving each', async () => {
    const { body } = await backend.call('GET', '/organizations/northwind/roles', { as: 'sam' });
    const grantable = Object.fromEntries(
      body.items.map(({ name, grantable, reason }: Record<string, unknown>) => [name, grantable || reason]),
    );
    expect(grantable).toEqual({ admin: 'exceeds_own', billing: 'exceeds_own', member: true });
  });

  it('can be replaced by who manages members, in at most four calls', async () => {
    const answer = await backend.call('PUT', rolesOf('sam'), {
      as: 'ada',
      body: { roleIds: ['role-member', 'role-billing'] },
    });
    expect(answer).toMatchObject({ status: 200, body: { userId: 'sam' } });
    expect(liveRoles('sam')).toEqual(['billing', 'member']);
    backend.forget();
    await backend.call('PUT', rolesOf('sam'), { as: 'ada', body: { roleIds: ['role-member'] } });
    expect(apiCalls().length).toBeLessThanOrEqual(4);
    expect(liveRoles('sam')).toEqual(['member']);
  });

  it('an empty list takes every role: said, not slipped', async () => {
    const without = await backend.call('PUT', rolesOf('sam'), { as: 'ada', body: {} });
    expect(without).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    expect(liveRoles('sam')).toEqual(['member']);
    await backend.call('PUT', rolesOf('sam'), { as: 'ada', body: { roleIds: [] } });
    expect(liveRoles('sam')).toEqual([]);
  });

  it.each([
    ['sam', 'somebody without the permission'],
    ['maximiliana', 'somebody without the permission'],
  ])('cannot be replaced by %s: %s', async (as) => {
    const answer = await backend.call('PUT', rolesOf('sakura'), { as, body: { roleIds: [] } });
    expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(liveRoles('sakura')).toEqual(['member']);
  });

  it('cannot be replaced with a token from before a demotion, though a read knew better a moment ago', async () => {
    const token = await backend.sandbox.accessToken({ userId: 'ada', organizationId: 'northwind' });
    await backend.call('GET', MEMBERS, { token });
    await backend.management('PUT', '/api/organizations/northwind/users/ada/roles', {
      organizationRoleIds: ['role-member'],
    });
    const answer = await backend.call('PUT', rolesOf('sam'), { token, body: { roleIds: ['role-admin'] } });
    expect(answer).toMatchObject({ status: 403 });
    expect(answer.headers.get('x-org-permission-drift')).toBe('lost');
    expect(liveRoles('sam')).toEqual(['member']);
  });

  it('cannot be replaced when the permission left the role a moment ago', async () => {
    await backend.call('GET', MEMBERS, { as: 'ada' });
    await backend.management('DELETE', '/api/organization-roles/role-admin/scopes/manage-member');
    const answer = await backend.call('PUT', rolesOf('sam'), { as: 'ada', body: { roleIds: [] } });
    expect(answer).toMatchObject({ status: 403 });
    expect(liveRoles('sam')).toEqual(['member']);
  });

  it('of machines, unknown ones and ill-formed ones are not given to people', async () => {
    for (const roleId of ['role-bot', 'no-such-role', '../x', 7]) {
      const answer = await backend.call('PUT', rolesOf('sam'), { as: 'ada', body: { roleIds: [roleId] } });
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    }
    expect(liveRoles('sam')).toEqual(['member']);
  });

  it('of somebody who is no member are nobody’s business', async () => {
    for (const userId of ['noor', 'nobody']) {
      const answer = await backend.call('PUT', rolesOf(userId), { as: 'ada', body: { roleIds: [] } });
      expect(answer).toMatchObject({ status: 404 });
      expect({ ...answer.body, requestId: 0 }).toEqual({
        code: 'not_found',
        message: 'Not found.',
        requestId: 0,
      });
    }
  });
});

describe('nobody gives, takes or acts on more than they hold', () => {
  /** A role that manages members and nothing else. */
  beforeEach(async () => {
    await backend.management('POST', '/api/organization-roles', {
      name: 'helper',
      organizationScopeIds: ['manage-member', 'delete-member', 'read-member', 'invite-member'],
    });
    const helper = backend.sandbox.tenant.tables.organizationRoles.find('name', 'helper');
    await backend.management('PUT', '/api/organizations/northwind/users/sam/roles', {
      organizationRoleIds: [helper?.id],
    });
  });

  it('not by giving a stronger role', async () => {
    const answer = await backend.call('PUT', rolesOf('sakura'), {
      as: 'sam',
      body: { roleIds: ['role-admin'] },
    });
    expect(answer).toMatchObject({ status: 403, body: { details: { reason: 'exceeds_own' } } });
    expect(liveRoles('sakura')).toEqual(['member']);
  });

  it('not by a role whose strength is only for an API resource', async () => {
    await backend.management('POST', '/api/organization-roles', {
      name: 'projects',
      resourceScopeIds: ['api-write-projects'],
    });
    const projects = backend.sandbox.tenant.tables.organizationRoles.find('name', 'projects');
    const body = { roleIds: [projects?.id] };
    const answer = await backend.call('PUT', rolesOf('sam'), { as: 'sam', body });
    expect(answer).toMatchObject({ status: 403 });
  });

  it('not to themselves', async () => {
    const answer = await backend.call('PUT', rolesOf('sam'), {
      as: 'sam',
      body: { roleIds: ['role-admin'] },
    });
    expect(answer).toMatchObject({ status: 403 });
    expect(liveRoles('sam')).toEqual(['helper']);
  });

  it('not in bulk', async () => {
    const body = { userIds: ['sakura', 'sam'], roleIds: ['role-admin'] };
    const answer = await backend.call('POST', `${MEMBERS}/roles`, { as: 'sam', body });
    expect(answer).toMatchObject({ status: 403 });
    expect(liveRoles('sakura')).toEqual(['member']);
  });

  it('not by taking roles from a stronger member, or removing one', async () => {
    const demote = await backend.call('PUT', rolesOf('ada'), { as: 'sam', body: { roleIds: [] } });
    const remove = await backend.call('DELETE', `${MEMBERS}/ada`, { as: 'sam' });
    expect([demote.status, remove.status]).toEqual([403, 403]);
    expect(liveRoles('ada')).toEqual(['admin']);
  });

  it('and the list says so beforehand', async () => {
    const { body } = await backend.call('GET', MEMBERS, { as: 'sam' });
    const ada = body.items.find(({ id }: { id: string }) => id === 'ada');
    expect(ada.blocked).toEqual({ changeRoles: 'exceeds_own', remove: 'exceeds_own' });
  });
});

describe('roles for many', () => {
  it('give a result for each, and what works stays', async () => {
    await backend.management('PUT', '/api/organizations/northwind/users/sakura/roles', {
      organizationRoleIds: [],
    });
    const answer = await backend.call('POST', `${MEMBERS}/roles`, {
      as: 'ada',
      body: { userIds: ['sakura', 'noor', 'sam'], roleIds: ['role-member'] },
    });
    expect(answer.body.items).toEqual([
      { userId: 'sakura', status: 'granted' },
      { userId: 'noor', status: 'not_a_member' },
      { userId: 'sam', status: 'unchanged' },
    ]);
    expect(liveRoles('sakura')).toEqual(['member']);
    expect(isMember('noor')).toBe(false);
  });
});

describe('the last administrator', () => {
  it.each([
    ['leave', 'DELETE', '/organizations/northwind/me', undefined],
    ['be removed by themselves', 'DELETE', `${MEMBERS}/ada`, undefined],
    ['lose the role', 'PUT', rolesOf('ada'), { roleIds: ['role-member'] }],
  ] as const)('cannot %s', async (_, method, path, body) => {
    const answer = await backend.call(method, path, { as: 'ada', ...(body && { body }) });
    expect(answer).toMatchObject({ status: 409, body: { code: 'last_admin' } });
    expect(liveRoles('ada')).toEqual(['admin']);
  });

  it('can go when there is another one, but not when that one is suspended', async () => {
    await backend.management('PUT', '/api/organizations/northwind/users/sakura/roles', {
      organizationRoleIds: ['role-admin'],
    });
    await backend.management('PATCH', '/api/users/sakura/is-suspended', { isSuspended: true });
    const first = await backend.call('DELETE', '/organizations/northwind/me', { as: 'ada' });
    expect(first).toMatchObject({ status: 409 });
    await backend.management('PATCH', '/api/users/sakura/is-suspended', { isSuspended: false });
    const second = await backend.call('DELETE', '/organizations/northwind/me', { as: 'ada' });
    expect(second).toMatchObject({ status: 204 });
    expect(isMember('ada')).toBe(false);
  });

  it.each([
    [
      'remove each other',
      (other: string) => ['DELETE', `/organizations/kestrel/members/${other}`, undefined] as const,
    ],
    [
      'demote each other',
      (other: string) => ['PUT', `/organizations/kestrel/members/${other}/roles`, { roleIds: [] }] as const,
    ],
  ])('stays when two administrators %s at once', async (_, change) => {
    backend.sandbox.tenant.accounts.setMfa('sakura', true);
    const answers = await Promise.all(
      (
        [
          ['ada', 'sakura'],
          ['sakura', 'ada'],
        ] as const
      ).map(([as, other]) => {
        const [method, path, body] = change(other);
        return backend.call(method, path, { as, ...(body && { body }) });
      }),
    );
    const worked = answers.filter(({ status }) => status < 300);
    expect(worked).toHaveLength(1);
    const left = ['ada', 'sakura'].filter((id) => liveRoles(id, 'kestrel').includes('admin'));
    expect(left).toHaveLength(1);
  });

  it('stays when two administrators leave at once', async () => {
    backend.sandbox.tenant.accounts.setMfa('sakura', true);
    const answers = await Promise.all(
      ['ada', 'sakura'].map((as) => backend.call('DELETE', '/organizations/kestrel/me', { as })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });
});

describe('removing', () => {
  it('takes a member out, who then sees nothing', async () => {
    const token = await backend.sandbox.accessToken({ userId: 'sam', organizationId: 'northwind' });
    await backend.call('GET', MEMBERS, { token });
    expect(await backend.call('DELETE', `${MEMBERS}/sam`, { as: 'ada' })).toMatchObject({ status: 204 });
    expect(isMember('sam')).toBe(false);
    expect(await backend.call('GET', MEMBERS, { token })).toMatchObject({ status: 404 });
  });

  it('holds for a read that was under way meanwhile', async () => {
    let isHeld = (): void => undefined;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (isHeld = resolve));
    const released = new Promise<void>((resolve) => (release = resolve));
    let reads = 0;
    backend = await createBackend({
      intercept: async (request) => {
        if (!request.url.endsWith('/users/sam/roles') || (reads += 1) > 1) return undefined;
        const before = await backend.sandbox.fetch(request);
        isHeld();
        await released;
        return before;
      },
    });
    const token = await backend.sandbox.accessToken({ userId: 'sam', organizationId: 'northwind' });
    const reading = backend.call('GET', MEMBERS, { token });
    await held;
    expect(await backend.call('DELETE', `${MEMBERS}/sam`, { as: 'ada' })).toMatchObject({ status: 204 });
    release();
    await reading;
    expect(await backend.call('GET', MEMBERS, { token })).toMatchObject({ status: 404 });
  });

  it('needs the permission', async () => {
    expect(await backend.call('DELETE', `${MEMBERS}/sakura`, { as: 'sam' })).toMatchObject({ status: 403 });
    expect(isMember('sakura')).toBe(true);
  });

  it('does not find who is no member', async () => {
    expect(await backend.call('DELETE', `${MEMBERS}/noor`, { as: 'ada' })).toMatchObject({ status: 404 });
  });
});
