import { beforeAll, describe, expect, it } from 'vitest';
import { createBackend, BACKEND, type Backend } from './support/backend.js';

let backend: Backend;
let token: string;
beforeAll(async () => {
  backend = await createBackend();
  token = await backend.sandbox.accessToken({ userId: 'ada', organizationId: 'northwind' });
  await backend.call('GET', '/organizations/northwind/me', { token });
});

const tricks = [
  '..%2Fnorthwind',
  '..%2f..%2fapi%2fusers',
  'northwind%2F..%2Fhalden',
  'northwind%00',
  '%00',
  'northwind%20',
  'northwind%0a',
  '%2e%2e%2fnorthwind',
  '..%252Fnorthwind',
  '%252e%252e%252fnorthwind',
  'northwind%3Fpage=1',
  'northwind%23',
  'NORTHWIND',
  'northwind;x=1',
  'northwínd',
  '%zz',
  'a'.repeat(22),
  'a'.repeat(10_000),
  '*',
];

describe('ids in a path', () => {
  it.each(tricks)('%s is no organization, and reaches nothing', async (trick) => {
    backend.forget();
    const { status, body } = await backend.call('GET', `/organizations/${trick}/me`, { token });
    expect(status).toBe(404);
    expect(body).toMatchObject({ code: 'not_found', message: 'Not found.' });
    expect(backend.upstream).toEqual([]);
  });

  it.each(tricks)('%s is no invitation, and reaches nothing', async (trick) => {
    backend.forget();
    const { status } = await backend.call('POST', `/invitations/${trick}/accept`, { token });
    expect(status).toBe(404);
    expect(backend.upstream).toEqual([]);
  });

  it.each(['/organizations/../organizations/northwind/me/..', '//organizations', '/organizations//me'])(
    '%s is no route',
    async (path) => {
      const response = await backend.handler(new Request(`${BACKEND}/orgkit${path}`));
      expect([401, 404]).toContain(response.status);
    },
  );

  it('answers every unknown path and method alike', async () => {
    for (const [method, path] of [
      ['GET', '/nothing'],
      ['DELETE', '/organizations'],
      ['PATCH', '/invitations'],
      ['GET', '/api/organizations'],
    ] as const) {
      expect(await backend.call(method, path, { token })).toMatchObject({
        status: 404,
        body: { code: 'not_found', requestId: expect.any(String) },
      });
    }
  });
});

describe('mounted', () => {
  it.each(['/', '/orgkit/', '/api/v1/org'])('at %s it answers there and nowhere else', async (basePath) => {
    const { handler } = await createBackend({ options: { basePath } });
    const base = basePath.replace(/\/$/, '');
    expect((await handler(new Request(`${BACKEND}${base}/health`))).status).toBe(200);
    expect((await handler(new Request(`${BACKEND}/elsewhere${base}/health`))).status).toBe(404);
  });
});
