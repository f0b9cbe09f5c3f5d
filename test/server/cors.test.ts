import { describe, expect, it } from 'vitest';
import { BACKEND, createBackend, type Backend } from './support/backend.js';

const preflight = (origin: string): Request =>
  new Request(`${BACKEND}/orgkit/organizations`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization',
    },
  });

const allowed = (response: { readonly headers: Headers }): string | null =>
  response.headers.get('access-control-allow-origin');

describe('other origins', () => {
  it('are closed out by default', async () => {
    const { handler, call } = await createBackend();
    expect(allowed(await handler(preflight('https://app.test')))).toBeNull();
    expect(allowed(await call('GET', '/health', { headers: { origin: 'https://app.test' } }))).toBeNull();
  });

  describe('on the list', () => {
    const open = async (): Promise<Backend> =>
      createBackend({ options: { allowedOrigins: ['https://app.test'] } });

    it('are let in, one by one, without cookies', async () => {
      const { handler } = await open();
      const answer = await handler(preflight('https://app.test'));
      expect(answer.status).toBe(204);
      expect(allowed(answer)).toBe('https://app.test');
      expect(answer.headers.get('access-control-allow-headers')).toMatch(/authorization/i);
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
      expect(answer.headers.get('vary')).toMatch(/origin/i);
    });

    it.each(['https://app.test.evil.test', 'http://app.test', 'https://app.test:8443', 'null'])(
      'does not mean %s',
      async (origin) => {
        const { handler } = await open();
        expect(allowed(await handler(preflight(origin)))).toBeNull();
      },
    );

    it('can read refusals, the request id and the drift of permissions', async () => {
      const { call } = await open();
      for (const [path, status] of [
        ['/organizations', 401],
        ['/nothing', 404],
      ] as const) {
        const answer = await call('GET', path, { headers: { origin: 'https://app.test' } });
        expect(answer.status).toBe(status);
        expect(allowed(answer)).toBe('https://app.test');
        expect(answer.headers.get('access-control-expose-headers')).toMatch(/x-org-permission-drift/i);
        expect(answer.headers.get('access-control-expose-headers')).toMatch(/x-request-id/i);
        expect(answer.headers.get('x-request-id')).toBe(answer.body.requestId);
      }
    });
  });
});
