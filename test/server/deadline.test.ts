import { describe, expect, it, vi } from 'vitest';
import { createBackend } from './support/backend.js';
import { untilDeadline } from '../../src/server/until-deadline.js';

describe('a deadline', () => {
  it('leaves no timer and no listener behind', async () => {
    vi.useFakeTimers();
    try {
      const caller = new AbortController();
      const removed = vi.spyOn(caller.signal, 'removeEventListener');
      expect(await untilDeadline(caller.signal, 1000, async () => 'done')).toBe('done');
      expect(vi.getTimerCount()).toBe(0);
      expect(removed).toHaveBeenCalledWith('abort', expect.any(Function));
    } finally {
      vi.useRealTimers();
    }
  });

  it('ends the signal, and answers though something ignores that', async () => {
    vi.useFakeTimers();
    try {
      let ended = false;
      const hanging = untilDeadline(new AbortController().signal, 1000, (signal) => {
        signal.addEventListener('abort', () => (ended = true));
        return new Promise(() => undefined);
      });
      const refused = expect(hanging).rejects.toMatchObject({ code: 'unavailable' });
      await vi.advanceTimersByTimeAsync(1000);
      expect(ended).toBe(true);
      await vi.advanceTimersByTimeAsync(6000);
      await refused;
    } finally {
      vi.useRealTimers();
    }
  });

  it('is kept when the store of the limits hangs', { timeout: 15_000 }, async () => {
    const backend = await createBackend({
      options: { rateLimiter: { take: () => new Promise(() => undefined) }, limits: { deadlineMs: 50 } },
    });
    const answer = await backend.call('DELETE', '/organizations/northwind/members/sam', { as: 'ada' });
    expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(backend.sandbox.tenant.accounts.isMember('sam', 'northwind')).toBe(true);
  });
});
