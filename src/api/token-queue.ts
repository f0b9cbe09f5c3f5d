/**
 * How long the lock is kept after a refresh token was replaced, in milliseconds: `localStorage` reaches the other
 * tabs' processes a moment after it was written, and a tab that reads the consumed token costs the whole grant.
 */
const SETTLE = 50;

type Job = () => Promise<unknown>;

/**
 * One token call after another, in this page and in every tab of the origin. Logto rotates refresh tokens, and two
 * refreshes with the same one revoke the grant; `@logto/browser` has no lock of its own.
 *
 * Jobs of one page run under one Web Lock. Where there are none (an insecure context, a sandboxed frame), the queue
 * still keeps this page in order.
 */
export class TokenQueue {
  readonly #name: string;
  readonly #jobs: Job[] = [];
  #isDraining = false;
  #isRotated = false;

  constructor(name: string) {
    this.#name = `orgkit:tokens:${name}`;
  }

  /** Runs the job when its turn comes. A job that never ends holds up the others: give up waiting, not the turn. */
  run<Result>(job: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#jobs.push(() => job().then(resolve, reject));
      if (!this.#isDraining) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#isDraining = true;
    await withLock(this.#name, async () => {
      for (let job = this.#jobs.shift(); job; job = this.#jobs.shift()) {
        await job();
        if (this.#jobs.length > 0 || !this.#isRotated) continue;
        this.#isRotated = false;
        await settle();
      }
    });
    this.#isDraining = false;
    // A job may have come while the lock was being given back.
    if (this.#jobs.length > 0) void this.#drain();
  }

  /** To be called by a job that has replaced the refresh token. */
  noteRotation(): void {
    this.#isRotated = true;
  }
}

const queues = new Map<string, TokenQueue>();

/** The page's queue of that name: providers of the same application share one. */
export function tokenQueue(name: string): TokenQueue {
  let queue = queues.get(name);
  if (!queue) queues.set(name, (queue = new TokenQueue(name)));
  return queue;
}

async function withLock(name: string, task: () => Promise<void>): Promise<void> {
  let isRunning = false;
  const run = (): Promise<void> => {
    isRunning = true;
    return task();
  };
  try {
    await globalThis.navigator?.locks?.request(name, run);
  } catch {
    // Locks are refused to opaque origins. A task never rejects.
  }
  if (!isRunning) await run();
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SETTLE));
