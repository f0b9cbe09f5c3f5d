import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { meeting } from '../support/meeting.js';
import { startRedis, type RedisServer } from '../support/redis.js';
import { served, startLogto, startServe, type LogtoServer, type StartedProcess } from './serve-process.js';

/** A new Redis gives no lock before those must have ended that it may have forgotten. */
const SETTLED = { timeout: 30_000, interval: 300 };
const LONGEST_MS = 4_000;
/** So long a command waits for a Redis that may answer. */
const COMMAND_MS = 1_000;

// Processes take their time to start on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

let logto: LogtoServer;
let redis: RedisServer;
/** Two processes that share Redis. */
let both: Two;
let tokenRequests = 0;
const started: StartedProcess[] = [];
beforeAll(async () => {
  [logto, redis] = await Promise.all([startLogto(), startRedis()]);
  logto.before = ({ method, url }) => {
    if (method === 'POST' && url === '/oidc/token') tokenRequests += 1;
    return false;
  };
  both = await two({ REDIS_URL: redis.url });
  await Promise.all([...both.calls, ...both.calls].map((call) => call('GET', '/members', 'ada')));
  await settled(both);
}, 90_000);
beforeEach(() => makeAdministrators('ada', 'sam'));
afterEach(() => {
  logto.before = () => false;
});
afterAll(async () => {
  for (const { child } of started) child.kill('SIGKILL');
  await Promise.all([logto.close(), redis.kill()]);
});

const SETTINGS = {
  ORGKIT_INVITATION_LINK: 'https://app.example.com/join?invitation={id}',
  ORGKIT_LIMIT_INVITATIONS_PER_ORGANIZATION: '5/3600',
};

interface Answer {
  readonly status: number;
  readonly body: { readonly code?: string; readonly items?: readonly { readonly status: string }[] };
  readonly retryAfter: string | null;
}
type Call = (method: string, path: string, as: string, body?: unknown) => Promise<Answer>;

interface Two {
  readonly running: readonly StartedProcess[];
  readonly origins: readonly string[];
  readonly calls: readonly [Call, Call];
}

/** Two processes, as behind a balancer. */
const two = async (
  environment: Readonly<Record<string, string>> = { REDIS_URL: redis.url },
): Promise<Two> => {
  const settings = { ...logto.environment, ...SETTINGS, ...environment };
  const running = [0, 1].map(() => startServe(['--port', '0'], settings));
  started.push(...running);
  const addresses = await Promise.all(running.map(served));
  const calls = addresses.map(({ base }) => caller(base));
  const [first, second] = calls;
  if (!first || !second) throw new Error('there are two');
  return { running, origins: addresses.map(({ origin }) => origin), calls: [first, second] };
};

const caller =
  (base: string): Call =>
  async (method, path, as, body) => {
    const token = await logto.sandbox.accessToken({ userId: as, organizationId: 'northwind' });
    const response = await fetch(`${base}/organizations/northwind${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? {} : JSON.parse(text),
      retryAfter: response.headers.get('retry-after'),
    };
  };

/** A change that needs the lock and changes nothing. */
const locked = (call: Call): Promise<Answer> =>
  call('POST', '/members/roles', 'ada', { userIds: ['sam'], roleIds: ['role-member'] });
const settled = async ({ calls }: Two): Promise<void> => {
  const until = Date.now() + SETTLED.timeout;
  while ((await locked(calls[0])).status !== 200) {
    if (Date.now() > until) throw new Error('no lock was given');
    await sleep(SETTLED.interval);
  }
};

const administrators = (): string[] =>
  logto.sandbox.tenant.tables.organizationRoleUsers
    .all()
    .filter((row) => row.organizationId === 'northwind' && row.organizationRoleId === 'role-admin')
    .map(({ userId }) => userId);
const makeAdministrators = (...userIds: string[]): void => {
  const rows = userIds.map((userId) => ({
    organizationId: 'northwind',
    organizationRoleId: 'role-admin',
    userId,
  }));
  const { tables } = logto.sandbox.tenant;
  const members = userIds.map((userId) => ({ organizationId: 'northwind', userId }));
  tables.organizationUsers.insertMany(members, { ignoreExisting: true });
  tables.organizationRoleUsers.insertMany(rows, { ignoreExisting: true });
};

/** Removals come late, so that without a lock both have looked around before either has gone. */
const delayRemovals = (): void => {
  const passed = new WeakSet<IncomingMessage>();
  logto.before = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (incoming.method !== 'DELETE' || passed.has(incoming)) return false;
    passed.add(incoming);
    setTimeout(() => logto.handle(incoming, outgoing), 300);
    return true;
  };
};

const removeEachOther = ({ calls: [a, b] }: Two): Promise<Answer[]> =>
  Promise.all([a('DELETE', '/members/sam', 'ada'), b('DELETE', '/members/ada', 'sam')]);
const inviteTen = async ({ calls }: Two): Promise<string[]> => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      (index % 2 === 0 ? calls[0] : calls[1])('POST', '/invitations', 'ada', {
        invitations: [{ email: `${crypto.randomUUID()}@example.com` }],
        roleIds: ['role-member'],
        delivery: 'link',
      }),
    ),
  );
  return answers.flatMap(({ body }) => body.items?.map(({ status }) => status) ?? ['none']).sort();
};

describe('two processes with one Redis', () => {
  it('leave one of two administrators who remove each other at once', async () => {
    delayRemovals();
    const answers = await removeEachOther(both);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(administrators()).toHaveLength(1);
  });

  it('let five of ten invitations pass where the limit is five', async () => {
    const results = await inviteTen(both);
    expect(results.filter((status) => status === 'invited')).toHaveLength(5);
    expect(results.filter((status) => status === 'rate_limited')).toHaveLength(5);
  });

  it('got one token for the Management API', () => {
    expect(tokenRequests).toBe(1);
  });
});

describe('two processes without one', () => {
  it('would lose both administrators, and invite ten', async () => {
    const apart = await two({});
    expect(await inviteTen(apart)).toEqual(Array.from({ length: 10 }, () => 'invited'));
    // Both have looked who else there is before either has gone.
    const looked = meeting(2);
    logto.before = (incoming, outgoing) => {
      if (incoming.method !== 'DELETE') return false;
      void looked().then(() => logto.handle(incoming, outgoing));
      return true;
    };
    const answers = await removeEachOther(apart);
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect(administrators()).toEqual([]);
  });

  it('do not load its client', async () => {
    const told = `import{createRequire}from'node:module';const{cache}=createRequire('${import.meta.url}');process.on('exit',()=>console.log('loaded',Object.keys(cache).some((name)=>name.includes('ioredis'))))`;
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(told)}`;
    for (const [environment, loaded] of [
      [{}, false],
      [{ REDIS_URL: redis.url }, true],
    ] as const) {
      const running = startServe(['--port', '0'], { ...logto.environment, ...environment, NODE_OPTIONS });
      started.push(running);
      await served(running);
      running.child.kill('SIGTERM');
      expect(await running.exited).toBe(0);
      expect(running.output.stdout).toContain(`loaded ${String(loaded)}`);
    }
  });
});

describe.each([
  { trouble: 'is gone', begin: () => redis.kill(), end: () => redis.start() },
  { trouble: 'hangs', begin: async () => redis.hang(), end: async () => redis.resume() },
])('two processes whose Redis $trouble', ({ begin, end }) => {
  it('read on, limit by themselves, refuse what needs the lock, and heal', async () => {
    const { calls, origins, running } = both;
    await settled(both);
    await begin();
    try {
      const begun = Date.now();
      for (const call of calls) {
        expect((await call('GET', '/members', 'ada')).status).toBe(200);
        const refused = await locked(call);
        expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable' } });
        expect(Number(refused.retryAfter)).toBeGreaterThan(0);
      }
      expect(Date.now() - begun).toBeLessThan(2 * LONGEST_MS);
      const ready = await fetch(`${origins[0]}/ready`);
      expect(ready.status).toBe(200);
      expect(await ready.json()).toMatchObject({ ready: true, redis: 'failed' });
      // Cut off as soon as it is known: no second wait.
      const again = Date.now();
      await locked(calls[0]);
      expect(Date.now() - again).toBeLessThan(COMMAND_MS);
      expect(running[0]?.output.stderr).toContain('Redis is away');
    } finally {
      await end();
    }
    for (const call of calls) {
      await expect.poll(async () => (await locked(call)).status, SETTLED).toBe(200);
    }
    expect(running[0]?.output.stderr).toContain('Redis is back');
    await expect
      .poll(async () => (await fetch(`${origins[0]}/ready`)).json(), { timeout: 10_000, interval: 500 })
      .toMatchObject({ redis: 'ok' });
  });

  it('change nothing any more once the lock cannot be relied on', async () => {
    await settled(both);
    // The lock is held, and what has to be read under it does not come.
    let reading = (): void => undefined;
    const isReading = new Promise<void>((resolve) => (reading = resolve));
    const waiting: (() => void)[] = [];
    let removals = 0;
    logto.before = (incoming, outgoing) => {
      if (incoming.method === 'DELETE') removals += 1;
      if (!incoming.url?.includes('/users/sam/roles')) return false;
      waiting.push(() => logto.handle(incoming, outgoing));
      reading();
      return true;
    };
    const removal = both.calls[0]('DELETE', '/members/sam', 'ada');
    await isReading;
    await begin();
    try {
      expect(await removal).toMatchObject({ status: 503, body: { code: 'unavailable' } });
      for (const go of waiting) go();
      expect(removals).toBe(0);
      expect(administrators()).toContain('sam');
    } finally {
      await end();
    }
  });
});
