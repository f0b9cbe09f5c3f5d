import { orAbort } from '../or-abort.js';
import { unavailable } from '../refusal.js';
import { lasting, type Lease } from './lease.js';

/**
 * Lets one change at a time touch who administers an organization. The Management API has no conditional write,
 * so without it two administrators could remove each other at once. Shared by several processes when its store is.
 */
export interface OrganizationLock {
  /**
   * Runs `work` alone for this organization; waits for its turn until `signal` says that it is too late. `work` is told
   * by its lease when it is not alone any more, and must then begin nothing.
   */
  run<Result>(
    organizationId: string,
    signal: AbortSignal,
    work: (lease: Lease) => Promise<Result>,
  ): Promise<Result>;
}

/** A queue for each organization, in this process. */
export class MemoryOrganizationLock implements OrganizationLock {
  readonly #tails = new Map<string, Promise<unknown>>();

  async run<Result>(
    organizationId: string,
    signal: AbortSignal,
    work: (lease: Lease) => Promise<Result>,
  ): Promise<Result> {
    const before = this.#tails.get(organizationId) ?? Promise.resolve();
    const turn = before.then(async () => {
      // Whoever gave up while waiting must not change anything afterwards.
      if (signal.aborted) throw tooLate(signal.reason);
      return work(lasting(signal));
    });
    const tail = turn.catch(() => undefined);
    this.#tails.set(organizationId, tail);
    void tail.then(() => {
      if (this.#tails.get(organizationId) === tail) this.#tails.delete(organizationId);
    });
    await orAbort(before, signal, tooLate);
    return turn;
  }
}

const tooLate = (reason: unknown) => unavailable('The organization is busy.', reason);
