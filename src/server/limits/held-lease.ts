import { unavailable } from '../refusal.js';
import type { Lease } from './lease.js';
import type { LeaseStore } from './lease-store.js';

/** The store forgets a lease so long after it was last renewed. */
export const LEASE_MS = 12_000;
/**
 * The holder trusts it that much shorter: a call which began while it was trusted has ended, or was given up, before
 * anybody else can hold it. Longer than one attempt at the Management API may take.
 */
const MARGIN_MS = 6_000;
const RENEW_MS = 2_000;
/** After a renewal that failed. */
const AGAIN_MS = 500;
/** Whatever the work does, it does not keep others out for longer. */
const LONGEST_MS = 60_000;

/** A lease that was taken: renews itself until it is ended or lost. */
export class HeldLease implements Lease {
  readonly #store: LeaseStore;
  readonly #key: string;
  readonly #owner: string;
  readonly #controller = new AbortController();
  readonly #since = new Stopwatch();
  #confirmed: Stopwatch;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watchdog: ReturnType<typeof setTimeout> | undefined;
  #ended = false;
  readonly signal: AbortSignal;

  /** `asked` was started before the store was asked for the lease. */
  constructor(store: LeaseStore, key: string, owner: string, asked: Stopwatch, patience: AbortSignal) {
    this.#store = store;
    this.#key = key;
    this.#owner = owner;
    this.#confirmed = asked;
    this.signal = AbortSignal.any([patience, this.#controller.signal]);
    this.#renewIn(RENEW_MS);
    this.#watch();
  }

  readonly verify = (): void => {
    if (this.#confirmed.elapsed() >= LEASE_MS - MARGIN_MS) this.#lose('it was not renewed in time');
    if (this.#since.elapsed() >= LONGEST_MS) this.#lose(`the work took longer than ${LONGEST_MS} ms`);
    const { signal } = this.#controller;
    if (signal.aborted) throw lost(signal.reason);
  };

  /** Gives it back. Waits for the store, which has its own limit of time. */
  async end(): Promise<void> {
    this.#ended = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#watchdog);
    // When it can't be given back, it ends by itself.
    await this.#store.release(this.#key, this.#owner).catch(() => undefined);
  }

  #renewIn(milliseconds: number): void {
    this.#timer = setTimeout(() => void this.#renew(), milliseconds);
  }

  async #renew(): Promise<void> {
    const asked = new Stopwatch();
    const renewed = await this.#store.renew(this.#key, this.#owner, LEASE_MS).catch(() => undefined);
    if (this.#ended) return;
    if (renewed === false) return this.#lose('it is somebody else’s');
    if (renewed) {
      this.#confirmed = asked;
      this.#watch();
    }
    if (this.#isLost()) return;
    this.#renewIn(renewed ? RENEW_MS : AGAIN_MS);
  }

  /** Ends the work also when nothing of it asks `verify`. */
  #watch(): void {
    clearTimeout(this.#watchdog);
    const left = Math.min(
      LEASE_MS - MARGIN_MS - this.#confirmed.elapsed(),
      LONGEST_MS - this.#since.elapsed(),
    );
    this.#watchdog = setTimeout(() => this.#isLost(), Math.max(0, left) + 1);
  }

  #isLost(): boolean {
    try {
      this.verify();
      return false;
    } catch {
      return true;
    }
  }

  #lose(reason: string): void {
    if (!this.#controller.signal.aborted) this.#controller.abort(new Error(`the lock was lost: ${reason}`));
    clearTimeout(this.#timer);
    clearTimeout(this.#watchdog);
  }
}

/** Time since it was made. Of two clocks the later one counts: one stands still while the machine sleeps. */
export class Stopwatch {
  readonly #steady = performance.now();
  readonly #wall = Date.now();

  elapsed(): number {
    return Math.max(performance.now() - this.#steady, Date.now() - this.#wall);
  }
}

const lost = (reason: unknown) => unavailable('The organization’s lock was lost.', reason, 1);
