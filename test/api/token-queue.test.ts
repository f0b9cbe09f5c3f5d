import { describe, expect, it } from 'vitest';
import { TokenQueue, tokenQueue } from '../../src/api/token-queue.js';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the token queue', () => {
  it('runs one job at a time, in the order of asking', async () => {
    const queue = new TokenQueue('order');
    const log: string[] = [];
    const job = (name: string, milliseconds: number) => async () => {
      log.push(`${name} begins`);
      await pause(milliseconds);
      log.push(`${name} ends`);
      return name;
    };
    const results = await Promise.all([
      queue.run(job('a', 20)),
      queue.run(job('b', 1)),
      queue.run(job('c', 5)),
    ]);
    expect(results).toEqual(['a', 'b', 'c']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('goes on after a job that failed', async () => {
    const queue = new TokenQueue('failure');
    const failure = queue.run(() => Promise.reject(new Error('no')));
    await expect(failure).rejects.toThrow('no');
    await expect(queue.run(async () => 'yes')).resolves.toBe('yes');
  });

  it('takes up jobs that come while it is ending', async () => {
    const queue = new TokenQueue('late');
    await queue.run(async () => 1);
    const late = queue.run(async () => 2);
    const later = late.then(() => queue.run(async () => 3));
    await expect(later).resolves.toBe(3);
  });

  it('is one for all who name it alike', () => {
    expect(tokenQueue('app')).toBe(tokenQueue('app'));
    expect(tokenQueue('app')).not.toBe(tokenQueue('another'));
  });
});
