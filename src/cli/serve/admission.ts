/** Longer than a person waits gladly, and short enough that a balancer still tries another process. */
const PATIENCE_MS = 5_000;
/** A turn of Node's loop that takes longer is a sign that too much is worked on at once. */
const LONG_TURN_MS = 20;
/** However long a turn takes, so much goes on. */
const AT_LEAST = 8;
/** What stays allowed after a long turn. */
const SHRINK = 0.9;

/** What may be worked on at once, and wait for that. */
export interface AdmissionLimits {
  readonly atOnce: number;
  readonly waiting: number;
}

/**
 * Lets so many requests be worked on at once, and the next ones in the order in which they came.
 *
 * Node accepts one connection in a turn of its loop, and a turn lasts until everything that came in was worked on. With
 * more work at once than the processor can do, the turns grow, and new callers, those that ask for the health of this
 * process among them, are not even accepted for many seconds. So after a long turn fewer are allowed, down to a few, and
 * after each short one more again: those that only wait for Logto make no turn longer.
 */
export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #waiting = new Set<() => void>();
  #underWay = 0;
  #allowed: number;

  constructor(limits: AdmissionLimits) {
    this.#limits = limits;
    this.#allowed = limits.atOnce;
  }

  /**
   * Resolves to `true` as soon as there is room, and `leave` has to be called at the end; to `false` when too many wait
   * already, or it took too long, or the caller left.
   */
  enter(left: AbortSignal): Promise<boolean> {
    const since = performance.now();
    setImmediate(() => this.#adapt(performance.now() - since));
    if (this.#hasRoom) {
      this.#underWay += 1;
      return Promise.resolve(true);
    }
    if (left.aborted || this.#waiting.size >= this.#limits.waiting) return Promise.resolve(false);
    return new Promise((resolve) => {
      const end = (isIn: boolean): void => {
        clearTimeout(timer);
        left.removeEventListener('abort', give);
        this.#waiting.delete(take);
        if (isIn) this.#underWay += 1;
        resolve(isIn);
      };
      const take = (): void => end(true);
      const give = (): void => end(false);
      const timer = setTimeout(give, PATIENCE_MS);
      left.addEventListener('abort', give);
      this.#waiting.add(take);
    });
  }

  /** One is done, and there is room for the one that has waited longest. */
  leave(): void {
    this.#underWay -= 1;
    this.#admit();
  }

  get #hasRoom(): boolean {
    return this.#underWay < this.#allowed;
  }

  #admit(): void {
    for (const next of this.#waiting) {
      if (!this.#hasRoom) return;
      next();
    }
  }

  #adapt(turnMs: number): void {
    const { atOnce } = this.#limits;
    if (turnMs > LONG_TURN_MS) {
      const fewer = Math.floor(Math.min(this.#allowed, this.#underWay) * SHRINK);
      this.#allowed = Math.min(atOnce, Math.max(AT_LEAST, fewer));
    } else if (this.#allowed < atOnce) {
      this.#allowed += 1;
      this.#admit();
    }
  }
}
