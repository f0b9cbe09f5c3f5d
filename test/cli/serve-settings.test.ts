import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VARIABLES } from '../../src/cli/serve/variables.js';
import { startServe } from './serve-process.js';

const GOOD = {
  LOGTO_ENDPOINT: 'https://tenant.example.com',
  LOGTO_RESOURCE: 'https://api.example.com',
  LOGTO_M2M_ID: 'backend',
  LOGTO_M2M_SECRET: 'do-not-show-me',
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orgkit-serve-'));
});
afterAll(() => rm(folder, { recursive: true }));

const file = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

const run = async (args: readonly string[], environment: Record<string, string> = {}) => {
  const { exited, output } = startServe(args, environment);
  return { status: await exited, ...output };
};

const printed = async (args: readonly string[], environment: Record<string, string> = {}) => {
  const { status, stdout, stderr } = await run(['--print-config', ...args], environment);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).not.toContain('do-not-show-me');
  return JSON.parse(stdout);
};

describe('settings of orgkit serve', () => {
  it('names everything that is missing', async () => {
    const { status, stderr, stdout } = await run([]);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    for (const name of Object.keys(GOOD)) expect(stderr).toMatch(new RegExp(`^ {2}${name} \\(`, 'm'));
  });

  it('names everything that is wrong at once, by its variable, and no value', async () => {
    const wrong = {
      ...GOOD,
      LOGTO_ENDPOINT: 'not-an-address-7731',
      PORT: 'x-7731',
      ORGKIT_LISTEN_PORT: '77310',
      ORGKIT_MAGIC_LINKS: 'yes-7731',
      ORGKIT_LIMIT_CHANGES_PER_PERSON: 'often-7731',
      ORGKIT_CREATE_ORGANIZATIONS: 'maybe-7731',
      ORGKIT_ALLOWED_ORIGINS: 'https://app.example.com,https://*.7731.example.com/',
      ORGKIT_INVITATION_LINK: 'https://app.example.com/7731',
      ORGKIT_ALOWED_ORIGINS: 'https://7731.example.com',
    };
    const { status, stderr } = await run([], wrong);
    expect(status).toBe(2);
    const named = stderr.split('\n').flatMap((line) => /^ {2}([\w, ]+?)(?::| \()/.exec(line)?.[1] ?? []);
    expect(named.sort()).toEqual(
      Object.keys(wrong)
        .filter((name) => !name.startsWith('LOGTO_M2M') && name !== 'LOGTO_RESOURCE')
        .map((name) => (name === 'ORGKIT_LISTEN_PORT' ? 'PORT, ORGKIT_LISTEN_PORT' : name))
        .sort(),
    );
    expect(stderr).toContain('ORGKIT_ALOWED_ORIGINS: there is no such variable');
    expect(stderr.replace(/77310?(?=\))/g, '')).not.toMatch(/7731|do-not-show-me/);
  });

  it('takes every variable to the option that the help names', async () => {
    const texts: Record<string, string> = { text: 'a-text', list: 'one, two', number: '3', boolean: 'true' };
    const special: Record<string, string> = {
      ...GOOD,
      LOGTO_M2M_ENDPOINT: 'https://management.example.com',
      LOGTO_M2M_RESOURCE: 'https://default.example.com/api',
      ORGKIT_BASE_PATH: '/organizations-api',
      ORGKIT_ALLOWED_ORIGINS: 'https://a.example.com, https://b.example.com',
      ORGKIT_PERMISSION_SOURCE: 'resource',
      ORGKIT_ADDRESSES: 'nobody',
      ORGKIT_INVITATION_LINK: 'https://app.example.com/join?invitation={id}&token={token}',
      ORGKIT_CREATE_ORGANIZATIONS: 'scope:create:organization',
      ORGKIT_MAXIMUM_INVITATION_DAYS: '9',
      REDIS_URL: 'redis://redis.example.com:6379/2',
    };
    const environment: Record<string, string> = Object.fromEntries(
      VARIABLES.map(({ name, kind }) => [name, special[name] ?? texts[kind] ?? '7/9']),
    );
    const configuration = await printed([], environment);
    const expected: Record<string, unknown> = {
      list: ['one', 'two'],
      number: 3,
      boolean: true,
      rate: { limit: 7, seconds: 9 },
      creation: { scope: 'create:organization' },
    };
    for (const { name, path, kind } of VARIABLES) {
      const value = path.split('.').reduce<any>((place, key) => place?.[key], configuration); // eslint-disable-line @typescript-eslint/no-explicit-any
      if (name === 'LOGTO_M2M_SECRET') expect(value).toBe('(set, not shown)');
      else if (name === 'ORGKIT_ALLOWED_ORIGINS')
        expect(value).toEqual(['https://a.example.com', 'https://b.example.com']);
      else if (name === 'ORGKIT_MAXIMUM_INVITATION_DAYS') expect(value).toBe(9);
      else expect(value, name).toEqual(expected[kind] ?? environment[name]);
    }
  });

  it('puts options before the environment, that before files of variables, and all before the file', async () => {
    const config = await file(
      'config.json',
      JSON.stringify({
        logto: { endpoint: 'https://file.example.com', resource: 'https://file.example.com/api' },
        invitations: { lifetimeDays: 2 },
        limits: { changesPerPerson: { limit: 1, seconds: 2 } },
        serve: { host: '127.0.0.2', port: 1, stopSeconds: 4 },
      }),
    );
    const variables = await file(
      'variables',
      'LOGTO_RESOURCE=https://variables.example.com/api\nLOGTO_M2M_ID=of-variables\nORGKIT_LISTEN_PORT=2\nLOGTO_M2M_SECRET="do-not-show-me"\n',
    );
    const configuration = await printed(
      ['--config', config, '--env-file', variables, '--host', '127.0.0.4'],
      {
        LOGTO_M2M_ID: 'of-environment',
        ORGKIT_LISTEN_HOST: '127.0.0.3',
        ORGKIT_ALLOWED_ORIGINS: '',
      },
    );
    expect(configuration).toMatchObject({
      logto: {
        endpoint: 'https://file.example.com',
        resource: 'https://variables.example.com/api',
        m2m: { id: 'of-environment' },
      },
      invitations: { lifetimeDays: 2 },
      limits: { changesPerPerson: { limit: 1, seconds: 2 }, changesPerOrganization: { limit: 600 } },
      serve: { host: '127.0.0.4', port: 2, stopSeconds: 4 },
    });
  });

  it('reads the secret from a file of its own, and not from two places', async () => {
    const LOGTO_M2M_SECRET_FILE = await file('secret', 'do-not-show-me\n');
    const { LOGTO_M2M_SECRET, ...rest } = GOOD;
    expect((await printed([], { ...rest, LOGTO_M2M_SECRET_FILE })).logto.m2m.secret).toBe('(set, not shown)');
    const both = await run([], { ...rest, LOGTO_M2M_SECRET, LOGTO_M2M_SECRET_FILE });
    expect(both.status).toBe(2);
    expect(both.stderr).toContain('not both');
    const missing = await run([], { ...rest, LOGTO_M2M_SECRET_FILE: join(folder, 'nothing') });
    expect(missing.status).toBe(2);
    expect(missing.stderr).toContain("LOGTO_M2M_SECRET_FILE: can't read");
  });

  it.each([
    ['no-json', '{ "logto": { "m2m": { "secret": "do-not-show-me" oops', 'is not JSON'],
    ['a-list', '[]', 'expected an object'],
    ['unknown', '{ "invitation": {}, "serve": { "prot": 1 } }', 'there is no such option'],
    ['code', '{ "hooks": { "before": "rm" } }', 'hooks.before: expected a function'],
  ])('refuses a file that is wrong: %s', async (name, text, told) => {
    const { status, stderr } = await run(['--config', await file(`${name}.json`, text)], GOOD);
    expect(status).toBe(2);
    expect(stderr).toContain(told);
    expect(stderr).not.toContain('do-not-show-me');
    if (name === 'unknown') {
      expect(stderr).toContain('  invitation: there is no such option');
      expect(stderr).toContain('  serve.prot: there is no such option');
    }
  });

  it('takes what Kubernetes says about a service called orgkit for no setting', async () => {
    const configuration = await printed([], {
      ...GOOD,
      ORGKIT_PORT: 'tcp://10.0.0.7:80',
      ORGKIT_PORT_80_TCP_ADDR: '10.0.0.7',
      ORGKIT_SERVICE_HOST: '10.0.0.7',
    });
    expect(configuration.serve.port).toBe(3000);
  });

  it('hides a password in an address', async () => {
    const { logto } = await printed([], {
      ...GOOD,
      LOGTO_ENDPOINT: 'https://person:do-not-show-me@logto.example.com',
    });
    expect(logto.endpoint).toBe('https://(set, not shown)@logto.example.com');
  });

  it.each([
    ['redis://person:do-not-show-me@redis.example.com', 'redis://(set, not shown)@redis.example.com'],
    [
      'rediss://:do@not-show-me@redis.example.com:6380/1',
      'rediss://(set, not shown)@redis.example.com:6380/1',
    ],
    ['redis://redis.example.com?password=do-not-show-me', 'redis://redis.example.com?(set, not shown)'],
  ])('hides a password in the address of Redis: %s', async (REDIS_URL, shown) => {
    const { serve } = await printed([], { ...GOOD, REDIS_URL });
    expect(serve.redisUrl).toBe(shown);
    const REDIS_URL_FILE = await file('redis-url', `${REDIS_URL}\n`);
    expect((await printed([], { ...GOOD, REDIS_URL_FILE })).serve.redisUrl).toBe(shown);
  });

  it.each(['https://do-not-show-me', 'do-not-show-me', 'redis://'])(
    'refuses %s as Redis',
    async (REDIS_URL) => {
      const { status, stderr } = await run([], { ...GOOD, REDIS_URL });
      expect(status).toBe(2);
      expect(stderr).toContain('REDIS_URL (serve.redisUrl): expected an address');
      expect(stderr).not.toContain('do-not-show-me');
    },
  );

  it('lists every variable in the help', async () => {
    const { status, stdout } = await run(['--help']);
    expect(status).toBe(0);
    for (const { name } of VARIABLES) expect(stdout).toContain(`  ${name} `);
  });
});
