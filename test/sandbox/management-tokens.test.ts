import { decodeJwt, decodeProtectedHeader } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { MANAGEMENT_RESOURCE, SANDBOX_RESOURCE } from '../../src/sandbox/built-in.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { ENDPOINT } from './management-client.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await createSandbox({ endpoint: ENDPOINT, seed: 'demo' });
});

const scopesOf = (token: string): string[] =>
  String(decodeJwt(token)['scope']).split(' ').filter(Boolean).sort();

describe('access tokens for people', () => {
  test('of an organization have the claims and the header that Logto writes, in its order', async () => {
    const token = await sandbox.accessToken({ userId: 'sam', organizationId: 'northwind' });
    expect(Object.keys(decodeProtectedHeader(token))).toEqual(['alg', 'typ', 'kid']);
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'ES384', typ: 'at+jwt' });
    const claims = decodeJwt(token);
    expect(Object.keys(claims)).toEqual(['jti', 'sub', 'iat', 'exp', 'scope', 'client_id', 'iss', 'aud']);
    expect(claims).toMatchObject({
      sub: 'sam',
      client_id: 'sandbox-spa',
      iss: `${ENDPOINT}/oidc`,
      aud: 'urn:logto:organization:northwind',
    });
    expect(scopesOf(token)).toEqual(['invite:member', 'read:data', 'read:member', 'write:data']);
    await expect(sandbox.authority.verify(token, 'urn:logto:organization:northwind')).resolves.toBeDefined();
  });

  test('of a resource for an organization name the organization first', async () => {
    const token = await sandbox.accessToken({
      userId: 'ada',
      organizationId: 'halden',
      resource: SANDBOX_RESOURCE,
    });
    expect(Object.keys(decodeJwt(token))[0]).toBe('organization_id');
    expect(decodeJwt(token)).toMatchObject({ organization_id: 'halden', aud: SANDBOX_RESOURCE });
    expect(scopesOf(token)).toEqual(['read:projects']);
  });

  test('of a resource alone hold the scopes from all organizations and from global roles', async () => {
    const { tables } = sandbox.tenant;
    tables.userRoles.insert({ userId: 'ada', roleId: 'role-operator' });
    const everywhere = await sandbox.accessToken({ userId: 'ada', resource: SANDBOX_RESOURCE });
    expect(scopesOf(everywhere)).toEqual(['manage:organizations', 'read:projects', 'write:projects']);
    const halden = { userId: 'ada', resource: SANDBOX_RESOURCE, organizationId: 'halden' };
    expect(scopesOf(await sandbox.accessToken(halden))).toEqual(['manage:organizations', 'read:projects']);
  });

  test('are limited to what was requested, and follow a change at once', async () => {
    const request = {
      userId: 'ada',
      organizationId: 'northwind',
      scopes: ['manage:member', 'read:data', 'nothing'],
    };
    expect(scopesOf(await sandbox.accessToken(request))).toEqual(['manage:member', 'read:data']);
    sandbox.tenant.tables.organizationRoles.delete('role-admin');
    expect(scopesOf(await sandbox.accessToken(request))).toEqual([]);
  });

  test.each([
    [{ userId: 'noor', organizationId: 'northwind' }, 'user is not a member of the organization'],
    [{ userId: 'ada', organizationId: 'nope' }, 'user is not a member of the organization'],
    [
      { userId: 'sakura', organizationId: 'kestrel' },
      'organization requires MFA but user has no MFA configured',
    ],
    [{ userId: 'ada', resource: 'https://unknown.test' }, 'resource indicator is missing, or unknown'],
    [{ userId: 'nobody', organizationId: 'northwind' }, 'grant request is invalid'],
  ])('are refused: %j', async (request, description) => {
    await expect(sandbox.accessToken(request)).rejects.toMatchObject({ description });
  });

  test('are refused to a suspended account', async () => {
    sandbox.tenant.accounts.update('ada', { isSuspended: true });
    await expect(sandbox.accessToken({ userId: 'ada', organizationId: 'northwind' })).rejects.toThrow();
  });

  test('of an organization with MFA are given to who has it', async () => {
    await expect(sandbox.accessToken({ userId: 'ada', organizationId: 'kestrel' })).resolves.toBeDefined();
    sandbox.tenant.accounts.setMfa('sakura', true);
    await expect(sandbox.accessToken({ userId: 'sakura', organizationId: 'kestrel' })).resolves.toBeDefined();
  });
});

describe('the token endpoint for applications', () => {
  const ask = async (form: Record<string, string>, credentials = 'sandbox-m2m:sandbox-m2m-secret') => {
    const response = await sandbox.fetch(`${ENDPOINT}/oidc/token`, {
      method: 'POST',
      headers: credentials ? { authorization: `Basic ${btoa(credentials)}` } : {},
      body: new URLSearchParams({ grant_type: 'client_credentials', ...form }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  test('gives a Management API token', async () => {
    const { status, body } = await ask({ resource: MANAGEMENT_RESOURCE, scope: 'all' });
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.any(String),
      expires_in: 3600,
      token_type: 'Bearer',
      scope: 'all',
    });
    expect(decodeJwt(String(body['access_token']))).toMatchObject({
      sub: 'sandbox-m2m',
      client_id: 'sandbox-m2m',
    });
  });

  test('takes the credentials from the form too', async () => {
    const form = {
      client_id: 'sandbox-m2m',
      client_secret: 'sandbox-m2m-secret',
      resource: MANAGEMENT_RESOURCE,
    };
    expect((await ask(form, '')).status).toBe(200);
  });

  test('gives a bot the permissions of its role in an organization', async () => {
    const form = { organization_id: 'northwind', scope: 'read:data delete:data' };
    const { body } = await ask(form, 'demo-build-bot:demo-build-bot-secret');
    expect(decodeJwt(String(body['access_token']))).toMatchObject({
      sub: 'demo-build-bot',
      aud: 'urn:logto:organization:northwind',
      scope: 'read:data',
    });
  });

  test('refuses', async () => {
    expect(await ask({})).toMatchObject({ status: 400, body: { code: 'oidc.invalid_target' } });
    expect(await ask({ resource: MANAGEMENT_RESOURCE }, 'sandbox-m2m:wrong')).toMatchObject({
      status: 401,
      body: { error: 'invalid_client' },
    });
    expect(await ask({ resource: MANAGEMENT_RESOURCE }, 'sandbox-spa:')).toMatchObject({ status: 401 });
    expect(await ask({ organization_id: 'kestrel' })).toMatchObject({
      status: 403,
      body: { error_description: 'app has not associated with the organization' },
    });
    expect(await ask({ grant_type: 'password' })).toMatchObject({ status: 400 });
  });
});
