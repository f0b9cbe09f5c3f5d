import { unavailable } from '../refusal.js';

/**
 * Lets one change at a time touch who administers an organization. The Management API has no conditional write,
 * so without it two administrators could remove each other at once. Shared by several processes when its store is.
 */
export interface OrganizationLock {
  /** Runs `work` alone for this organization; waits for its turn until `signal` says that it is too late. */
  run<Result>(organizationId: string, signal: AbortSignal, work: () => Promise<Result>): Promise<Result>;
}

/** A queue for each organization, in this process. */
export class MemoryOrganizationLock implements OrganizationLock {
  readonly #tails = new Map<string, Promise<unknown>>();

  async run<Result>(
    organizationId: string,
    signal: AbortSignal,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const before = this.#tails.get(organizationId) ?? Promise.resolve();
    const turn = before.then(async () => {
      // Whoever gave up while waiting must not change anything afterwards.
      if (signal.aborted) throw tooLate(signal);
      return work();
    });
    const tail = turn.catch(() => undefined);
    this.#tails.set(organizationId, tail);
    void tail.then(() => {
      if (this.#tails.get(organizationId) === tail) this.#tails.delete(organizationId);
    });
    await waitFor(before, signal);
    return turn;
  }
}

/** Resolves when it is this one's turn. @throws Refusal `unavailable` as soon as `signal` ends the patience */
const waitFor = async (turn: Promise<unknown>, signal: AbortSignal): Promise<void> => {
  if (signal.aborted) throw tooLate(signal);
  let giveUp: (() => void) | undefined;
  const late = new Promise<never>((_, reject) => {
    giveUp = () => reject(tooLate(signal));
    signal.addEventListener('abort', giveUp, { once: true });
  });
  try {
    await Promise.race([turn, late]);
  } finally {
    if (giveUp) signal.removeEventListener('abort', giveUp);
  }
};

const tooLate = (signal: AbortSignal) => unavailable('The organization is busy.', signal.reason);
