import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { TokenAuthority } from '../../src/sandbox/index.js';
import { SANDBOX_M2M, SANDBOX_RESOURCE, SANDBOX_SPA } from '../../src/sandbox/index.js';
import { TokenVerifier } from '../../src/server/token-verifier.js';
import { createBackend, ENDPOINT, type Backend } from './support/backend.js';

const ME = '/organizations/northwind/me';
let backend: Backend;
beforeAll(async () => {
  backend = await createBackend();
});

const person = {
  subject: 'ada',
  clientId: SANDBOX_SPA.id,
  audience: 'urn:logto:organization:northwind',
  scopes: [],
};

/** A token with the tenant's own key and any header and claims. */
const signed = async (claims: JWTPayload, header: Record<string, unknown> = {}): Promise<string> => {
  const { privateJwk } = backend.sandbox.authority;
  return new SignJWT({
    sub: 'ada',
    client_id: SANDBOX_SPA.id,
    iss: `${ENDPOINT}/oidc`,
    aud: 'urn:logto:organization:northwind',
    exp: Math.floor(Date.now() / 1000) + 600,
    ...claims,
  })
    .setProtectedHeader({ alg: 'ES384', typ: 'at+jwt', kid: privateJwk.kid ?? '', ...header })
    .sign(privateJwk);
};

describe('tokens that are refused', () => {
  const refuses = async (token: string | undefined, status = 401, path = ME): Promise<void> => {
    backend.forget();
    const answer = await backend.call('GET', path, { token });
    expect(answer).toMatchObject({ status });
    expect(answer.body.requestId).toBe(answer.headers.get('x-request-id'));
    // Nothing was asked in the name of such a token.
    expect(backend.upstream.filter(({ path: asked }) => asked.startsWith('/api/'))).toEqual([]);
  };

  it('takes the same token when nothing about it is wrong', async () => {
    expect(await backend.call('GET', ME, { token: await signed({}) })).toMatchObject({ status: 200 });
  });
  it('no token', async () => refuses(undefined));
  it('not a token', async () => refuses('abc.def.ghi'));
  it('another key, with the id of ours', async () => {
    const { privateKey } = await generateKeyPair('ES384', { extractable: true });
    const { kid: _, ...jwk } = await exportJWK(privateKey);
    const forged = await TokenAuthority.create({ issuer: `${ENDPOINT}/oidc`, privateJwk: jwk });
    const header = { alg: 'ES384', typ: 'at+jwt', kid: backend.sandbox.authority.privateJwk.kid ?? '' };
    const token = await new SignJWT({ sub: 'ada', client_id: 'sandbox-spa' })
      .setIssuer(`${ENDPOINT}/oidc`)
      .setAudience('urn:logto:organization:northwind')
      .setExpirationTime('10m')
      .setProtectedHeader(header)
      .sign(privateKey);
    await refuses(token);
    await refuses(await forged.issue(person));
  });
  it('another issuer', async () => refuses(await signed({ iss: 'https://evil.test/oidc' })));
  it('an issuer that only starts like ours', async () => refuses(await signed({ iss: `${ENDPOINT}/oidc/` })));
  it('another audience', async () => refuses(await signed({ aud: 'https://other.test' })));
  it('several audiences, one of them ours', async () =>
    refuses(await signed({ aud: ['urn:logto:organization:northwind', 'https://other.test'] })));
  it('expired', async () => refuses(await signed({ exp: Math.floor(Date.now() / 1000) - 60 })));
  it('not valid yet', async () => refuses(await signed({ nbf: Math.floor(Date.now() / 1000) + 60 })));
  it('without an end', async () => {
    const token = await signed({ exp: undefined });
    await refuses(token);
  });
  it('algorithm none', async () => {
    const token = new UnsecuredJWT({ sub: 'ada', client_id: 'sandbox-spa' })
      .setIssuer(`${ENDPOINT}/oidc`)
      .setAudience('urn:logto:organization:northwind')
      .setExpirationTime('10m')
      .encode();
    await refuses(token);
  });
  it('a symmetric algorithm with the public key as its secret', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(backend.sandbox.authority.jwks.keys[0]));
    const token = await new SignJWT({ sub: 'ada', client_id: 'sandbox-spa' })
      .setIssuer(`${ENDPOINT}/oidc`)
      .setAudience('urn:logto:organization:northwind')
      .setExpirationTime('10m')
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
      .sign(secret);
    await refuses(token);
  });
  it('an ID token', async () => refuses(await signed({}, { typ: 'JWT' })));
  it('a token changed after it was signed', async () => {
    const [header = '', , signature = ''] = (await signed({})).split('.');
    const payload = Buffer.from(JSON.stringify({ sub: 'sakura', aud: 'urn:logto:organization:aoba' }));
    await refuses(`${header}.${payload.toString('base64url')}.${signature}`);
  });
  it('like one that is remembered, but for its last character', async () => {
    const token = await signed({});
    expect(await backend.call('GET', ME, { token })).toMatchObject({ status: 200 });
    const last = token.endsWith('A') ? 'B' : 'A';
    await refuses(`${token.slice(0, -1)}${last}`);
  });
  it('longer than any, though it is signed', async () =>
    refuses(await signed({ custom: 'A'.repeat(10_000) })));
  it('of a machine, in whatever application', async () => {
    await refuses(await signed({ sub: SANDBOX_M2M.id, client_id: SANDBOX_M2M.id }), 403);
    await refuses(await signed({ sub: SANDBOX_SPA.id, client_id: SANDBOX_SPA.id }), 403);
  });
  it('issued to an application that the host did not name', async () =>
    refuses(await signed({ client_id: 'another-app' }), 403));
});

describe('the organization in the path', () => {
  it('is the one that the token proves, else there is none', async () => {
    const answers = await Promise.all([
      // Ada is a member there too: the token has to say so.
      backend.call('GET', '/organizations/halden/me', { as: 'ada', for: 'northwind' }),
      backend.call('GET', '/organizations/aoba/me', { as: 'ada', for: 'northwind' }),
      backend.call('GET', '/organizations/nowhere/me', { as: 'ada', for: 'northwind' }),
      backend.call('GET', ME, { token: await signed({ aud: SANDBOX_RESOURCE }) }),
      backend.call('GET', ME, { token: await signed({ aud: SANDBOX_RESOURCE, organization_id: 'halden' }) }),
    ]);
    for (const { status, body } of answers) {
      expect(status).toBe(404);
      expect({ ...body, requestId: '' }).toEqual({ code: 'not_found', message: 'Not found.', requestId: '' });
    }
  });

  it('may be proven by a token of the API resource', async () => {
    const token = await signed({ aud: SANDBOX_RESOURCE, organization_id: 'northwind' });
    expect(await backend.call('GET', ME, { token })).toMatchObject({ status: 200 });
  });

  it('is nothing for somebody who was removed since the token was issued', async () => {
    const own = await createBackend();
    const token = await own.sandbox.accessToken({ userId: 'sam', organizationId: 'northwind' });
    await own.management('DELETE', '/api/organizations/northwind/users/sam');
    expect(await own.call('GET', ME, { token })).toMatchObject({ status: 404 });
  });
});

describe('a membership', () => {
  it('is remembered from when it was asked for, however late the answer came', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      let isLate = true;
      const own: Backend = await createBackend({
        options: { limits: { readCacheSeconds: 5 } },
        intercept: async (request) => {
          if (!isLate || !request.url.endsWith('/users/sam/roles')) return undefined;
          isLate = false;
          const answer = await own.sandbox.fetch(request);
          await own.management('DELETE', '/api/organizations/northwind/users/sam');
          vi.setSystemTime(Date.now() + 6_000);
          return answer;
        },
      });
      const read = () => own.call('GET', '/organizations/northwind/members', { token });
      const token = await own.sandbox.accessToken({ userId: 'sam', organizationId: 'northwind' });
      expect(await read()).toMatchObject({ status: 200 });
      expect(await read()).toMatchObject({ status: 404 });
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('without a list of applications', () => {
  it('takes the tokens of all, but asks for the permission in the token too', async () => {
    const own = await createBackend({ options: { clientIds: undefined } });
    const full = await own.call('GET', ME, { as: 'ada' });
    expect(full.body.capabilities).toContain('change-roles');
    const less = await own.call('GET', ME, { as: 'ada', scopes: ['invite:member'] });
    expect(less.body.capabilities).toContain('invite-members');
    expect(less.body.capabilities).not.toContain('change-roles');
  });
});

describe('what is remembered', () => {
  const verifier = (cachedTokens = 3): { subject: TokenVerifier; keyRequests: () => number } => {
    let keyRequests = 0;
    const subject = new TokenVerifier({
      endpoint: ENDPOINT,
      resource: SANDBOX_RESOURCE,
      clientIds: undefined,
      cachedTokens,
      fetch: async (input, init) => {
        keyRequests += 1;
        return backend.sandbox.fetch(input, init);
      },
    });
    return { subject, keyRequests: () => keyRequests };
  };
  const bearer = (token: string): Request =>
    new Request('http://x.test', { headers: { authorization: `Bearer ${token}` } });

  it('is bounded in number', async () => {
    const { subject } = verifier(3);
    for (let index = 0; index < 8; index += 1) {
      await subject.authenticate(bearer(await signed({ jti: String(index) })));
      expect(subject.cached).toBeLessThanOrEqual(3);
    }
    expect(subject.cached).toBe(3);
  });

  it('verifies the same token once', async () => {
    const { subject } = verifier();
    const token = await signed({});
    const verify = vi.spyOn(crypto.subtle, 'verify');
    for (let index = 0; index < 5; index += 1) await subject.authenticate(bearer(token));
    expect(verify).toHaveBeenCalledTimes(1);
    verify.mockRestore();
  });

  it('ends with the token', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const { subject } = verifier();
      const token = await signed({ exp: Math.floor(Date.now() / 1000) + 60 });
      await subject.authenticate(bearer(token));
      vi.setSystemTime(Date.now() + 120_000);
      await expect(subject.authenticate(bearer(token))).rejects.toMatchObject({ code: 'unauthenticated' });
    } finally {
      vi.useRealTimers();
    }
  });

  it('asks for keys again because of an unknown one, at most once in a cool-down', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const { subject, keyRequests } = verifier();
      await subject.authenticate(bearer(await signed({})));
      expect(keyRequests()).toBe(1);
      vi.setSystemTime(Date.now() + 31_000);
      const { privateKey } = await generateKeyPair('ES384');
      const unknown = await new SignJWT({ sub: 'ada' })
        .setProtectedHeader({ alg: 'ES384', typ: 'at+jwt', kid: 'unknown' })
        .sign(privateKey);
      for (let index = 0; index < 5; index += 1) {
        await expect(subject.authenticate(bearer(unknown))).rejects.toMatchObject({
          code: 'unauthenticated',
        });
      }
      expect(keyRequests()).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('says that Logto is away when the keys cannot be read, and not that the token is bad', async () => {
    const down = await createBackend({ intercept: () => new Response('', { status: 502 }) });
    expect(await down.call('GET', ME, { as: 'ada' })).toMatchObject({
      status: 503,
      body: { code: 'unavailable' },
    });
  });
});
