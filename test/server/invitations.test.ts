import { beforeEach, describe, expect, it } from 'vitest';
import type { OrgHandlerOptions } from '../../src/server/index.js';
import { createBackend, type Answer, type Backend } from './support/backend.js';

const INVITATIONS = '/organizations/northwind/invitations';
const DAY = 86_400_000;

let backend: Backend;
beforeEach(async () => {
  backend = await createBackend();
});

const using = async (options: Partial<OrgHandlerOptions>): Promise<Backend> => {
  backend = await createBackend({ options });
  return backend;
};
const invite = (emails: readonly string[], body: object = {}, as = 'ada'): Promise<Answer> =>
  backend.call('POST', INVITATIONS, {
    as,
    body: { invitations: emails.map((email) => ({ email })), roleIds: ['role-member'], ...body },
  });
const statuses = ({ body }: Answer): string[] => body.items.map(({ status }: { status: string }) => status);
const rows = (email: string) => backend.sandbox.tenant.tables.invitations.where('lowerInvitee', email);
const mails = () => backend.sandbox.tenant.outbox.list();
const apiCalls = (): string[] =>
  backend.upstream
    .filter(({ path }) => path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path}`);

describe('inviting', () => {
  it('gives a result for each address, and what works stays', async () => {
    const answer = await invite([
      'New.Person@Example.test',
      'SAKURA@demo.test',
      'lena.fischer@demo.test',
      'no address',
      'new.person@example.test',
    ]);
    expect(answer.status).toBe(200);
    expect(statuses(answer)).toEqual([
      'invited',
      'already_member',
      'already_invited',
      'invalid',
      'duplicate',
    ]);
    expect(rows('new.person@example.test')).toMatchObject([
      {
        invitee: 'new.person@example.test',
        inviterId: 'ada',
        organizationId: 'northwind',
        status: 'Pending',
      },
    ]);
    expect(mails()).toHaveLength(1);
    const { invitation } = answer.body.items[0];
    expect(mails()[0]).toMatchObject({
      to: 'new.person@example.test',
      link: `https://app.test/join?invitation=${invitation.id}`,
    });
    expect(invitation.link).toBe(mails()[0]?.link);
  });

  it('costs at most two calls for each address and four for all', async () => {
    await invite(['warm@example.test']);
    backend.forget();
    const answer = await invite(Array.from({ length: 10 }, (_, index) => `person${index}@example.test`));
    expect(new Set(statuses(answer))).toEqual(new Set(['invited']));
    expect(apiCalls().length).toBeLessThanOrEqual(24);
  });

  it('makes links without mails when asked to', async () => {
    const answer = await invite(['link@example.test'], { delivery: 'link' });
    expect(statuses(answer)).toEqual(['invited']);
    expect(answer.body.items[0].invitation.link).toMatch(/^https:\/\/app\.test\/join\?invitation=/);
    expect(mails()).toEqual([]);
  });

  it('takes a language and a lifetime, and nothing else, from the client', async () => {
    await invite(['de@example.test'], { locale: 'de', lifetimeDays: 3 });
    expect(mails()[0]?.payload).toMatchObject({ locale: 'de' });
    const [row] = rows('de@example.test');
    expect(Math.round(((row?.expiresAt ?? 0) - Date.now()) / DAY)).toBe(3);
    for (const extra of [
      { messagePayload: { link: 'https://evil.test' } },
      { link: 'https://evil.test' },
      { inviterId: 'sam' },
      { organizationId: 'halden' },
      { organization: { name: 'Evil' } },
      { expiresAt: 1 },
      { lifetimeDays: 31 },
      { locale: 'de<script>' },
    ]) {
      const answer = await invite(['x@example.test'], extra);
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
      expect(answer.body.details.fields[0].field).toBe(Object.keys(extra)[0]);
    }
    expect(rows('x@example.test')).toEqual([]);
  });

  it('gives no role beyond the inviter’s own, address by address', async () => {
    const answer = await backend.call('POST', INVITATIONS, {
      as: 'sam',
      body: {
        invitations: [
          { email: 'a@example.test', roleIds: ['role-admin'] },
          { email: 'b@example.test', roleIds: ['role-member'] },
        ],
      },
    });
    expect(statuses(answer)).toEqual(['not_allowed', 'invited']);
    expect(rows('a@example.test')).toEqual([]);
  });

  it('never takes a role for machines, which would block acceptance', async () => {
    expect(await invite(['a@example.test'], { roleIds: ['role-bot'] })).toMatchObject({ status: 400 });
    expect(rows('a@example.test')).toEqual([]);
  });

  it('does not depend on whether an address has an account', async () => {
    const withAccount = await invite(['noor.two@demo.test', 'noor@demo.test'], {});
    const [unknown, known] = withAccount.body.items;
    expect(unknown.status).toBe('invited');
    // Noor has an account and, in the seed, a pending invitation: only that one is told.
    expect(known.status).toBe('already_invited');
    await backend.management('DELETE', '/api/organization-invitations/invite-noor-northwind');
    const again = await invite(['noor@demo.test']);
    expect(Object.keys(again.body.items[0].invitation)).toEqual(Object.keys(unknown.invitation));
  });

  it('tells who is a member only to those who see addresses', async () => {
    await using({ addresses: 'nobody' });
    expect(statuses(await invite(['sakura@demo.test']))).toEqual(['not_allowed']);
  });

  it('finds members and pending ones whatever the case, which Logto does not', async () => {
    await backend.management('PATCH', '/api/users/sakura', { primaryEmail: 'Sakura@Demo.test' });
    await backend.management('POST', '/api/organization-invitations', {
      organizationId: 'northwind',
      invitee: 'Mixed@Example.test',
      expiresAt: Date.now() + DAY,
    });
    const answer = await invite(['sakura@demo.test', 'mixed@example.test']);
    expect(statuses(answer)).toEqual(['already_member', 'already_invited']);
  });

  it.each([
    ['throws', () => Promise.reject(new Error('no'))],
    ['hangs', () => new Promise<boolean>(() => undefined)],
  ])('fails only the address about which the host’s rule %s', async (_, trouble) => {
    await using({
      invitations: {
        link: 'https://app.test/{id}',
        allowAddress: (email) => (email.startsWith('odd') ? trouble() : true),
      },
      hooks: { timeoutMs: 50 },
    });
    expect(statuses(await invite(['odd@example.test', 'fine@example.test']))).toEqual(['failed', 'invited']);
  });

  it('finds members of a large organization too', async () => {
    const userIds = await Promise.all(
      Array.from({ length: 120 }, async (_, index) => {
        const user = await backend.management('POST', '/api/users', { primaryEmail: `m${index}@big.test` });
        return (user as { id: string }).id;
      }),
    );
    await backend.management('POST', '/api/organizations/northwind/users', { userIds });
    const emails = Array.from({ length: 10 }, (_, index) => `M${110 + index}@big.test`);
    expect(new Set(statuses(await invite(emails)))).toEqual(new Set(['already_member']));
  });

  it('needs the permission, live', async () => {
    const token = await backend.sandbox.accessToken({ userId: 'sam', organizationId: 'northwind' });
    await backend.management('PUT', '/api/organizations/northwind/users/sam/roles', {
      organizationRoleIds: [],
    });
    const body = { invitations: [{ email: 'a@example.test' }] };
    expect(await backend.call('POST', INVITATIONS, { token, body })).toMatchObject({ status: 403 });
    expect(rows('a@example.test')).toEqual([]);
  });

  it('follows the host’s own rule about addresses', async () => {
    await using({
      invitations: {
        link: 'https://app.test/{id}',
        allowAddress: (email) => email.endsWith('@company.test'),
      },
    });
    expect(statuses(await invite(['a@company.test', 'b@example.test']))).toEqual(['invited', 'not_allowed']);
  });

  it.each([
    ['refuses', () => false, 403],
    ['fails', () => Promise.reject(new Error('away')), 503],
  ])(
    'follows it too when it %s an address whose invitation is to be renewed',
    async (_, allowAddress, status) => {
      await using({ invitations: { link: 'https://app.test/{id}', allowAddress } });
      const answer = await backend.call('POST', `${INVITATIONS}/invite-teo-northwind/renew`, {
        as: 'ada',
        body: {},
      });
      expect(answer).toMatchObject({ status });
      expect(rows('teo@demo.test')).toMatchObject([{ id: 'invite-teo-northwind' }]);
      expect(mails()).toEqual([]);
    },
  );

  it('keeps the cap of pending ones, also when asked twice at once', async () => {
    const pending = backend.sandbox.tenant.tables.invitations
      .all()
      .filter((row) => row.organizationId === 'northwind' && row.status === 'Pending')
      .filter((row) => row.expiresAt > Date.now()).length;
    await using({ invitations: { link: 'https://app.test/{id}', maximumPending: pending + 2 } });
    const answers = await Promise.all([
      invite(['a1@example.test', 'a2@example.test', 'a3@example.test']),
      invite(['b1@example.test', 'b2@example.test']),
    ]);
    const all = answers.flatMap(statuses);
    expect(all.filter((status) => status === 'invited')).toHaveLength(2);
    expect(all.filter((status) => status === 'limit_reached')).toHaveLength(3);
  });

  it('keeps the limits of a person and of a recipient, with the time to wait', async () => {
    await using({
      limits: {
        invitationsPerPerson: { limit: 2, seconds: 3600 },
        mailsPerRecipient: { limit: 5, seconds: 3600 },
      },
    });
    const answer = await invite(['a@example.test', 'b@example.test', 'c@example.test']);
    expect(statuses(answer).sort()).toEqual(['invited', 'invited', 'rate_limited']);
    expect(answer.body.items.find(({ retryAfter }: { retryAfter?: number }) => retryAfter)?.retryAfter).toBe(
      1800,
    );
  });

  it.each(['none', 'failing'] as const)(
    'takes the invitation back when the mail connector is %s',
    async (connector) => {
      backend = await createBackend({ settings: { connector } });
      expect(statuses(await invite(['a@example.test']))).toEqual(['mail_failed']);
      expect(rows('a@example.test')).toEqual([]);
    },
  );

  it('is off without a link of the host', async () => {
    await using({ invitations: {} });
    expect(await invite(['a@example.test'])).toMatchObject({ status: 403 });
    const { body } = await backend.call('GET', '/organizations/northwind/me', { as: 'ada' });
    expect(body.capabilities).not.toContain('invite-members');
  });

  it.each([
    ['was carried out', true],
    ['was not', false],
  ])('makes one invitation when the answer got lost and the call %s', async (_, carriedOut) => {
    let lost = 0;
    backend = await createBackend({
      intercept: async (request) => {
        if (request.method !== 'POST' || !request.url.endsWith('/organization-invitations') || lost > 0) {
          return undefined;
        }
        lost += 1;
        if (carriedOut) await backend.sandbox.fetch(request.clone());
        return new Response('', { status: 502 });
      },
    });
    expect(statuses(await invite(['a@example.test']))).toEqual(['invited']);
    expect(rows('a@example.test')).toHaveLength(1);
    expect(mails()).toHaveLength(1);
  });

  it('ends with each address invited once or named, when every third call fails', async () => {
    let count = 0;
    backend = await createBackend({
      intercept: ({ url }) => {
        if (!url.includes('/api/')) return undefined;
        count += 1;
        return count % 3 === 0 ? new Response('', { status: 503 }) : undefined;
      },
    });
    const emails = Array.from({ length: 30 }, (_, index) => `person${index}@example.test`);
    const { body } = await invite(emails);
    expect(body.items).toHaveLength(30);
    for (const [index, { status }] of body.items.entries()) {
      const live = rows(`person${index}@example.test`).length;
      if (status === 'invited') expect(live).toBe(1);
      else expect(['failed', 'mail_failed']).toContain(status);
      expect(live).toBeLessThanOrEqual(1);
    }
  });
});

describe('magic links', () => {
  const link = 'https://app.test/join?invitation={id}&token={token}&email={email}';
  it('go into the mail, live as long as the invitation, and are shown to nobody else', async () => {
    await using({ invitations: { link, magicLinks: true } });
    const answer = await invite(['new+one@example.test'], { lifetimeDays: 2 });
    const [oneTimeToken] = backend.sandbox.tenant.tables.oneTimeTokens.all();
    const mailed = new URL(mails()[0]?.link ?? '');
    expect(mailed.searchParams.get('token')).toBe(oneTimeToken?.token);
    expect(mailed.searchParams.get('email')).toBe('new+one@example.test');
    expect(Math.abs((oneTimeToken?.expiresAt ?? 0) - Date.now() - 2 * DAY)).toBeLessThan(5_000);
    expect(oneTimeToken?.context).toEqual({});
    const { invitation } = answer.body.items[0];
    expect(new URL(invitation.link).searchParams.has('token')).toBe(false);
    const list = await backend.call('GET', INVITATIONS, { as: 'ada' });
    expect(answer.text + list.text).not.toContain(oneTimeToken?.token ?? 'none');
  });
});

describe('the list of invitations', () => {
  it('is paged, filtered and searched', async () => {
    const all = await backend.call('GET', INVITATIONS, { as: 'ada' });
    expect(all.body.total).toBe(5);
    const created = all.body.items.map(({ createdAt }: { createdAt: number }) => createdAt);
    expect(created).toEqual([...created].sort((left: number, right: number) => right - left));
    const expired = await backend.call('GET', `${INVITATIONS}?status=expired`, { as: 'ada' });
    expect(expired.body.items).toMatchObject([{ id: 'invite-teo-northwind', status: 'expired' }]);
    expect(expired.body.items[0]).not.toHaveProperty('link');
    const found = await backend.call('GET', `${INVITATIONS}?q=LENA`, { as: 'ada' });
    expect(found.body.items).toMatchObject([
      { email: 'lena.fischer@demo.test', inviter: { id: 'maximiliana' } },
    ]);
    const second = await backend.call('GET', `${INVITATIONS}?page=2&page_size=2`, { as: 'ada' });
    expect(second.body).toMatchObject({ total: 5, page: 2, pageSize: 2 });
    expect(second.body.items).toHaveLength(2);
  });

  it('is ordered as it is asked to be', async () => {
    const order = async (sort: string): Promise<string[]> => {
      const { body } = await backend.call('GET', `${INVITATIONS}?sort=${sort}`, { as: 'ada' });
      return body.items.map(({ id }: { id: string }) => id.replace(/invite-|-northwind/g, ''));
    };
    expect(await order('newest')).toEqual(['noor', 'lena', 'ivo', 'teo', 'sam']);
    expect(await order('oldest')).toEqual(['sam', 'teo', 'ivo', 'lena', 'noor']);
    expect(await order('ends')).toEqual(['lena', 'noor', 'ivo', 'teo', 'sam']);
    expect(await order('address')).toEqual(['ivo', 'lena', 'noor', 'sam', 'teo']);
    const wrong = await backend.call('GET', `${INVITATIONS}?sort=mood`, { as: 'ada' });
    expect(wrong.body).toMatchObject({ code: 'invalid_input', details: { fields: [{ field: 'sort' }] } });
  });

  it('never asks Logto without a filter, and shows nothing of other organizations', async () => {
    const { text } = await backend.call('GET', INVITATIONS, { as: 'ada' });
    expect(text).not.toContain('halden');
    for (const { path } of backend.upstream) {
      if (path.startsWith('/api/organization-invitations?'))
        expect(path).toMatch(/organizationId=northwind$/);
    }
  });

  it('is for those who invite', async () => {
    await backend.management('PUT', '/api/organizations/northwind/users/sam/roles', {
      organizationRoleIds: [],
    });
    expect(await backend.call('GET', INVITATIONS, { as: 'sam' })).toMatchObject({ status: 403 });
  });
});

describe('an invitation', () => {
  const path = (id: string, action = ''): string => `${INVITATIONS}/${id}${action}`;

  it('of another organization does not exist here', async () => {
    for (const [method, target] of [
      ['POST', path('invite-noor-halden', '/resend')],
      ['POST', path('invite-noor-halden', '/renew')],
      ['DELETE', path('invite-noor-halden')],
      ['DELETE', path('no-such-invitation')],
    ] as const) {
      const answer = await backend.call(method, target, { as: 'ada', body: {} });
      expect(answer).toMatchObject({ status: 404, body: { code: 'not_found', message: 'Not found.' } });
    }
    expect(backend.sandbox.tenant.tables.invitations.get('invite-noor-halden')).toMatchObject({
      status: 'Pending',
    });
    expect(mails()).toEqual([]);
  });

  it('is mailed again while it is pending, and then not before the cool-down is over', async () => {
    const first = await backend.call('POST', path('invite-lena-northwind', '/resend'), {
      as: 'ada',
      body: {},
    });
    expect(first).toMatchObject({ status: 200, body: { id: 'invite-lena-northwind' } });
    expect(mails()).toHaveLength(1);
    const second = await backend.call('POST', path('invite-lena-northwind', '/resend'), {
      as: 'ada',
      body: {},
    });
    expect(second).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(mails()).toHaveLength(1);
  });

  it.each(['invite-teo-northwind', 'invite-ivo-northwind', 'invite-sam-northwind'])(
    'that has ended is not mailed: %s',
    async (id) => {
      const answer = await backend.call('POST', path(id, '/resend'), { as: 'ada', body: {} });
      expect(answer).toMatchObject({ status: 410, body: { code: 'invitation_ended' } });
      expect(mails()).toEqual([]);
    },
  );

  it('is renewed when it has expired: a fresh one in its place', async () => {
    const answer = await backend.call('POST', path('invite-teo-northwind', '/renew'), {
      as: 'ada',
      body: {},
    });
    expect(answer).toMatchObject({ status: 200, body: { email: 'teo@demo.test', status: 'pending' } });
    expect(rows('teo@demo.test')).toMatchObject([{ id: answer.body.id, inviterId: 'ada' }]);
    expect(mails()).toHaveLength(1);
    const pending = await backend.call('POST', path('invite-lena-northwind', '/renew'), {
      as: 'ada',
      body: {},
    });
    expect(pending).toMatchObject({ status: 409 });
  });

  it('is not renewed with roles beyond one’s own', async () => {
    const { invitationRoles } = backend.sandbox.tenant.tables;
    invitationRoles.insertMany([
      { organizationInvitationId: 'invite-teo-northwind', organizationRoleId: 'role-admin' },
    ]);
    const answer = await backend.call('POST', path('invite-teo-northwind', '/renew'), {
      as: 'sam',
      body: {},
    });
    expect(answer).toMatchObject({ status: 403 });
    expect(rows('teo@demo.test')).toHaveLength(1);
  });

  it('tells by its renewal who is a member only to those who see addresses', async () => {
    for (const [addresses, refusal] of [
      ['members', { code: 'conflict', details: { status: 'already_member' } }],
      ['nobody', { code: 'forbidden', message: 'The address is not allowed.' }],
    ] as const) {
      await using({ addresses });
      await backend.management('PATCH', '/api/users/sakura', { primaryEmail: 'teo@demo.test' });
      const answer = await backend.call('POST', path('invite-teo-northwind', '/renew'), {
        as: 'ada',
        body: {},
      });
      expect(answer.body).toMatchObject(refusal);
    }
  });

  it('is revoked while pending and removed when it has ended', async () => {
    expect(await backend.call('DELETE', path('invite-lena-northwind'), { as: 'ada' })).toMatchObject({
      status: 204,
    });
    expect(rows('lena.fischer@demo.test')).toMatchObject([{ status: 'Revoked' }]);
    expect(await backend.call('DELETE', path('invite-lena-northwind'), { as: 'ada' })).toMatchObject({
      status: 204,
    });
    expect(rows('lena.fischer@demo.test')).toEqual([]);
  });

  it('of somebody else is revoked only by who manages members', async () => {
    expect(await backend.call('DELETE', path('invite-lena-northwind'), { as: 'sam' })).toMatchObject({
      status: 403,
    });
    expect(rows('lena.fischer@demo.test')).toMatchObject([{ status: 'Pending' }]);
    const own = await invite(['own@example.test'], {}, 'sam');
    const removed = await backend.call('DELETE', path(own.body.items[0].invitation.id), { as: 'sam' });
    expect(removed).toMatchObject({ status: 204 });
  });
});

describe('received invitations', () => {
  it('are neutral for another account', async () => {
    for (const [method, path] of [
      ['GET', '/invitations/invite-lena-northwind'],
      ['POST', '/invitations/invite-lena-northwind/accept'],
      ['POST', '/invitations/invite-lena-northwind/decline'],
    ] as const) {
      const { status, body, text } = await backend.call(method, path, { as: 'noor' });
      expect({ status, code: body.code }).toEqual({ status: 403, code: 'wrong_account' });
      expect(text).not.toMatch(/lena|northwind|demo\.test/i);
    }
    expect(rows('lena.fischer@demo.test')).toMatchObject([{ status: 'Pending' }]);
  });

  it('follow the live address, in whatever case, and not the one at sign-in', async () => {
    await backend.management('PATCH', '/api/users/noor', { primaryEmail: 'Noor@Demo.test' });
    const { body } = await backend.call('GET', '/invitations', { as: 'noor' });
    expect(body.items).toHaveLength(2);
    await backend.management('PATCH', '/api/users/noor', { primaryEmail: 'else@demo.test' });
    const moved = await backend.call('GET', '/invitations', { as: 'noor' });
    expect(moved.body.items).toEqual([]);
    const accept = await backend.call('POST', '/invitations/invite-noor-halden/accept', { as: 'noor' });
    expect(accept).toMatchObject({ status: 403 });
  });

  it('are not for an address that only looks the same in lower case', async () => {
    const invited = await invite(['mike@demo.test']);
    const { id } = invited.body.items[0].invitation;
    // The sign of the kelvin: its lower case is the letter k.
    await backend.management('PATCH', '/api/users/noor', { primaryEmail: 'mi\u212Ae@demo.test' });
    expect((await backend.call('GET', '/invitations', { as: 'noor' })).body.items).toEqual([]);
    for (const [method, path] of [
      ['GET', `/invitations/${id}`],
      ['POST', `/invitations/${id}/accept`],
      ['POST', `/invitations/${id}/decline`],
    ] as const) {
      const answer = await backend.call(method, path, { as: 'noor' });
      expect(answer).toMatchObject({ status: 403, body: { code: 'wrong_account' } });
    }
    expect(backend.sandbox.tenant.accounts.isMember('noor', 'northwind')).toBe(false);
  });

  it('can be accepted once, and a second press does no harm', async () => {
    for (let press = 0; press < 2; press += 1) {
      const answer = await backend.call('POST', '/invitations/invite-noor-northwind/accept', { as: 'noor' });
      expect(answer).toMatchObject({ status: 200, body: { organizationId: 'northwind' } });
    }
    expect(backend.sandbox.tenant.accounts.isMember('noor', 'northwind')).toBe(true);
  });

  it('can be accepted in two tabs at once', async () => {
    const path = '/invitations/invite-noor-northwind/accept';
    // Both have seen it pending before either is through.
    let looks = 0;
    let bothLooked: () => void = () => undefined;
    const looked = new Promise<void>((resolve) => (bothLooked = resolve));
    const slow = await createBackend({
      sandbox: backend.sandbox,
      intercept: async (request) => {
        if (request.method !== 'GET' || !request.url.endsWith('/invite-noor-northwind')) return undefined;
        const answer = await backend.sandbox.fetch(request);
        looks += 1;
        if (looks === 2) bothLooked();
        await looked;
        return answer;
      },
    });
    const answers = await Promise.all([
      slow.call('POST', path, { as: 'noor' }),
      slow.call('POST', path, { as: 'noor' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(backend.sandbox.tenant.accounts.isMember('noor', 'northwind')).toBe(true);
  });

  it('can be declined, and then not accepted', async () => {
    const declined = await backend.call('POST', '/invitations/invite-noor-northwind/decline', { as: 'noor' });
    expect(declined).toMatchObject({ status: 204 });
    const accepted = await backend.call('POST', '/invitations/invite-noor-northwind/accept', { as: 'noor' });
    expect(accepted).toMatchObject({
      status: 410,
      body: { code: 'invitation_ended', details: { status: 'revoked' } },
    });
    expect(backend.sandbox.tenant.accounts.isMember('noor', 'northwind')).toBe(false);
  });

  it('are nothing for somebody without an address', async () => {
    await backend.management('PATCH', '/api/users/noor', { primaryEmail: null });
    const { body } = await backend.call('GET', '/invitations', { as: 'noor' });
    expect(body.items).toEqual([]);
    for (const { path } of backend.upstream) expect(path).not.toBe('/api/organization-invitations');
  });
});
