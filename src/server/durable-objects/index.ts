import type { LeaseStore } from '../limits/lease-store.js';
import { LeasedOrganizationLock } from '../limits/leased-organization-lock.js';
import { MemoryRateLimiter, type RateLimiter } from '../limits/rate-limiter.js';
import type { OrgHandlerOptions, Rate } from '../options.js';
import { within } from '../within.js';
import type { StateAction } from './orgkit-state.js';

export { OrgkitState } from './orgkit-state.js';

/** An object that is far away, or moving, is not waited for longer. */
const ANSWER_MS = 2_000;

/** The binding of a Durable Object namespace whose class is `OrgkitState`. */
export interface StateNamespace {
  idFromName(name: string): unknown;
  get(id: never): { fetch(address: string, init: RequestInit): Promise<Response> };
}

/**
 * Lets every instance of a Worker share limits and the lock of each organization. Each limit and each lock is an object
 * of its own, so that organizations do not wait for each other. When an object does not answer, limits are counted here,
 * and changes that need the lock are refused as `unavailable`.
 */
export const shareByDurableObjects = (
  namespace: StateNamespace,
): Required<Pick<OrgHandlerOptions, 'rateLimiter' | 'organizationLock'>> => {
  const ask = async (name: string, action: StateAction): Promise<number> => {
    const object = namespace.get(namespace.idFromName(name) as never);
    const response = await within(ANSWER_MS, () =>
      object.fetch('https://orgkit.invalid/', { method: 'POST', body: JSON.stringify(action) }),
    );
    const answer: unknown = await response.json();
    if (typeof answer !== 'number') throw new Error('the object answered no number');
    return answer;
  };
  return {
    rateLimiter: new SharedRateLimiter(ask),
    organizationLock: new LeasedOrganizationLock(leases(ask)),
  };
};

type Ask = (name: string, action: StateAction) => Promise<number>;

const leases = (ask: Ask): LeaseStore => ({
  acquire: (key, owner, milliseconds) => ask(`lock:${key}`, { action: 'acquire', owner, milliseconds }),
  renew: async (key, owner, milliseconds) =>
    (await ask(`lock:${key}`, { action: 'renew', owner, milliseconds })) === 1,
  release: async (key, owner) => {
    await ask(`lock:${key}`, { action: 'release', owner });
  },
});

class SharedRateLimiter implements RateLimiter {
  readonly #ask: Ask;
  readonly #local = new MemoryRateLimiter();

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  async take(key: string, rate: Rate, cost = 1): Promise<number> {
    if (cost > rate.limit) return rate.seconds;
    try {
      return await this.#ask(`limit:${key}`, { action: 'take', ...rate, cost });
    } catch {
      return this.#local.take(key, rate, cost);
    }
  }
}
