import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { MANAGEMENT_RESOURCE } from '../../src/sandbox/built-in.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { ENDPOINT, managementToken } from './management-client.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ endpoint: ENDPOINT });
});

const ask = async (authorization?: string, path = '/api/organizations', method = 'GET') => {
  const headers = new Headers(authorization === undefined ? [] : [['authorization', authorization]]);
  const response = await sandbox.fetch(`${ENDPOINT}${path}`, { method, headers });
  const text = await response.text();
  const code = text.startsWith('{') ? (JSON.parse(text) as { code?: string }).code : text;
  return `${response.status} ${code ?? ''}`;
};

const claims = {
  subject: 'sandbox-m2m',
  clientId: 'sandbox-m2m',
  audience: MANAGEMENT_RESOURCE,
  scopes: ['all'],
};

describe('the token of a Management API request', () => {
  test('from the token endpoint is taken', async () => {
    expect(await ask(`Bearer ${await managementToken(sandbox)}`)).toMatch(/^200/);
  });

  test.each([
    ['is missing', undefined, '401 auth.authorization_header_missing'],
    ['has another scheme', 'Basic c2FuZGJveA==', '401 auth.authorization_token_type_not_supported'],
    ['is no token', 'Bearer nonsense', '401 auth.unauthorized'],
    ['is empty', 'Bearer ', '401 auth.unauthorized'],
  ])('%s', async (_, header, expected) => {
    expect(await ask(header)).toBe(expected);
  });

  test('for another audience is refused', async () => {
    const token = await sandbox.authority.issue({ ...claims, audience: 'https://api.orgkit.test' });
    expect(await ask(`Bearer ${token}`)).toBe('401 auth.unauthorized');
  });

  test('that has expired is refused', async () => {
    const token = await sandbox.authority.issue({ ...claims, expiresIn: -1 });
    expect(await ask(`Bearer ${token}`)).toBe('401 auth.unauthorized');
  });

  test('signed with another key is refused', async () => {
    const { privateKey } = await generateKeyPair('ES384');
    const token = await new SignJWT({ scope: 'all', client_id: 'sandbox-m2m' })
      .setProtectedHeader({ alg: 'ES384', typ: 'at+jwt', kid: sandbox.authority.privateJwk.kid ?? '' })
      .setIssuer(`${ENDPOINT}/oidc`)
      .setAudience(MANAGEMENT_RESOURCE)
      .setSubject('sandbox-m2m')
      .setExpirationTime('1h')
      .sign(privateKey);
    expect(await ask(`Bearer ${token}`)).toBe('401 auth.unauthorized');
  });

  test('that nobody signed is refused', async () => {
    const token = new UnsecuredJWT({ scope: 'all' })
      .setIssuer(`${ENDPOINT}/oidc`)
      .setAudience(MANAGEMENT_RESOURCE)
      .setExpirationTime('1h')
      .encode();
    expect(await ask(`Bearer ${token}`)).toBe('401 auth.unauthorized');
  });

  test('without the scope "all" is forbidden', async () => {
    const token = await sandbox.authority.issue({ ...claims, scopes: ['read'] });
    expect(await ask(`Bearer ${token}`)).toBe('403 auth.forbidden');
  });
});

describe('a path', () => {
  test('that is unknown is "Not Found", with and without a token', async () => {
    const token = await managementToken(sandbox);
    expect(await ask(undefined, '/api/nothing')).toBe('404 Not Found');
    expect(await ask(`Bearer ${token}`, '/api/organizations/a/nothing')).toBe('404 Not Found');
  });

  test('with a method it does not have is not allowed', async () => {
    const token = await managementToken(sandbox);
    expect(await ask(`Bearer ${token}`, '/api/organizations', 'PUT')).toBe('405 Method Not Allowed');
  });
});
