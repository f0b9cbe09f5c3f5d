import { describe, expect, it } from 'vitest';
import { MemoryOrganizationLock, MemoryRateLimiter } from '../../src/server/index.js';

const patient = (): AbortSignal => new AbortController().signal;
const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

describe('the lock of an organization', () => {
  it('lets one in at a time, in order, and others not wait for it', async () => {
    const lock = new MemoryOrganizationLock();
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} in`);
      await wait(10);
      seen.push(`${name} out`);
    };
    await Promise.all([
      lock.run('a', patient(), work('first')),
      lock.run('a', patient(), work('second')),
      lock.run('b', patient(), work('other')),
    ]);
    const inA = seen.filter((entry) => !entry.startsWith('other'));
    expect(inA).toEqual(['first in', 'first out', 'second in', 'second out']);
    expect(seen.indexOf('other in')).toBeLessThan(seen.indexOf('first out'));
  });

  it('goes on after work that throws', async () => {
    const lock = new MemoryOrganizationLock();
    await expect(lock.run('a', patient(), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await lock.run('a', patient(), async () => 'fine')).toBe('fine');
  });

  it('does nothing any more for who gave up waiting, and says so at once', async () => {
    const lock = new MemoryOrganizationLock();
    let finish: () => void = () => undefined;
    const first = lock.run('a', patient(), () => new Promise<void>((resolve) => (finish = resolve)));
    const impatient = new AbortController();
    let ran = false;
    const second = lock.run('a', impatient.signal, async () => {
      ran = true;
    });
    setTimeout(() => impatient.abort(), 10);
    // The first one is not done before that.
    await expect(second).rejects.toMatchObject({ code: 'unavailable' });
    finish();
    await first;
    await wait(10);
    expect(ran).toBe(false);
  });
});

describe('the rate limiter', () => {
  it('gives what the rate allows, all or none, and gives it back with time', async () => {
    let now = 0;
    const limiter = new MemoryRateLimiter(() => now);
    const rate = { limit: 4, seconds: 60 };
    expect(await limiter.take('a', rate, 3)).toBe(0);
    expect(await limiter.take('a', rate, 3)).toBe(30);
    expect(await limiter.take('a', rate, 1)).toBe(0);
    expect(await limiter.take('b', rate, 4)).toBe(0);
    expect(await limiter.take('a', rate, 1)).toBe(15);
    now = 15_000;
    expect(await limiter.take('a', rate, 1)).toBe(0);
    now = 100_000_000;
    expect(await limiter.take('a', rate, 4)).toBe(0);
    expect(await limiter.take('a', rate, 1)).toBe(15);
  });

  it('never gives with a limit of nothing', async () => {
    const limiter = new MemoryRateLimiter();
    expect(await limiter.take('a', { limit: 0, seconds: 60 })).toBeGreaterThan(0);
  });
});
