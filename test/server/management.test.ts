import { describe, expect, it } from 'vitest';
import { ManagementToken, type ManagementTokenValue } from '../../src/server/management-token.js';
import type { Settings } from '../../src/server/settings.js';
import { createBackend, type UpstreamCall } from './support/backend.js';

const tokenCalls = (calls: readonly UpstreamCall[]): number =>
  calls.filter(({ path }) => path === '/oidc/token').length;
const apiCalls = (calls: readonly UpstreamCall[]): UpstreamCall[] =>
  calls.filter(({ path }) => path.startsWith('/api/'));

describe('the token for the Management API', () => {
  it('is asked for once, however many wait for it', async () => {
    const backend = await createBackend();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => backend.call('GET', '/organizations', { as: 'ada' })),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(tokenCalls(backend.upstream)).toBe(1);
  });

  it('is asked for once, also by who comes at the very moment when it is there', async () => {
    for (let later = 0; later < 10; later += 1) {
      let issue: (token: ManagementTokenValue) => void = () => undefined;
      let asked = 0;
      const token = new ManagementToken({ logto: { m2m: {} } } as Settings, {
        obtain: () => {
          asked += 1;
          return new Promise((resolve) => (issue = resolve));
        },
      });
      const first = token.get();
      issue({ value: 'one for all', renewAt: Date.now() + 60_000 });
      for (let step = 0; step < later; step += 1) await Promise.resolve();
      const second = token.get();
      issue({ value: 'one more', renewAt: Date.now() + 60_000 });
      expect(await Promise.all([first, second])).toEqual(['one for all', 'one for all']);
      expect(asked).toBe(1);
    }
  });

  it('is dropped and fetched once more when it is refused', async () => {
    let refused = 0;
    const backend = await createBackend({
      intercept: ({ url }) => {
        if (!url.includes('/api/') || refused > 0) return undefined;
        refused += 1;
        return Response.json({ code: 'auth.unauthorized', message: 'x' }, { status: 401 });
      },
    });
    expect(await backend.call('GET', '/organizations', { as: 'ada' })).toMatchObject({ status: 200 });
    expect(tokenCalls(backend.upstream)).toBe(2);
  });

  it('is not fetched again and again when it stays refused', async () => {
    const backend = await createBackend({
      intercept: ({ url }) =>
        url.includes('/api/')
          ? Response.json({ code: 'auth.unauthorized', message: 'secret text of Logto' }, { status: 401 })
          : undefined,
    });
    const { status, body, text } = await backend.call('GET', '/organizations', { as: 'ada' });
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'unavailable' });
    expect(text).not.toContain('secret text');
    expect(tokenCalls(backend.upstream)).toBe(2);
    expect(JSON.stringify(backend.log.map(({ cause }) => cause))).toContain('secret text');
  });

  it('comes from another address than the keys, where the host says so', async () => {
    const backend = await createBackend({
      options: {
        logto: {
          endpoint: 'http://logto.test',
          resource: 'https://api.orgkit.test',
          m2m: { id: 'sandbox-m2m', secret: 'sandbox-m2m-secret', endpoint: 'http://tenant.logto.test/' },
        },
      },
      intercept: ({ url }) => {
        const isKeys = url.endsWith('/oidc/jwks');
        const host = isKeys ? 'http://logto.test/' : 'http://tenant.logto.test/';
        return url.startsWith(host) ? undefined : new Response('', { status: 404 });
      },
    });
    expect(await backend.call('GET', '/organizations', { as: 'ada' })).toMatchObject({ status: 200 });
  });

  it('is not got with a wrong secret, and the answer does not say more', async () => {
    const backend = await createBackend({
      options: {
        logto: {
          endpoint: 'http://logto.test',
          resource: 'https://api.orgkit.test',
          m2m: { id: 'sandbox-m2m', secret: 'wrong-secret-value' },
        },
      },
    });
    const { status, text } = await backend.call('GET', '/organizations', { as: 'ada' });
    expect(status).toBe(503);
    expect(text).not.toMatch(/client|secret|sandbox-m2m/);
    expect(JSON.stringify(backend.log)).not.toContain('wrong-secret-value');
  });
});

describe('an upstream in trouble', () => {
  it.each([429, 500, 502, 503])('that answers %d now and then is asked again', async (status) => {
    let failures = 2;
    const backend = await createBackend({
      intercept: ({ url }) => {
        if (!url.includes('/api/') || failures === 0) return undefined;
        failures -= 1;
        return new Response('', { status, headers: { 'retry-after': '0' } });
      },
    });
    expect(await backend.call('GET', '/organizations', { as: 'ada' })).toMatchObject({ status: 200 });
    expect(apiCalls(backend.upstream)).toHaveLength(3);
  });

  it('that is down is `unavailable`, within the deadline', async () => {
    const backend = await createBackend({
      intercept: ({ url }) => {
        if (url.includes('/api/')) throw new TypeError('fetch failed');
        return undefined;
      },
    });
    const { status, body } = await backend.call('GET', '/organizations', { as: 'ada' });
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'unavailable' });
    expect(backend.log).toMatchObject([{ level: 'error', code: 'unavailable', requestId: body.requestId }]);
  });

  it('that hangs is given up at the deadline', async () => {
    const backend = await createBackend({
      options: { limits: { deadlineMs: 200 } },
      intercept: ({ url, signal }) =>
        url.includes('/api/')
          ? new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))))
          : undefined,
    });
    const started = Date.now();
    const { status } = await backend.call('GET', '/organizations', { as: 'ada' });
    expect(status).toBe(503);
    expect(Date.now() - started).toBeLessThan(2_000);
  });

  it('is left alone when the caller goes away', async () => {
    const caller = new AbortController();
    let aborted = false;
    const backend = await createBackend({
      intercept: ({ url, signal }) => {
        if (!url.includes('/api/')) return undefined;
        queueMicrotask(() => caller.abort());
        return new Promise((_, reject) =>
          signal.addEventListener('abort', () => {
            aborted = true;
            reject(new Error('aborted'));
          }),
        );
      },
    });
    await backend.call('GET', '/organizations', { as: 'ada', signal: caller.signal });
    expect(aborted).toBe(true);
    expect(apiCalls(backend.upstream)).toHaveLength(1);
  });

  it('is not asked twice for what may have been done and is not safe to do twice', async () => {
    const backend = await createBackend({
      intercept: ({ url, method }) =>
        url.endsWith('/status') && method === 'PUT' ? new Response('', { status: 502 }) : undefined,
    });
    const { status } = await backend.call('POST', '/invitations/invite-noor-halden/accept', { as: 'noor' });
    expect(status).toBe(503);
    expect(backend.upstream.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  it('is called many times for one request without Node taking it for a leak', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error): unknown => warnings.push(warning);
    process.on('warning', note);
    try {
      const backend = await createBackend();
      const { status } = await backend.call('POST', '/organizations/northwind/invitations', {
        as: 'ada',
        body: {
          invitations: Array.from({ length: 10 }, (_, index) => ({ email: `person${index}@example.test` })),
          roleIds: ['role-member'],
        },
      });
      expect(status).toBe(200);
      expect(apiCalls(backend.upstream).length).toBeGreaterThan(20);
      // Node tells of a warning one turn later.
      await new Promise((resolve) => setTimeout(resolve));
    } finally {
      process.off('warning', note);
    }
    expect(warnings).toEqual([]);
  });
});
