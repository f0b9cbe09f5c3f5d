/** What whoever holds a lock knows about it while working. */
export interface Lease {
  /** Ends when the caller's patience does, and as soon as the lock can't be relied on any more. */
  readonly signal: AbortSignal;
  /**
   * To be asked right before each call that relies on the lock: a process that was stopped for a while would send it
   * before its timers tell that the time is over.
   *
   * @throws Refusal `unavailable` when the lock is lost
   */
  readonly verify: () => void;
}

/** For a lock that nobody can lose. */
export const lasting = (signal: AbortSignal): Lease => ({ signal, verify: () => undefined });
