import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OrgkitState, type StateAction } from '../../src/server/durable-objects/orgkit-state.js';

let kept: Map<string, unknown>;
let alarmAt: number | undefined;
let state: OrgkitState;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  kept = new Map();
  alarmAt = undefined;
  state = new OrgkitState({
    storage: {
      get: async (key) => kept.get(key),
      put: async (key, value) => void kept.set(key, value),
      deleteAll: async () => kept.clear(),
      setAlarm: async (time) => void (alarmAt = time),
    },
  });
});
afterEach(() => vi.useRealTimers());

const ask = async (action: StateAction): Promise<unknown> => {
  const request = new Request('https://orgkit.invalid/', { method: 'POST', body: JSON.stringify(action) });
  return (await state.fetch(request)).json();
};
const acquire = (owner: string) => ask({ action: 'acquire', owner, milliseconds: 12_000 });
const take = () => ask({ action: 'take', limit: 1, seconds: 60, cost: 1 });

// The platform calls an alarm at least once, and again when it does not know whether it did.
describe('an alarm that comes again', () => {
  it('takes no lock from who has got it meanwhile', async () => {
    expect(await acquire('ada')).toBe(0);
    vi.setSystemTime(Number(alarmAt));
    await state.alarm();
    expect(await acquire('sam')).toBe(0);
    await state.alarm();
    expect(await acquire('ada')).toBe(12_000);
  });

  it('gives back no use of a limit before its time', async () => {
    expect(await take()).toBe(0);
    vi.setSystemTime(Number(alarmAt));
    await state.alarm();
    expect(await take()).toBe(0);
    await state.alarm();
    expect(await take()).toBe(60);
  });

  it('is set again, and leaves nothing behind in the end', async () => {
    await acquire('ada');
    const first = Number(alarmAt);
    alarmAt = undefined;
    await state.alarm();
    expect(alarmAt).toBe(first);
    vi.setSystemTime(first);
    await state.alarm();
    expect(kept.size).toBe(0);
  });
});
