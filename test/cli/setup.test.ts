import { lstat, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compositeKey } from '../../src/sandbox/database/table-rules.js';
import { startSandbox, type RunningSandbox } from '../../src/sandbox/node.js';
import { createOrgHandler } from '../../src/server/index.js';
import { PageApplication, REDIRECT_URI, signIn } from '../sandbox/oidc-browser.js';
import { startProxy, type Proxy } from './proxy.js';
import { environmentOf, runSetup, type Ended } from './setup-process.js';

let sandbox: RunningSandbox;
let environment: Record<string, string>;
let folder: string;
let outputs: Ended[];
let proxy: Proxy | undefined;

beforeEach(async () => {
  sandbox = await startSandbox({ seed: 'empty' });
  environment = environmentOf(sandbox);
  folder = await mkdtemp(join(tmpdir(), 'orgkit-setup-'));
  outputs = [];
});

afterEach(async () => {
  await proxy?.close();
  proxy = undefined;
  await sandbox.close();
  await rm(folder, { recursive: true });
  // Whatever a test did: the secret is in no output.
  expect(outputs.length).toBeGreaterThan(0);
  for (const { stdout, stderr } of outputs) expect(stdout + stderr).not.toContain('sandbox-m2m-secret');
});

const setup = async (args: readonly string[], changed: Record<string, string> = {}, input?: string) => {
  const ended = await runSetup({ ...environment, ...changed }, args, input);
  outputs.push(ended);
  return ended;
};

interface JsonReport {
  readonly changes: readonly {
    readonly kind: string;
    readonly name: string;
    readonly additions: readonly string[];
    readonly state: string;
  }[];
  readonly byHand: readonly { readonly code: string; readonly message: string; readonly link: string }[];
  readonly failure?: string;
  readonly envFile?: string;
}
const json = ({ stdout }: Ended): JsonReport => JSON.parse(stdout) as JsonReport;

/** Without what every sign-in and clock moves. */
const template = () => JSON.stringify(sandbox.tenant.snapshot().tables);

/** Roles with the names of what they hold. */
const roles = (): Record<string, string[]> => {
  const { organizationRoles, organizationRoleScopes, organizationScopes } = sandbox.tenant.tables;
  return Object.fromEntries(
    organizationRoles.all().map(({ id, name }) => [
      name,
      organizationRoleScopes
        .where('organizationRoleId', id)
        .flatMap(({ organizationScopeId }) => organizationScopes.get(organizationScopeId)?.name ?? [])
        .sort(),
    ]),
  );
};

const ADMIN = [
  'delete:data',
  'delete:member',
  'delete:organization',
  'invite:member',
  'manage:member',
  'manage:organization',
  'read:data',
  'read:member',
  'write:data',
];
const MEMBER = ['invite:member', 'read:data', 'read:member', 'write:data'];

const PAGE = [
  '--redirect-uri',
  REDIRECT_URI,
  '--sign-out-uri',
  'http://localhost:5173/',
  '--origin',
  'http://localhost:5173',
];

describe('orgkit setup', () => {
  it('shows what it would change, and changes nothing', async () => {
    const before = template();
    const { status, stdout } = await setup([...PAGE, '--env', join(folder, '.env')]);
    expect(status).toBe(0);
    for (const part of [
      '12 changes to make',
      '+ role admin',
      '+ permission delete:organization',
      REDIRECT_URI,
    ])
      expect(stdout).toContain(part);
    expect(stdout).toContain('--yes');
    expect(template()).toBe(before);
    await expect(readFile(join(folder, '.env'))).rejects.toThrow('ENOENT');
  });

  it('makes the tenant ready with --yes, and has nothing to do the second time', async () => {
    const first = await setup([...PAGE, '--yes', '--json']);
    expect(first.status).toBe(0);
    expect(json(first).changes.map(({ state }) => state)).toEqual(Array(12).fill('done'));
    expect(roles()).toEqual({ admin: ADMIN, member: MEMBER });
    expect(sandbox.tenant.application('sandbox-spa')).toMatchObject({
      oidcClientMetadata: {
        redirectUris: [REDIRECT_URI],
        postLogoutRedirectUris: ['http://localhost:5173/'],
      },
      customClientMetadata: {
        corsAllowedOrigins: ['http://localhost:5173'],
        alwaysIssueRefreshToken: true,
        rotateRefreshToken: true,
      },
    });
    const after = template();
    const second = await setup([...PAGE, '--yes']);
    expect(second).toMatchObject({ status: 0, stdout: expect.stringContaining('nothing to change') });
    expect(template()).toBe(after);
  });

  it('leaves a tenant on which a person signs in, makes an organization, and administers it', async () => {
    const file = join(folder, '.env');
    expect(await setup([...PAGE, '--yes', '--env', file])).toMatchObject({ status: 0 });
    expect((await lstat(file)).mode & 0o777).toBe(0o600);
    const env = parseEnv(await readFile(file, 'utf8'));
    const { LOGTO_ENDPOINT = '', LOGTO_RESOURCE = '', LOGTO_M2M_ID = '', LOGTO_M2M_SECRET = '' } = env;
    const handler = createOrgHandler({
      logto: {
        endpoint: LOGTO_ENDPOINT,
        resource: LOGTO_RESOURCE,
        m2m: {
          id: LOGTO_M2M_ID,
          secret: LOGTO_M2M_SECRET,
          resource: env['LOGTO_M2M_RESOURCE'] ?? '',
        },
      },
      clientIds: [env['LOGTO_APP_ID'] ?? ''],
      invitations: { link: 'https://app.test/join?invitation={id}' },
      onAudit: () => undefined,
    });
    const call = async (path: string, token: unknown, body?: object) => {
      const response = await handler(
        new Request(`http://backend.test/orgkit${path}`, {
          method: body ? 'POST' : 'GET',
          headers: { authorization: `Bearer ${String(token)}`, 'content-type': 'application/json' },
          ...(body && { body: JSON.stringify(body) }),
        }),
      );
      return (await response.json()) as Record<string, unknown>;
    };

    const app = new PageApplication(LOGTO_ENDPOINT);
    await signIn(
      app,
      { action: 'register', email: 'kim@studio.test' },
      {
        scope: ['openid offline_access profile email urn:logto:scope:organizations', ...ADMIN].join(' '),
        resources: [LOGTO_RESOURCE, 'urn:logto:resource:organizations'],
      },
    );
    const { body: forApi } = await app.refresh({ resource: LOGTO_RESOURCE });
    const organization = await call('/organizations', forApi['access_token'], { name: 'Studio' });
    const organizationId = String(organization['id']);
    const { body: forOrganization } = await app.refresh({ organization_id: organizationId });
    const me = await call(`/organizations/${organizationId}/me`, forOrganization['access_token']);
    expect(me).toMatchObject({ isAdministrator: true, roles: [{ name: 'admin' }] });
    expect(me['capabilities']).toEqual([
      'see-addresses',
      'invite-members',
      'change-roles',
      'remove-members',
      'edit-organization',
      'delete-organization',
    ]);
  });

  it('adds what a tenant lacks, and keeps what it has besides', async () => {
    const { tenant } = sandbox;
    const { organizationScopes, organizationRoles, organizationRoleScopes, applications } = tenant.tables;
    const scope = (id: string, name: string) =>
      organizationScopes.insert({ tenantId: tenant.id, id, name, description: 'Ours' });
    scope('s1', 'invite:member');
    scope('s2', 'fly:kite');
    for (const name of ['admin', 'member', 'pilot']) {
      organizationRoles.insert({ tenantId: tenant.id, id: name, name, description: 'Ours', type: 'User' });
    }
    for (const [organizationRoleId, organizationScopeId] of [
      ['admin', 's2'],
      ['member', 's1'],
      ['member', 's2'],
      ['pilot', 's2'],
    ] as const)
      organizationRoleScopes.insert({ organizationRoleId, organizationScopeId });
    applications.update('sandbox-spa', {
      oidcClientMetadata: {
        redirectUris: ['https://app.example.com/callback'],
        postLogoutRedirectUris: [],
        logoUri: 'https://app.example.com/logo.svg',
      },
      customClientMetadata: {
        corsAllowedOrigins: ['https://app.example.com'],
        refreshTokenTtlInDays: 30,
        rotateRefreshToken: false,
      },
    });

    const ended = await setup([...PAGE, '--yes', '--json']);
    const { changes } = json(ended);
    const made = changes.filter(({ kind }) => kind === 'permission').map(({ name }) => name);
    expect(made.sort()).toEqual(ADMIN.filter((name) => name !== 'invite:member'));
    expect(roles()).toEqual({
      admin: [...ADMIN, 'fly:kite'].sort(),
      member: [...MEMBER, 'fly:kite'].sort(),
      pilot: ['fly:kite'],
    });
    expect(organizationScopes.get('s1')).toMatchObject({ description: 'Ours' });
    expect(organizationRoleScopes.has(compositeKey('member', 's2'))).toBe(true);
    expect(applications.get('sandbox-spa')).toMatchObject({
      oidcClientMetadata: {
        redirectUris: ['https://app.example.com/callback', REDIRECT_URI],
        postLogoutRedirectUris: ['http://localhost:5173/'],
        logoUri: 'https://app.example.com/logo.svg',
      },
      customClientMetadata: {
        corsAllowedOrigins: ['https://app.example.com', 'http://localhost:5173'],
        refreshTokenTtlInDays: 30,
        rotateRefreshToken: true,
      },
    });
    expect(json(await setup([...PAGE, '--json'])).changes).toEqual([]);
  });

  it('finds roles beyond the first page', async () => {
    const { tenant } = sandbox;
    for (let index = 0; index < 120; index += 1) {
      const name = `a-${String(index).padStart(3, '0')}`;
      tenant.tables.organizationRoles.insert({
        tenantId: tenant.id,
        id: name,
        name,
        description: null,
        type: 'User',
      });
    }
    await setup(['--yes']);
    expect(json(await setup(['--json'])).changes).toEqual([]);
  });

  it('makes the API resource that is missing, and takes other names', async () => {
    const names = ['--permission', 'inviteMember=member:invite', '--admin-role', 'owner', '--without-data'];
    const file = join(folder, '.env');
    const resource = ['--resource', 'https://api.example.com'];
    const ended = await setup([...names, ...resource, ...PAGE, '--yes', '--json', '--env', file]);
    expect(ended.status).toBe(0);
    expect(sandbox.tenant.tables.resources.find('indicator', 'https://api.example.com')).toBeDefined();
    const renamed = (list: readonly string[]) =>
      list
        .filter((name) => !name.endsWith(':data'))
        .map((name) => (name === 'invite:member' ? 'member:invite' : name))
        .sort();
    expect(roles()).toEqual({ owner: renamed(ADMIN), member: renamed(MEMBER) });
    const [told] = json(ended).byHand;
    expect(told).toMatchObject({
      code: 'renamed',
      message: expect.stringContaining('"creatorRoles":["owner"]'),
    });
    expect(told?.message).toContain('"inviteMember":"member:invite"');
    expect(json(ended).envFile).toBe(file);
    expect(parseEnv(await readFile(file, 'utf8'))).toEqual({
      ...environment,
      LOGTO_RESOURCE: 'https://api.example.com',
      LOGTO_M2M_RESOURCE: 'https://default.logto.app/api',
      ORGKIT_ALLOWED_ORIGINS: 'http://localhost:5173',
      ORGKIT_PERMISSION_INVITE_MEMBER: 'member:invite',
      ORGKIT_CREATOR_ROLES: 'owner',
    });
  });

  it('says what it cannot do, and where that is done', async () => {
    sandbox.tenant.settings.connector = 'none';
    const ended = await setup(['--json', '--console', 'https://console.example.com/']);
    expect(json(ended).byHand).toEqual([
      {
        code: 'mail-connector',
        message: expect.stringContaining('OrganizationInvitation'),
        link: 'https://console.example.com/console/connectors/passwordless',
      },
      {
        code: 'redirect-uri',
        message: expect.stringContaining('--redirect-uri'),
        link: 'https://console.example.com/console/applications/sandbox-spa',
      },
    ]);
    expect((await setup([])).stdout).toContain('For you to do:');
  });

  it('takes the secret from a file and from standard input', async () => {
    const file = join(folder, 'secret');
    await writeFile(file, 'sandbox-m2m-secret\n');
    expect(await setup(['--m2m-secret-file', file], { LOGTO_M2M_SECRET: '' })).toMatchObject({ status: 0 });
    const named = await setup([], { LOGTO_M2M_SECRET: '', LOGTO_M2M_SECRET_FILE: file });
    expect(named.status).toBe(0);
    const piped = await setup(['--m2m-secret-file', '-'], { LOGTO_M2M_SECRET: '' }, 'sandbox-m2m-secret\n');
    expect(piped.status).toBe(0);
  });

  it('replaces a file of settings only with --force, and not what a link points to', async () => {
    const file = join(folder, '.env');
    const elsewhere = join(folder, 'elsewhere');
    await writeFile(elsewhere, 'PRECIOUS=1\n');
    await symlink(elsewhere, file);
    const before = template();
    const refused = await setup(['--yes', '--env', file]);
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('--force') });
    expect(template()).toBe(before);
    expect(await setup(['--yes', '--env', file, '--force'])).toMatchObject({ status: 0 });
    expect(await readFile(elsewhere, 'utf8')).toBe('PRECIOUS=1\n');
    expect((await lstat(file)).mode & 0o170777).toBe(0o100600);
    expect(parseEnv(await readFile(file, 'utf8'))).toEqual({
      ...environment,
      LOGTO_M2M_RESOURCE: 'https://default.logto.app/api',
    });
  });

  it('tells what it changed even when the file cannot be written', async () => {
    const ended = await setup(['--yes', '--json', '--env', join(folder, 'no', 'such', '.env')]);
    expect(ended.status).toBe(1);
    expect(json(ended).failure).toContain('ENOENT');
    expect(json(ended).changes.every(({ state }) => state === 'done')).toBe(true);
  });

  it('says what was made when Logto fails halfway, and goes on from there', async () => {
    proxy = await startProxy(sandbox.url, ({ method, path }) =>
      method === 'POST' && path === '/api/organization-roles'
        ? { status: 503, body: 'Service Unavailable' }
        : undefined,
    );
    const through = { LOGTO_ENDPOINT: proxy.url };
    const file = join(folder, '.env');
    const failed = await setup([...PAGE, '--yes', '--env', file], through);
    expect(failed.status).toBe(1);
    expect(failed.stdout).toMatch(
      /9 changes made:[^]*Failed:[^]*role admin[^]*503[^]*Not made:[^]*role member/,
    );
    await expect(readFile(file)).rejects.toThrow('ENOENT');
    expect(roles()).toEqual({});

    const again = await setup([...PAGE, '--yes', '--json']);
    expect(json(again).changes.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'role done',
      'role done',
      'application done',
    ]);
    expect(roles()).toEqual({ admin: ADMIN, member: MEMBER });
  });

  it('hides the secret even when what answers repeats it', async () => {
    proxy = await startProxy(sandbox.url, ({ path, body }) =>
      path === '/oidc/token' ? { status: 400, body: `I do not take ${body}` } : undefined,
    );
    for (const secret of ['sandbox-m2m-secret', 's/cret+with&signs']) {
      const ended = await setup([], { LOGTO_ENDPOINT: proxy.url, LOGTO_M2M_SECRET: secret });
      expect(ended).toMatchObject({ status: 1, stdout: '' });
      expect(ended.stderr).toContain('client_secret=(secret)&');
    }
  });

  it.each([
    ['a wrong secret', { LOGTO_M2M_SECRET: 'something-else' }, 'refuses the credentials'],
    [
      'another Management API',
      { LOGTO_M2M_RESOURCE: 'https://other.logto.app/api' },
      'refuses the credentials',
    ],
    ['nobody there', { LOGTO_ENDPOINT: 'http://127.0.0.1:1' }, 'cannot be reached'],
  ])('ends with 1 and a line that says why: %s', async (_, changed, reason) => {
    const { status, stdout, stderr } = await setup([], changed);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`orgkit setup: `);
    expect(stderr).toContain(reason);
  });

  it('ends with 1 when the application has no access to the Management API', async () => {
    const { applicationRoles } = sandbox.tenant.tables;
    expect(applicationRoles.delete(compositeKey('management-api-access', 'sandbox-m2m'))).toBeTruthy();
    const { status, stderr } = await setup([]);
    expect(status).toBe(1);
    expect(stderr).toContain('no access to the Management API');
  });

  it('ends with 1 when something else than Logto answers', async () => {
    proxy = await startProxy(sandbox.url, () => ({ status: 200, body: '<h1>Welcome</h1>' }));
    const { status, stderr } = await setup([], { LOGTO_ENDPOINT: proxy.url });
    expect([status, stderr]).toEqual([1, expect.stringContaining('is not Logto')]);
  });

  it('refuses a role for machines under a name that people need', async () => {
    const { tenant } = sandbox;
    const row = { tenantId: tenant.id, id: 'r', name: 'member', description: null };
    tenant.tables.organizationRoles.insert({ ...row, type: 'MachineToMachine' });
    const before = template();
    const { status, stderr } = await setup(['--yes']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('--member-role')]);
    expect(template()).toBe(before);
  });

  it.each([
    [[], { LOGTO_ENDPOINT: '' }, ['LOGTO_ENDPOINT']],
    [[], { LOGTO_ENDPOINT: 'ftp://x', LOGTO_M2M_ID: '' }, ['LOGTO_ENDPOINT', 'LOGTO_M2M_ID']],
    [[], { LOGTO_ENDPOINT: 'sandbox-m2m-secret' }, ['LOGTO_ENDPOINT']],
    [[], { LOGTO_M2M_SECRET: '' }, ['LOGTO_M2M_SECRET', '--m2m-secret-file']],
    [[], { LOGTO_M2M_SECRET: 'two\nlines' }, ['LOGTO_M2M_SECRET']],
    [[], { LOGTO_RESOURCE: 'https://default.logto.app/api' }, ['LOGTO_RESOURCE', 'Management API']],
    [['--app-id', 'unknown'], {}, ['LOGTO_APP_ID']],
    [['--app-id', 'sandbox-m2m'], {}, ['LOGTO_APP_ID', 'single-page']],
    [['--redirect-uri', 'nowhere'], {}, ['--redirect-uri', 'nowhere']],
    [['--origin', 'https://app.example.com/'], {}, ['--origin']],
    [['--permission', 'flyKite=x'], {}, ['--permission', 'inviteMember']],
    [['--permission', 'inviteMember=two words'], {}, ['--permission']],
    [['--admin-role', 'member'], {}, ['--member-role']],
    [['--m2m-secret', 'sandbox-m2m-secret'], {}, ['--m2m-secret-file']],
    [['--m2m-secret-file', '/no/such/file'], {}, ['--m2m-secret-file', 'ENOENT']],
    [['--env', ''], {}, ['--env']],
  ])('ends with 2 and names what is wrong: %j %j', async (args, changed, parts) => {
    const { status, stdout, stderr } = await setup(args, changed);
    expect([status, stdout]).toEqual([2, '']);
    for (const part of parts) expect(stderr).toContain(part);
    expect(stderr).not.toContain('    at ');
  });
});
