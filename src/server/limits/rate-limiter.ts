import { LRUCache } from '../lru-cache.js';
import type { Rate } from '../options.js';

/** Counts uses of a key within a time. Shared by several processes when its store is. */
export interface RateLimiter {
  /**
   * Takes `cost` uses, all or none.
   * @returns seconds until they would be there; 0 when they were taken
   */
  take(key: string, rate: Rate, cost?: number): Promise<number>;
}

/** Keys remembered at once. More than that means an attack; the least used go first. */
const MAXIMUM_KEYS = 50_000;

interface Window {
  /** Uses that have been given back by time are not counted. */
  used: number;
  at: number;
}

/** A leaking bucket for each key: `limit` at once, then one each `seconds / limit`. */
export class MemoryRateLimiter implements RateLimiter {
  readonly #buckets = new LRUCache<Window>(MAXIMUM_KEYS);
  readonly #now: () => number;

  /** `now` in milliseconds. */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  async take(key: string, { limit, seconds }: Rate, cost = 1): Promise<number> {
    // Never: there is no time after which it would be given.
    if (cost > limit) return seconds;
    const now = this.#now();
    const bucket = this.#buckets.get(key) ?? { used: 0, at: now };
    const perSecond = limit / seconds;
    const used = Math.max(0, bucket.used - ((now - bucket.at) / 1000) * perSecond);
    const over = used + cost - limit;
    // A hair of tolerance: fractions of a use must not cost a second.
    if (over > 1e-9) {
      this.#buckets.set(key, { used, at: now });
      return Math.max(1, Math.ceil(over / perSecond));
    }
    this.#buckets.set(key, { used: used + cost, at: now });
    return 0;
  }
}
