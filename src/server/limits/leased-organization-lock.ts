import { pause } from '../management-backoff.js';
import { Refusal, unavailable } from '../refusal.js';
import { HeldLease, LEASE_MS, Stopwatch } from './held-lease.js';
import type { Lease } from './lease.js';
import type { LeaseStore } from './lease-store.js';
import type { OrganizationLock } from './organization-lock.js';

const FIRST_WAIT_MS = 20;
const LONGEST_WAIT_MS = 250;

/**
 * The lock of an organization for several processes: a lease in a store that they share, which its holder renews. Whoever
 * loses it, because the store was away or the process stood still, begins no call any more.
 */
export class LeasedOrganizationLock implements OrganizationLock {
  readonly #store: LeaseStore;

  constructor(store: LeaseStore) {
    this.#store = store;
  }

  /** @throws Refusal `unavailable` when the store can't be reached, or somebody else has it for too long */
  async run<Result>(
    organizationId: string,
    signal: AbortSignal,
    work: (lease: Lease) => Promise<Result>,
  ): Promise<Result> {
    const lease = await this.#acquire(organizationId, signal);
    try {
      return await work(lease);
    } finally {
      await lease.end();
    }
  }

  async #acquire(organizationId: string, signal: AbortSignal): Promise<HeldLease> {
    const owner = crypto.randomUUID();
    for (let attempt = 0; ; attempt += 1) {
      if (signal.aborted) throw busy(signal.reason);
      const asked = new Stopwatch();
      const wait = await this.#ask(organizationId, owner);
      if (wait === 0) return new HeldLease(this.#store, organizationId, owner, asked, signal);
      const longest = Math.min(wait, LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
      // Not all at the same moment.
      await pause(longest * (0.5 + Math.random() / 2), signal).catch((error: unknown) => {
        throw busy(error);
      });
    }
  }

  async #ask(organizationId: string, owner: string): Promise<number> {
    try {
      return await this.#store.acquire(organizationId, owner, LEASE_MS);
    } catch (error) {
      // It may have been taken all the same.
      await this.#store.release(organizationId, owner).catch(() => undefined);
      throw error instanceof Refusal ? error : unavailable('The organization’s lock is away.', error, 2);
    }
  }
}

const busy = (reason: unknown): Refusal => unavailable('The organization is busy.', reason, 1);
