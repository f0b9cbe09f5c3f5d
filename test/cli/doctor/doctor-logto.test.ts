import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compositeKey } from '../../../src/sandbox/database/table-rules.js';
import { startSandbox, type RunningSandbox } from '../../../src/sandbox/node.js';
import { runSetup, environmentOf } from '../setup-process.js';
import { startProcess } from '../serve-process.js';

let sandbox: RunningSandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ seed: 'empty' });
  const page = ['--redirect-uri', 'https://app.test/callback', '--sign-out-uri', 'https://app.test/'];
  const ready = await runSetup(environmentOf(sandbox), [...page, '--without-data', '--yes']);
  expect(ready.status).toBe(0);
});
afterEach(() => sandbox.close());

const PAGE = ['--redirect-uri', 'https://app.test/callback', '--origin', 'https://app.test'];

const doctor = async (
  args: readonly string[] = PAGE,
  environment: Readonly<Record<string, string>> = environmentOf(sandbox),
) => {
  const command = ['--import', 'tsx', 'src/cli/orgkit.ts', 'doctor', '--logto', ...args];
  const { exited, output } = startProcess(process.execPath, command, environment);
  const status = await exited;
  expect(output.stdout + output.stderr).not.toContain('sandbox-m2m-secret');
  const [, broken = ''] = /\nbroken: (.*)\n/.exec(output.stdout) ?? [];
  return { status, stdout: output.stdout, broken: broken.split(', ').filter(Boolean) };
};

/** Changes a tenant that setup has made ready. */
const spoil = (change: (tables: RunningSandbox['tenant']['tables']) => void): void =>
  change(sandbox.tenant.tables);
const role = (name: string): string => sandbox.tenant.tables.organizationRoles.find('name', name)?.id ?? '';
const permission = (name: string): string =>
  sandbox.tenant.tables.organizationScopes.find('name', name)?.id ?? '';

type Row = readonly [id: string, words: string, spoil: () => void, args?: readonly string[]];
/** All of one length, as the test takes them. */
const rows = (given: readonly Row[]) =>
  given.map(([id, words, change, args = []]) => [id, words, change, args] as const);

describe('orgkit doctor --logto', () => {
  it('finds nothing in a tenant that setup has made ready, and changes nothing', async () => {
    const before = JSON.stringify(sandbox.tenant.snapshot());
    const { status, stdout, broken } = await doctor();
    expect(broken).toEqual([]);
    expect(stdout).toMatch(/\d+ kept, 0 broken, 0 not checked/);
    expect(status).toBe(0);
    expect(JSON.stringify(sandbox.tenant.snapshot()) === before).toBe(true);
  });

  it.each(
    rows([
      [
        'template/permissions',
        '"invite:member"',
        () => spoil(({ organizationScopes }) => organizationScopes.delete(permission('invite:member'))),
      ],
      [
        'template/held',
        '"delete:organization"',
        () =>
          spoil(({ organizationRoleScopes }) =>
            organizationRoleScopes.delete(compositeKey(role('admin'), permission('delete:organization'))),
          ),
      ],
      [
        'template/empty-roles',
        '"visitor"',
        () =>
          spoil(({ organizationRoles }) =>
            organizationRoles.insert({
              tenantId: 'default',
              id: 'visitor',
              name: 'visitor',
              description: null,
              type: 'User',
            }),
          ),
      ],
      ['template/creator', 'there is no role "owner"', () => undefined, ['--creator-role', 'owner']],
      [
        'template/requested',
        '"fly:kite"',
        () =>
          spoil(({ organizationScopes, organizationRoleScopes }) => {
            organizationScopes.insert({
              tenantId: 'default',
              id: 'kite',
              name: 'fly:kite',
              description: null,
            });
            organizationRoleScopes.insert({ organizationRoleId: role('admin'), organizationScopeId: 'kite' });
          }),
      ],
      [
        'application/refresh-tokens',
        'refresh tokens are not always issued',
        () =>
          spoil(({ applications }) =>
            applications.update('sandbox-spa', { customClientMetadata: { rotateRefreshToken: true } }),
          ),
      ],
      [
        'application/redirect-uris',
        'redirect URI https://other.test/callback',
        () => undefined,
        ['--redirect-uri', 'https://other.test/callback'],
      ],
      [
        'application/origins',
        'CORS allowed origin https://other.test',
        () => undefined,
        ['--origin', 'https://other.test'],
      ],
      ['resource/there', 'https://api.other.test', () => undefined, ['--resource', 'https://api.other.test']],
      ['mail/connector', 'no email connector', () => void (sandbox.tenant.settings.connector = 'none')],
    ]),
  )('finds %s, with what to do and where', async (id, words, change, args) => {
    change();
    const { status, stdout, broken } = await doctor([...PAGE, ...args]);
    expect(broken).toEqual([id]);
    expect(stdout).toContain(words);
    const report = stdout.slice(stdout.indexOf(`[${id}]`));
    expect(report).toMatch(/→ .+\n +(https:\/\/|\{address of your Console\})/);
    expect(status).toBe(1);
  });

  it('finds that nobody administers anything', async () => {
    spoil(({ organizationRoleScopes }) =>
      organizationRoleScopes.delete(compositeKey(role('admin'), permission('manage:member'))),
    );
    const { broken } = await doctor();
    expect(broken).toEqual(['template/held', 'template/administrator', 'template/creator']);
  });

  it('finds an application without access, and says of the rest that it could not be read', async () => {
    sandbox.tenant.tables.applicationRoles.delete(compositeKey('management-api-access', 'sandbox-m2m'));
    const { status, stdout, broken } = await doctor();
    expect(broken).toEqual(['tenant/access']);
    expect(stdout).toContain('Logto Management API access');
    expect(stdout).toContain('not checked: the tenant could not be read');
    expect(status).toBe(1);
  });
});
