import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { OrgError } from '../org-error.js';

/** How one of many ended. */
export interface BatchResult<Item> {
  readonly item: Item;
  /** Absent when it worked. */
  readonly error: OrgError | undefined;
}

/** Seconds-long waits are what `Retry-After` asks for; more than this is a failure to be told. */
const PATIENCE = 15_000; // milliseconds

/**
 * Does the same for many, one after another, with progress, and a result for each: one that fails does not stop the
 * others. It waits when the backend asks for that, and stops when told or when the element goes.
 */
export class BatchController<Item> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #sizeOf: (item: Item) => number;
  #done = 0;
  #total = 0;
  #abort: AbortController | undefined;

  /** `sizeOf` is what the progress counts of an item that is more than one thing. */
  constructor(host: ReactiveControllerHost, sizeOf: (item: Item) => number = () => 1) {
    this.#host = host;
    this.#sizeOf = sizeOf;
    host.addController(this);
  }

  get busy(): boolean {
    return this.#abort !== undefined;
  }

  get done(): number {
    return this.#done;
  }

  get total(): number {
    return this.#total;
  }

  /**
   * Resolves to the results so far when it was stopped. Never rejects, and never runs twice at a time (then `undefined`).
   * `each` rejects with what went wrong.
   */
  async run(
    items: readonly Item[],
    each: (item: Item, signal: AbortSignal) => Promise<unknown>,
  ): Promise<readonly BatchResult<Item>[] | undefined> {
    if (this.#abort) return undefined;
    const { signal } = (this.#abort = new AbortController());
    this.#done = 0;
    this.#total = items.reduce((sum, item) => sum + this.#sizeOf(item), 0);
    this.#host.requestUpdate();
    const results: BatchResult<Item>[] = [];
    for (const item of items) {
      if (signal.aborted) break;
      results.push({ item, error: await this.#attempt(() => each(item, signal), signal) });
      this.#done += this.#sizeOf(item);
      this.#host.requestUpdate();
    }
    this.#abort = undefined;
    this.#host.requestUpdate();
    return results;
  }

  /** What is under way is finished, the rest is left. */
  readonly stop = (): void => {
    this.#abort?.abort();
  };

  hostDisconnected(): void {
    this.stop();
  }

  async #attempt(work: () => Promise<unknown>, signal: AbortSignal): Promise<OrgError | undefined> {
    try {
      await work();
      return undefined;
    } catch (cause) {
      const error = OrgError.from(cause);
      const wait = error.retryAfter;
      if (error.code !== 'rate_limited' || wait === undefined || wait > PATIENCE) return error;
      await pause(wait, signal);
      return signal.aborted ? error : this.#attempt(work, signal);
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
