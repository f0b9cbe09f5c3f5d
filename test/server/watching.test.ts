import { describe, expect, it, vi } from 'vitest';
import type { OrgHandlerOptions } from '../../src/server/index.js';
import { BACKEND, createBackend, type Backend } from './support/backend.js';

const MEMBER = '/organizations/northwind/members/sam';
const using = (options: Partial<OrgHandlerOptions>): Promise<Backend> => createBackend({ options });
const isMember = ({ sandbox }: Backend): boolean => sandbox.tenant.accounts.isMember('sam', 'northwind');

describe('the audit trail', () => {
  it('has every change, done or refused, with who, where, what and how it ended', async () => {
    const backend = await createBackend();
    const refused = await backend.call('DELETE', MEMBER, { as: 'sakura' });
    const done = await backend.call('DELETE', MEMBER, { as: 'ada' });
    expect(backend.audit).toEqual([
      {
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        requestId: refused.headers.get('x-request-id'),
        operation: 'removeMember',
        actor: { userId: 'sakura', clientId: 'sandbox-spa', isOperator: false },
        organizationId: 'northwind',
        target: { userId: 'sam' },
        outcome: 'refused',
        code: 'forbidden',
      },
      expect.objectContaining({ outcome: 'done', requestId: done.headers.get('x-request-id') }),
    ]);
  });

  it('says that a change failed when Logto was away', async () => {
    const backend = await createBackend({
      intercept: ({ method }) => (method === 'DELETE' ? new Response('', { status: 500 }) : undefined),
    });
    await backend.call('DELETE', MEMBER, { as: 'ada' });
    expect(backend.audit).toMatchObject([{ outcome: 'failed', code: 'unavailable' }]);
  });

  it('has no reads of members', async () => {
    const backend = await createBackend();
    await backend.call('GET', '/organizations/northwind/members', { as: 'ada' });
    expect(backend.audit).toEqual([]);
  });

  it('writes JSON lines by default', async () => {
    const lines = vi.spyOn(console, 'log').mockReturnValue();
    const backend = await using({ onAudit: undefined });
    await backend.call('DELETE', MEMBER, { as: 'ada' });
    expect(JSON.parse(String(lines.mock.calls[0]?.[0]))).toMatchObject({
      audit: { operation: 'removeMember' },
    });
    lines.mockRestore();
  });

  it.each([
    ['throws', () => Promise.reject(new Error('disk full'))],
    ['hangs', () => new Promise<void>(() => undefined)],
  ])('that %s changes nothing for the caller, and is in the log', async (_, onAudit) => {
    const backend = await using({ onAudit, hooks: { timeoutMs: 50 } });
    expect(await backend.call('DELETE', MEMBER, { as: 'ada' })).toMatchObject({ status: 204 });
    expect(backend.log).toMatchObject([{ message: 'onAudit failed' }]);
  });
});

describe('hooks', () => {
  it('may refuse a change, with a code of the list', async () => {
    const before = vi.fn().mockReturnValue({ code: 'forbidden', message: 'Not on Sundays.' });
    const backend = await using({ hooks: { before } });
    const answer = await backend.call('DELETE', MEMBER, { as: 'ada' });
    expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden', message: 'Not on Sundays.' } });
    expect(isMember(backend)).toBe(true);
    expect(before).toHaveBeenCalledWith(
      expect.objectContaining({ operation: 'removeMember', userId: 'ada', organizationId: 'northwind' }),
    );
  });

  it('refuse with whatever they return, also with a code that is not on the list', async () => {
    const before = () => ({ code: 'ok', message: 'odd' }) as never;
    const backend = await using({ hooks: { before } });
    expect(await backend.call('DELETE', MEMBER, { as: 'ada' })).toMatchObject({ status: 403 });
    expect(isMember(backend)).toBe(true);
  });

  it('are asked only about what is allowed, and not about reads', async () => {
    const before = vi.fn();
    const backend = await using({ hooks: { before } });
    await backend.call('DELETE', MEMBER, { as: 'sakura' });
    await backend.call('GET', '/organizations/northwind/members', { as: 'ada' });
    expect(before).not.toHaveBeenCalled();
  });

  it.each([
    ['throw', () => Promise.reject(new Error('no'))],
    ['hang', () => new Promise<undefined>(() => undefined)],
  ])('that %s before a change stop it, and nothing else', async (_, before) => {
    const backend = await using({ hooks: { before, timeoutMs: 50 } });
    expect(await backend.call('DELETE', MEMBER, { as: 'ada' })).toMatchObject({ status: 503 });
    expect(isMember(backend)).toBe(true);
    expect(await backend.call('GET', '/organizations', { as: 'ada' })).toMatchObject({ status: 200 });
  });

  it.each([
    ['throw', () => Promise.reject(new Error('no'))],
    ['hang', () => new Promise<void>(() => undefined)],
  ])('that %s after a change do no harm', async (_, after) => {
    const backend = await using({ hooks: { after, timeoutMs: 50 } });
    expect(await backend.call('DELETE', MEMBER, { as: 'ada' })).toMatchObject({ status: 204 });
    expect(isMember(backend)).toBe(false);
    expect(backend.log).toMatchObject([{ message: 'hooks.after failed' }]);
  });

  it('hear how it ended', async () => {
    const after = vi.fn();
    const backend = await using({ hooks: { after } });
    await backend.call('DELETE', MEMBER, { as: 'ada' });
    await backend.call('DELETE', MEMBER, { as: 'ada' });
    expect(after.mock.calls.map(([, outcome]) => outcome)).toEqual(['done', 'refused']);
  });
});

describe('limits', () => {
  const resend = (backend: Backend, as: string) =>
    backend.call('PUT', '/organizations/northwind/members/nobody/roles', { as, body: { roleIds: [] } });

  it('count the changes of a person, and say when to come back', async () => {
    const backend = await using({ limits: { changesPerPerson: { limit: 2, seconds: 60 } } });
    const answers = [];
    for (let index = 0; index < 3; index += 1) answers.push(await resend(backend, 'ada'));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 429]);
    const { headers, body } = answers[2] ?? {};
    expect(body.code).toBe('rate_limited');
    expect(Number(headers?.get('retry-after'))).toBe(30);
    // Another person is not held up, and reads go on.
    expect(await resend(backend, 'sam')).toMatchObject({ status: 403 });
    expect(await backend.call('GET', '/organizations', { as: 'ada' })).toMatchObject({ status: 200 });
  });

  it('count the changes in an organization, but not those tried from outside', async () => {
    const backend = await using({ limits: { changesPerOrganization: { limit: 2, seconds: 60 } } });
    for (let index = 0; index < 5; index += 1) {
      const answer = await backend.call('DELETE', MEMBER, { as: 'ada', for: 'halden' });
      expect(answer).toMatchObject({ status: 404 });
    }
    expect(await resend(backend, 'ada')).toMatchObject({ status: 404 });
    expect(await resend(backend, 'sam')).toMatchObject({ status: 403 });
    expect(await resend(backend, 'sakura')).toMatchObject({ status: 429 });
  });

  it('refuse a body that is too large, told or not', async () => {
    const backend = await using({ limits: { bodyBytes: 1000 } });
    const body = { name: 'x'.repeat(2000) };
    expect(await backend.call('POST', '/organizations', { as: 'noor', body })).toMatchObject({
      status: 413,
      body: { code: 'payload_too_large', requestId: expect.any(String) },
    });
    const token = await backend.sandbox.accessToken({ userId: 'noor', resource: 'https://api.orgkit.test' });
    const streamed = await backend.handler(
      new Request(`${BACKEND}/orgkit/organizations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: new Blob([JSON.stringify(body)]).stream(),
        duplex: 'half',
      } as RequestInit),
    );
    expect(streamed.status).toBe(413);
  });

  it('tell a body that breaks off from a fault of the backend', async () => {
    const backend = await createBackend();
    const token = await backend.sandbox.accessToken({ userId: 'noor', resource: 'https://api.orgkit.test' });
    const response = await backend.handler(
      new Request(`${BACKEND}/orgkit/organizations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: new ReadableStream({ pull: (stream) => stream.error(new Error('reset')) }),
        duplex: 'half',
      } as RequestInit),
    );
    expect(await response.json()).toMatchObject({ code: 'invalid_input' });
    expect(backend.log).toMatchObject([{ level: 'warn', cause: { message: 'reset' } }]);
  });

  it.each([
    ['no JSON', '{"name":', 'application/json'],
    ['a list', '[]', 'application/json'],
    ['null', 'null', 'application/json'],
    ['another type', '{"name":"X"}', 'text/plain'],
    ['polluting keys', '{"name":"X","__proto__":{"isAdmin":true}}', 'application/json'],
  ])('refuse a body that is %s', async (_, body, type) => {
    const backend = await createBackend();
    const token = await backend.sandbox.accessToken({ userId: 'noor', resource: 'https://api.orgkit.test' });
    const response = await backend.handler(
      new Request(`${BACKEND}/orgkit/organizations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': type },
        body,
      }),
    );
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid_input' });
  });
});

describe('every failure', () => {
  it('is in the log with the id of the answer, and nothing of Logto is in the answer', async () => {
    const backend = await createBackend({
      intercept: ({ url }) =>
        url.includes('/api/users/')
          ? Response.json({ code: 'entity.odd', message: 'relation "users" of tenant x' }, { status: 418 })
          : undefined,
    });
    const { status, body, text } = await backend.call('GET', '/organizations', { as: 'ada' });
    expect({ status, code: body.code }).toEqual({ status: 500, code: 'internal' });
    expect(text).not.toMatch(/entity|relation|tenant/);
    expect(backend.log).toMatchObject([{ requestId: body.requestId, operation: 'listOrganizations' }]);
    expect(String(backend.log[0]?.cause)).toContain('entity.odd');
  });

  const loop: Record<string, unknown> = {};
  loop.self = loop;
  const ownCause = new Error('came round');
  ownCause.cause = ownCause;
  it.each([
    ['an object that holds itself', loop, /\[object Object\]/],
    ['an error that is its own cause', ownCause, /came round/],
    ['a big number', 12n, /12/],
    // Node says so when nothing listens at any address of a name.
    [
      'several in one without a text',
      new AggregateError([new Error('ECONNREFUSED ::1')]),
      /ECONNREFUSED ::1/,
    ],
  ])('is in the log by default though what was thrown is %s', async (_, thrown, said) => {
    const lines = vi.spyOn(console, 'error').mockReturnValue();
    const backend = await using({
      log: undefined,
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      hooks: { before: () => Promise.reject(thrown) },
    });
    const { body } = await backend.call('DELETE', MEMBER, { as: 'ada' });
    const logged = lines.mock.calls.map(([line]) => JSON.parse(String(line)));
    lines.mockRestore();
    expect(logged).toMatchObject([
      { message: 'hooks.before failed', requestId: body.requestId, cause: expect.stringMatching(said) },
      { code: 'unavailable', requestId: body.requestId, cause: expect.stringMatching(said) },
    ]);
  });

  it('is answered also when the log throws', async () => {
    const log = () => {
      throw new Error('disk full');
    };
    const backend = await using({ log });
    expect(await backend.call('GET', '/organizations')).toMatchObject({ status: 401 });
  });
});
