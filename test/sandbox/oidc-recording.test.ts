import { readFileSync } from 'node:fs';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type RunningSandbox } from '../../src/sandbox/node.js';
import { Browser, PageApplication, type Tokens } from './oidc-browser.js';

type Recorded = Record<string, { readonly status: number; readonly body: Record<string, unknown> }>;
interface Session {
  readonly requestedScope: string;
  readonly callbackParams: readonly string[];
}

const recording = JSON.parse(
  readFileSync(new URL('../recordings/oidc.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;

const RESOURCE = 'https://api.example.test';
const ORGANIZATIONS = 'urn:logto:resource:organizations';
let sandbox: RunningSandbox;
let keys: JSONWebKeySet;
const ids: Record<string, string> = { spaAppId: 'sandbox-spa', m2mAppId: 'sandbox-m2m' };

/** The tenant that the recording was made with. */
const seedAsRecorded = ({ tenant }: RunningSandbox): void => {
  const { tables, accounts } = tenant;
  const tenantId = tenant.id;
  const person = (username: string, name: string) => {
    const user = accounts.create({ username, name, primaryEmail: `${username}@example.test` });
    ids[username] = user.id;
    return user.id;
  };
  const [alice, bob] = [person('alice', 'Alice'), person('bob', 'Bob')];
  person('carol', 'Carol');
  tables.organizations.insert({
    tenantId,
    id: 'acme-id',
    name: 'Acme',
    description: 'seeded organization',
    customData: {},
    isMfaRequired: false,
    color: {},
    branding: {},
    customCss: null,
    createdAt: tenant.now(),
  });
  ids['acme'] = 'acme-id';
  tables.resources.insert({
    tenantId,
    id: 'api',
    name: 'API',
    indicator: RESOURCE,
    isDefault: false,
    accessTokenTtl: 3600,
  });
  const data = ['read:data', 'write:data'];
  for (const name of data) {
    tables.scopes.insert({ tenantId, id: name, resourceId: 'api', name, description: null, createdAt: 0 });
  }
  const names = ['read:member', 'invite:member', 'remove:member', 'manage:role', 'update:org', 'delete:org'];
  for (const name of [...names, ...data]) {
    tables.organizationScopes.insert({ tenantId, id: name, name, description: null });
  }
  const role = (id: string, scopes: readonly string[], resourceScopes: readonly string[]) => {
    tables.organizationRoles.insert({ tenantId, id, name: id, description: null, type: 'User' });
    for (const organizationScopeId of scopes) {
      tables.organizationRoleScopes.insert({ organizationRoleId: id, organizationScopeId });
    }
    for (const scopeId of resourceScopes) {
      tables.organizationRoleResourceScopes.insert({ organizationRoleId: id, scopeId });
    }
  };
  role('admin', [...names, ...data], data);
  role('member', ['read:member', 'read:data'], ['read:data']);
  for (const [userId, organizationRoleId] of [
    [alice, 'admin'],
    [bob, 'member'],
  ] as const) {
    tables.organizationUsers.insert({ organizationId: 'acme-id', userId });
    tables.organizationRoleUsers.insert({ organizationId: 'acme-id', userId, organizationRoleId });
  }
};

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'empty' });
  seedAsRecorded(sandbox);
  ids['endpoint'] = sandbox.url;
  keys = (await (await fetch(`${sandbox.url}/oidc/jwks`)).json()) as JSONWebKeySet;
});

afterAll(() => sandbox.close());

const sorted = (scope: unknown): unknown => (typeof scope === 'string' ? scope.split(' ').sort() : scope);
const TIMES = ['iat', 'exp', 'updated_at', 'created_at'];

/** Puts the ids of this tenant into a recorded value, and takes out what differs each time. */
const comparable = (value: unknown, key = ''): unknown => {
  if (TIMES.includes(key)) return typeof value;
  if (key === 'jti' || key === 'kid') return typeof value;
  if (key === 'scope') return sorted(value);
  if (typeof value === 'string') return value.replace(/\$\{(\w+)\}/g, (_, name: string) => ids[name] ?? name);
  if (Array.isArray(value)) return value.map((item) => comparable(item));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, comparable(item, name)]));
  }
  return value;
};

/** A body with its tokens opened, after their signatures were checked: as the recording shows them. */
const opened = async ({ status, body }: Tokens): Promise<unknown> => {
  const open = async (token: unknown): Promise<unknown> => {
    if (typeof token !== 'string' || token.split('.').length !== 3) return '<opaque string>';
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys));
    return { header: decodeProtectedHeader(token), payload };
  };
  const tokens: Record<string, unknown> = {};
  for (const name of ['access_token', 'id_token', 'refresh_token']) {
    if (name in body) tokens[name] = await open(body[name]);
  }
  return comparable({ status, body: { ...body, ...tokens } });
};

describe.each([
  ['admin', 'alice'],
  ['member', 'bob'],
  ['outsider', 'carol'],
  ['adminWithFewScopes', 'alice'],
  ['adminWithoutOrganizationsScope', 'alice'],
])('%s', (name, person) => {
  const session = recording[name] as Session & Recorded;
  let app: PageApplication;
  let code: Tokens;
  let callbackParameters: string[];

  beforeAll(async () => {
    app = new PageApplication(sandbox.url);
    const scope = session.requestedScope;
    const resources = scope.includes('organizations') ? [RESOURCE, ORGANIZATIONS] : [RESOURCE];
    const browser = new Browser();
    const page = await browser.open(app.signInAddress({ scope, resources }));
    const callback = await browser.open(page.url, { action: 'account', account: ids[person] ?? '' });
    callbackParameters = [...callback.url.searchParams.keys()];
    code = await app.exchange(callback);
  });

  const expected = (part: string) => comparable(session[part]);

  it('comes back with the recorded parameters and gets the recorded tokens for the code', async () => {
    expect(callbackParameters.sort()).toEqual([...session.callbackParams].sort());
    expect(await opened(code)).toEqual(expected('codeGrant'));
  });

  it('gets the recorded user info', async () => {
    await app.refresh();
    const info = await app.userInfo();
    expect(comparable(info)).toEqual(expected('userinfo'));
  });

  it.each([
    ['organizationToken', { organization_id: 'acme-id' }],
    ['resourceToken', { resource: RESOURCE }],
    ['resourceAndOrganizationToken', { resource: RESOURCE, organization_id: 'acme-id' }],
    ['unknownOrganization', { organization_id: 'not-an-organization' }],
    ['unknownResource', { resource: 'https://unknown.example.test' }],
    ['refreshTokenUnknown', { refresh_token: 'unknown' }],
  ])('is answered as recorded: %s', async (part, parameters) => {
    expect(await opened(await app.refresh(parameters))).toEqual(expected(part));
  });
});

describe('the provider', () => {
  it('publishes one key, as recorded', async () => {
    const [key] = (recording['jwks'] as { keys: Record<string, unknown>[] }).keys;
    expect(keys.keys).toHaveLength(1);
    expect(Object.keys(keys.keys[0] ?? {}).sort()).toEqual(Object.keys(key ?? {}).sort());
    expect(keys.keys[0]).toMatchObject({ kty: 'EC', use: 'sig', alg: 'ES384', crv: 'P-384' });
  });

  it('publishes the recorded configuration, but for the grant that it does not have', async () => {
    const response = await fetch(`${sandbox.url}/oidc/.well-known/openid-configuration`);
    const actual = (await response.json()) as Record<string, unknown>;
    const wanted = comparable(recording['discovery']) as Record<string, unknown>;
    const grants = (wanted['grant_types_supported'] as string[]).filter(
      (grant) => !grant.endsWith('device_code'),
    );
    const { device_authorization_endpoint: _, ...rest } = wanted;
    const sets = (value: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, Array.isArray(item) ? [...item].sort() : item]),
      );
    expect(sets(actual)).toEqual(sets({ ...rest, grant_types_supported: grants }));
  });

  it('gives the backend a token for the Management API, as recorded', async () => {
    const app = new PageApplication(sandbox.url);
    const credentials = {
      grant_type: 'client_credentials',
      client_id: 'sandbox-m2m',
      client_secret: 'sandbox-m2m-secret',
    };
    const target = { resource: 'https://default.logto.app/api', scope: 'all' };
    expect(await opened(await app.token({ ...credentials, ...target }))).toEqual(
      comparable(recording['managementToken']),
    );
    expect(await app.token(credentials)).toEqual(recording['managementTokenWithoutResource']);
  });
});
