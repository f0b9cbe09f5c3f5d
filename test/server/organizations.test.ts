import { beforeEach, describe, expect, it } from 'vitest';
import { SANDBOX_RESOURCE } from '../../src/sandbox/index.js';
import type { OrgHandlerOptions } from '../../src/server/index.js';
import { createBackend, type Backend } from './support/backend.js';

const NORTHWIND = '/organizations/northwind';
let backend: Backend;
beforeEach(async () => {
  backend = await createBackend();
});
const using = async (options: Partial<OrgHandlerOptions>): Promise<void> => {
  backend = await createBackend({ options });
};
const organizations = () => backend.sandbox.tenant.tables.organizations;
const stored = (id = 'northwind') => organizations().get(id);

describe('creating an organization', () => {
  const body = { name: 'New Venture', description: 'Starts today', logoUrl: 'https://img.test/n.png' };

  it('makes the caller a member with the creator’s roles, at once usable', async () => {
    const { status, body: made } = await backend.call('POST', '/organizations', { as: 'noor', body });
    expect(status).toBe(201);
    expect(made).toMatchObject({ ...body, roles: [{ name: 'admin' }] });
    const me = await backend.call('GET', `/organizations/${made.id}/me`, { as: 'noor' });
    expect(me.body).toMatchObject({ isAdministrator: true, isLastAdministrator: true });
    expect(backend.audit).toMatchObject([
      { operation: 'createOrganization', outcome: 'done', organizationId: made.id },
    ]);
  });

  it.each([
    { tenantId: 'evil' },
    { createdAt: 1 },
    { id: 'chosen' },
    { isMfaRequired: true },
    { customCss: 'body{}' },
    { branding: { logoUrl: 'https://img.test/x.png' } },
  ])('takes nothing but the whitelist: %j', async (extra) => {
    const before = organizations().all().length;
    const answer = await backend.call('POST', '/organizations', { as: 'noor', body: { ...body, ...extra } });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    expect(answer.body.details.fields[0].field).toBe(Object.keys(extra)[0]);
    expect(organizations().all()).toHaveLength(before);
  });

  it('takes of custom data what the host allows, and names the rest', async () => {
    await using({ organizations: { customDataKeys: ['industry'] } });
    const make = (customData: object) =>
      backend.call('POST', '/organizations', { as: 'noor', body: { ...body, customData } });
    const { body: made } = await make({ industry: 'Charts' });
    expect(stored(made.id)?.customData).toEqual({ industry: 'Charts' });
    const before = organizations().all().length;
    const refused = await make({ industry: 'Charts', plan: 'free' });
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'invalid_input', details: { fields: [{ field: 'customData.plan' }] } },
    });
    expect(organizations().all()).toHaveLength(before);
  });

  it.each([
    ['name', ''],
    ['name', '   '],
    ['name', 'x'.repeat(129)],
    ['name', 'evil\u202Egnp'],
    ['name', 7],
    ['description', 'x'.repeat(257)],
    ['logoUrl', 'http://img.test/x.png'],
    ['logoUrl', 'javascript:alert(1)'],
    ['logoUrl', 'data:image/svg+xml,x'],
    // It would be saved, and not be shown.
    ['logoUrl', 'https://name:password@img.test/x.png'],
  ])('refuses %s %j', async (field, value) => {
    const answer = await backend.call('POST', '/organizations', {
      as: 'noor',
      body: { ...body, [field]: value },
    });
    expect(answer).toMatchObject({ status: 400, body: { details: { fields: [{ field }] } } });
  });

  it.each(['users', 'roles'])('is undone when the step after it fails: %s', async (step) => {
    backend = await createBackend({
      intercept: ({ url, method }) =>
        method !== 'GET' && url.endsWith(`/${step}`) ? new Response('', { status: 400 }) : undefined,
    });
    const before = organizations().all().length;
    const answer = await backend.call('POST', '/organizations', { as: 'noor', body });
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(organizations().all()).toHaveLength(before);
  });

  it('is undone when the caller goes away in the middle', async () => {
    const caller = new AbortController();
    backend = await createBackend({
      intercept: ({ url, method }) => {
        if (method === 'POST' && url.endsWith('/users')) caller.abort();
        return undefined;
      },
    });
    const before = organizations().all().length;
    await backend.call('POST', '/organizations', { as: 'noor', body, signal: caller.signal });
    expect(organizations().all()).toHaveLength(before);
  });

  it('can be off, and then is not offered', async () => {
    await using({ organizations: { create: 'off' } });
    expect(await backend.call('POST', '/organizations', { as: 'noor', body })).toMatchObject({ status: 403 });
    const list = await backend.call('GET', '/organizations', { as: 'noor' });
    expect(list.body.canCreate).toBe(false);
  });

  it('can need a global scope, which only a global role gives', async () => {
    await using({ organizations: { create: { scope: 'write:projects' } } });
    // Ada's token of the resource has that scope, from a role in an organization: it must not count.
    const ada = await backend.call('POST', '/organizations', { as: 'ada', body });
    expect(ada).toMatchObject({ status: 403 });
    await backend.management('POST', '/api/roles', {
      name: 'maker',
      description: 'x',
      scopeIds: ['api-write-projects'],
    });
    const maker = backend.sandbox.tenant.tables.roles.find('name', 'maker');
    await backend.management('POST', '/api/users/noor/roles', { roleIds: [maker?.id] });
    expect(await backend.call('POST', '/organizations', { as: 'noor', body })).toMatchObject({ status: 201 });
  });

  it('is refused to who is suspended since the token was issued', async () => {
    const token = await backend.sandbox.accessToken({ userId: 'noor', resource: SANDBOX_RESOURCE });
    await backend.management('PATCH', '/api/users/noor/is-suspended', { isSuspended: true });
    const before = organizations().all().length;
    const answer = await backend.call('POST', '/organizations', { token, body });
    expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(organizations().all()).toHaveLength(before);
  });

  it('keeps the cap of a person, also when asked several times at once', async () => {
    await using({ organizations: { maximumPerPerson: 2 } });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => backend.call('POST', '/organizations', { as: 'noor', body })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 403, 403, 403]);
    const list = await backend.call('GET', '/organizations', { as: 'noor' });
    expect(list.body.canCreate).toBe(false);
  });

  it('keeps the rate of a person', async () => {
    await using({ limits: { organizationsPerPerson: { limit: 1, seconds: 3600 } } });
    await backend.call('POST', '/organizations', { as: 'noor', body });
    const second = await backend.call('POST', '/organizations', { as: 'noor', body });
    expect(second).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('does not leave a creator without a role when the template has none of that name', async () => {
    await using({ organizations: { creatorRoles: ['owner'] } });
    const before = organizations().all().length;
    expect(await backend.call('POST', '/organizations', { as: 'noor', body })).toMatchObject({ status: 500 });
    expect(organizations().all()).toHaveLength(before);
    expect(JSON.stringify(backend.log)).toContain('owner');
  });
});

describe('the profile of an organization', () => {
  it('shows members the whitelist, and of custom data what the host allows', async () => {
    await using({ organizations: { customDataKeys: ['plan'] } });
    await backend.management('PATCH', '/api/organizations/northwind', {
      customData: { plan: 'pro', stripeSecret: 'sk_live' },
    });
    const { body, headers, text } = await backend.call('GET', NORTHWIND, { as: 'sam' });
    expect(Object.keys(body).sort()).toEqual(
      [
        'createdAt',
        'customData',
        'darkLogoUrl',
        'description',
        'id',
        'isMfaRequired',
        'logoUrl',
        'name',
        'version',
      ].sort(),
    );
    expect(body.customData).toEqual({ plan: 'pro' });
    expect(text).not.toContain('sk_live');
    expect(headers.get('etag')).toBe(`"${body.version}"`);
  });

  it('shows no logo that could harm a page', async () => {
    await backend.management('PATCH', '/api/organizations/northwind', {
      branding: { logoUrl: 'javascript:alert(1)', darkLogoUrl: 'https://img.test/d.png' },
    });
    const { body } = await backend.call('GET', NORTHWIND, { as: 'sam' });
    expect(body).toMatchObject({ logoUrl: null, darkLogoUrl: 'https://img.test/d.png' });
  });

  it('changes only what was sent; nothing that Logto keeps beside it is lost', async () => {
    await using({ organizations: { customDataKeys: ['plan', 'seats'] } });
    await backend.management('PATCH', '/api/organizations/northwind', {
      customData: { plan: 'pro', seats: 3, internal: { id: 7 } },
      branding: { logoUrl: 'https://img.test/l.png', favicon: 'https://img.test/f.ico' },
    });
    const answer = await backend.call('PATCH', NORTHWIND, {
      as: 'ada',
      body: { darkLogoUrl: 'https://img.test/d.png', customData: { seats: 5, plan: null } },
    });
    expect(answer).toMatchObject({
      status: 200,
      body: { customData: { seats: 5 }, name: 'Northwind Studio' },
    });
    expect(stored()).toMatchObject({
      customData: { seats: 5, internal: { id: 7 } },
      branding: {
        logoUrl: 'https://img.test/l.png',
        darkLogoUrl: 'https://img.test/d.png',
        favicon: 'https://img.test/f.ico',
      },
    });
    expect(stored()?.customData).not.toHaveProperty('plan');
    await backend.call('PATCH', NORTHWIND, { as: 'ada', body: { logoUrl: null } });
    expect(stored()?.branding).toEqual({
      darkLogoUrl: 'https://img.test/d.png',
      favicon: 'https://img.test/f.ico',
    });
  });

  it.each([{ customData: { other: 1 } }, { customCss: 'x' }, { tenantId: 'x' }, { id: 'x' }])(
    'refuses %j, and names it',
    async (body) => {
      const before = stored();
      const answer = await backend.call('PATCH', NORTHWIND, { as: 'ada', body });
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
      expect(stored()).toEqual(before);
    },
  );

  it.each([
    // Written back it would be too deep to be read: nobody could open the profile again.
    ['nested without end', () => JSON.parse(`${'['.repeat(3000)}${']'.repeat(3000)}`)],
    ['a text that a database refuses', () => 'a\0b'],
    ['one in a list', () => ({ list: ['\uD800'] })],
    ['one as a key', () => ({ '\0': 1 })],
  ])('takes no custom data that is %s', async (_, value) => {
    await using({ organizations: { customDataKeys: ['industry'] } });
    const customData = { industry: value() };
    for (const [method, path, name] of [
      ['PATCH', NORTHWIND, undefined],
      ['POST', '/organizations', 'New Venture'],
    ] as const) {
      const answer = await backend.call(method, path, { as: 'ada', body: { name, customData } });
      expect(answer).toMatchObject({
        status: 400,
        body: { code: 'invalid_input', details: { fields: [{ field: 'customData.industry' }] } },
      });
    }
    expect(await backend.call('GET', NORTHWIND, { as: 'ada' })).toMatchObject({ status: 200 });
    const fine = { industry: { list: ['Zürich 🙂', { deep: [[[null, 1.5, true]]] }] } };
    const saved = await backend.call('PATCH', NORTHWIND, { as: 'ada', body: { customData: fine } });
    expect(saved).toMatchObject({ status: 200, body: { customData: fine } });
  });

  it('is not overwritten when somebody else saved in the meantime', async () => {
    const { body } = await backend.call('GET', NORTHWIND, { as: 'ada' });
    const save = (name: string) =>
      backend.call('PATCH', NORTHWIND, {
        as: 'ada',
        body: { name },
        headers: { 'if-match': `"${body.version}"` },
      });
    const answers = await Promise.all([save('First'), save('Second')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const refused = answers.find(({ status }) => status === 412);
    expect(refused?.body.code).toBe('precondition_failed');
    expect(stored()?.name).toBe(answers[0]?.status === 200 ? 'First' : 'Second');
  });

  it('is changed only by who manages the organization', async () => {
    expect(await backend.call('PATCH', NORTHWIND, { as: 'sam', body: { name: 'Mine' } })).toMatchObject({
      status: 403,
    });
    expect(stored()?.name).toBe('Northwind Studio');
  });

  it('does not let somebody without a second factor require one', async () => {
    backend.sandbox.tenant.accounts.setMfa('ada', false);
    const answer = await backend.call('PATCH', NORTHWIND, { as: 'ada', body: { isMfaRequired: true } });
    expect(answer).toMatchObject({ status: 409, body: { details: { reason: 'mfa_not_set_up' } } });
    expect(stored()?.isMfaRequired).toBe(false);
    backend.sandbox.tenant.accounts.setMfa('ada', true);
    expect(
      await backend.call('PATCH', NORTHWIND, { as: 'ada', body: { isMfaRequired: true } }),
    ).toMatchObject({
      status: 200,
    });
  });
});

describe('deleting an organization', () => {
  it('needs its name, the permission and a token for it', async () => {
    for (const [as, body, status] of [
      ['ada', {}, 400],
      ['ada', { name: 'northwind studio' }, 400],
      ['sam', { name: 'Northwind Studio' }, 403],
    ] as const) {
      expect(await backend.call('DELETE', NORTHWIND, { as, body })).toMatchObject({ status });
    }
    const foreign = await backend.call('DELETE', '/organizations/aoba', {
      as: 'ada',
      for: 'northwind',
      body: { name: '青葉デザイン' },
    });
    expect(foreign).toMatchObject({ status: 404 });
    expect(stored()).toBeDefined();
    expect(stored('aoba')).toBeDefined();
    const answer = await backend.call('DELETE', NORTHWIND, { as: 'ada', body: { name: 'Northwind Studio' } });
    expect(answer).toMatchObject({ status: 204 });
    expect(stored()).toBeUndefined();
  });

  it('hides it from all who had just read something in it', async () => {
    const token = await backend.sandbox.accessToken({ userId: 'sam', organizationId: 'northwind' });
    const paths = ['members', 'roles', 'me'].map((part) => `/organizations/northwind/${part}`);
    for (const path of paths)
      expect(await backend.call('GET', path, { token })).toMatchObject({ status: 200 });
    await backend.call('DELETE', '/organizations/northwind', {
      as: 'ada',
      body: { name: 'Northwind Studio' },
    });
    for (const path of paths)
      expect(await backend.call('GET', path, { token })).toMatchObject({ status: 404 });
  });
});
