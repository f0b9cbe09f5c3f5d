import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { LeasedOrganizationLock } from '../../src/server/limits/leased-organization-lock.js';
import { RedisConnection } from '../../src/server/redis/connection.js';
import { connectRedis, type SharedByRedis } from '../../src/server/redis/index.js';
import { RedisManagementTokens } from '../../src/server/redis/management-tokens.js';
import { RedisLeaseStore } from '../../src/server/redis/lease-store.js';
import type { LogEntry } from '../../src/server/index.js';
import { startRedis, type RedisServer } from '../support/redis.js';

const APPLICATION = {
  id: 'm2m',
  secret: 'a-secret-that-redis-must-not-know',
  endpoint: 'https://logto.test',
  resource: 'https://default.logto.app/api',
};
const patient = (): AbortSignal => AbortSignal.timeout(10_000);

let server: RedisServer;
let prefix: string;
const open: { close(): void }[] = [];
const log: LogEntry[] = [];
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.kill());
beforeEach(() => {
  prefix = `${crypto.randomUUID()}:`;
});
afterEach(async () => {
  server.resume();
  for (const connection of open.splice(0)) connection.close();
  log.length = 0;
});

/** One process of several. */
const join = async (): Promise<SharedByRedis> => {
  const redis = connectRedis({ url: server.url, prefix, log: (entry) => log.push(entry) });
  open.push(redis);
  await expect.poll(redis.isUp).toBe(true);
  return redis;
};

/** A connection without the time that passes after a start of Redis. */
const connect = async (): Promise<RedisConnection> => {
  const redis = new RedisConnection({ url: server.url, prefix, log: () => undefined, settleMs: 1 });
  open.push(redis);
  await expect.poll(() => redis.isUp).toBe(true);
  return redis;
};
const leases = async (): Promise<RedisLeaseStore> => new RedisLeaseStore(await connect());

describe('limits in Redis', () => {
  it('are one limit for all processes, all or none, and come back evenly', async () => {
    const [a, b] = [await join(), await join()];
    // One comes back in two seconds: until then all is asked, also on a busy machine.
    const rate = { limit: 4, seconds: 8 };
    expect(await a.options.rateLimiter.take('k', rate, 3)).toBe(0);
    expect(await b.options.rateLimiter.take('k', rate, 3)).toBeGreaterThan(2);
    expect(await b.options.rateLimiter.take('k', rate, 1)).toBe(0);
    expect(await a.options.rateLimiter.take('k', rate, 1)).toBeGreaterThan(0);
    expect(await a.options.rateLimiter.take('other', rate, 4)).toBe(0);
    await expect.poll(() => a.options.rateLimiter.take('k', rate, 1), { interval: 50 }).toBe(0);
  });

  it('never give what is more than the limit', async () => {
    const { options } = await join();
    expect(await options.rateLimiter.take('k', { limit: 0, seconds: 60 })).toBe(60);
  });

  it('are forgotten by Redis when they are full again', async () => {
    const { options } = await join();
    await options.rateLimiter.take('k', { limit: 2, seconds: 100 });
    // One of two comes back in fifty seconds, and a second more is kept.
    const [, left] = /^:(\d+)\r/.exec(await server.command('PTTL', `${prefix}limit:k`)) ?? [];
    expect(Number(left)).toBeGreaterThan(40_000);
    expect(Number(left)).toBeLessThanOrEqual(51_000);
  });
});

describe('the lock in Redis', () => {
  it('lets one in at a time, whichever process asks', async () => {
    const store = await leases();
    const locks = [new LeasedOrganizationLock(store), new LeasedOrganizationLock(await leases())];
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await sleep(10);
      inside -= 1;
    };
    const turns = Array.from({ length: 6 }, () =>
      locks.map((lock) => lock.run('northwind', patient(), work)),
    );
    await Promise.all(turns.flat());
    expect(most).toBe(1);
  });

  it('is given back by its owner only', async () => {
    const store = await leases();
    await expect.poll(() => store.acquire('northwind', 'ada', 5_000)).toBe(0);
    await store.release('northwind', 'sam');
    expect(await store.renew('northwind', 'sam', 5_000)).toBe(false);
    expect(await store.acquire('northwind', 'sam', 5_000)).toBeGreaterThan(4_000);
    await store.release('northwind', 'ada');
    expect(await store.acquire('northwind', 'sam', 5_000)).toBe(0);
  });

  it('tells its holder when it is somebody else’s', async () => {
    const store = await leases();
    const lock = new LeasedOrganizationLock(store);
    await lock.run('northwind', patient(), async ({ signal, verify }) => {
      verify();
      await server.command('SET', `${prefix}lock:northwind`, 'somebody else');
      await expect.poll(() => signal.aborted, { timeout: 5_000 }).toBe(true);
      expect(verify).toThrow(expect.objectContaining({ code: 'unavailable' }));
    });
    expect(await server.command('GET', `${prefix}lock:northwind`)).toContain('somebody else');
  });

  it('can’t be relied on before Redis answers again, and its holder knows', async () => {
    const lock = new LeasedOrganizationLock(await leases());
    await lock.run('northwind', patient(), async ({ signal, verify }) => {
      server.hang();
      await expect.poll(() => signal.aborted, { timeout: 8_000 }).toBe(true);
      expect(verify).toThrow(expect.objectContaining({ code: 'unavailable' }));
      server.resume();
    });
  });

  it('is given to nobody until the locks must have ended that a restarted Redis forgot', async () => {
    const store = await leases();
    await expect.poll(() => store.acquire('northwind', 'ada', 3_000)).toBe(0);
    await server.command('SET', `${prefix}server`, 'the-run-id-before');
    await server.command('DEL', `${prefix}lock:northwind`);
    const asked = performance.now();
    const wait = await store.acquire('northwind', 'sam', 3_000);
    expect(wait).toBeGreaterThan(2_000);
    await expect.poll(() => store.acquire('northwind', 'sam', 3_000), { interval: 100 }).toBe(0);
    // Timers and the clock of Redis may differ by a few milliseconds.
    expect(performance.now() - asked).toBeGreaterThan(wait - 50);
  });
});

describe('the token in Redis', () => {
  const issue = () => {
    let count = 0;
    const request = async () => {
      count += 1;
      await sleep(100);
      return { value: `token-${count}`, renewAt: Date.now() + 60_000 };
    };
    return { request, count: () => count };
  };

  it('is asked for once, however many processes want it', async () => {
    const processes = [await join(), await join(), await join()];
    const { request, count } = issue();
    const tokens = await Promise.all(
      processes.map(({ options }) => options.managementTokens.obtain(APPLICATION, undefined, request)),
    );
    expect(tokens.map(({ value }) => value)).toEqual(['token-1', 'token-1', 'token-1']);
    expect(count()).toBe(1);
  });

  it('is asked for once, also when it comes between the look and the claim', async () => {
    const punctual = await join();
    const { request, count } = issue();
    const late = await connect();
    const claim = late.claim.bind(late);
    late.claim = async (...of) => {
      await punctual.options.managementTokens.obtain(APPLICATION, undefined, request);
      return claim(...of);
    };
    const token = await new RedisManagementTokens(late).obtain(APPLICATION, undefined, request);
    expect(token.value).toBe('token-1');
    expect(count()).toBe(1);
    expect(await server.command('KEYS', `${prefix}asking:*`)).not.toContain('asking');
  });

  it('is replaced when Logto refused it', async () => {
    const [a, b] = [await join(), await join()];
    const { request } = issue();
    const first = await a.options.managementTokens.obtain(APPLICATION, undefined, request);
    const second = await a.options.managementTokens.obtain(APPLICATION, first.value, request);
    expect(second.value).toBe('token-2');
    expect(await b.options.managementTokens.obtain(APPLICATION, first.value, request)).toEqual(second);
  });

  it('can’t be read without the application’s secret', async () => {
    const { options } = await join();
    const { request, count } = issue();
    await options.managementTokens.obtain(APPLICATION, undefined, request);
    const keys = await server.command('KEYS', `${prefix}*`);
    const [, key = ''] = /(\S+:token:\S+)/.exec(keys) ?? [];
    const stored = await server.command('GET', key);
    expect(stored).not.toMatch(/token-1|secret/);
    expect(Buffer.from(stored, 'base64').toString('latin1')).not.toContain('token-1');
    const other = await join();
    await other.options.managementTokens.obtain({ ...APPLICATION, secret: 'another' }, undefined, request);
    expect(count()).toBe(2);
  });

  it('is asked for by each when what is there was not written by us', async () => {
    const { options } = await join();
    const { request } = issue();
    await options.managementTokens.obtain(APPLICATION, undefined, request);
    const [, key = ''] = /(\S+:token:\S+)/.exec(await server.command('KEYS', `${prefix}*`)) ?? [];
    await server.command('SET', key, 'bm90IG91cnMgYW5kIG5vdCBzZWFsZWQgYnkgdXM=');
    expect((await options.managementTokens.obtain(APPLICATION, undefined, request)).value).toBe('token-2');
  });
});

describe('a Redis that hangs', () => {
  it('holds nobody up for long, and is used again when it answers', async () => {
    const redis = await join();
    const { rateLimiter, organizationLock, managementTokens } = redis.options;
    const rate = { limit: 1, seconds: 60 };
    server.hang();
    const started = Date.now();
    expect(await rateLimiter.take('k', rate)).toBe(0);
    // Counted here now.
    expect(await rateLimiter.take('k', rate)).toBe(60);
    const refused = organizationLock.run('northwind', patient(), async () => 'never');
    await expect(refused).rejects.toMatchObject({ code: 'unavailable', retryAfter: 2 });
    const token = { value: 'own', renewAt: Date.now() + 60_000 };
    expect(await managementTokens.obtain(APPLICATION, undefined, async () => token)).toEqual(token);
    expect(await redis.isAnswering()).toBe(false);
    expect(Date.now() - started).toBeLessThan(3_000);
    expect(log.map(({ message }) => message)).toEqual([expect.stringContaining('Redis is away')]);
    server.resume();
    await expect.poll(redis.isAnswering, { timeout: 10_000, interval: 100 }).toBe(true);
    expect(log.at(-1)?.message).toBe('Redis is back');
    expect(await rateLimiter.take('afterwards', rate)).toBe(0);
    expect(await server.command('EXISTS', `${prefix}limit:afterwards`)).toMatch(/^:1/);
  });
});
