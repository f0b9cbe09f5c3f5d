import { MemoryRateLimiter, type RateLimiter } from '../limits/rate-limiter.js';
import type { Rate } from '../options.js';
import type { RedisConnection } from './connection.js';
import { TAKE } from './scripts.js';

/** Counts for all processes; each for itself while Redis is away. */
export class RedisRateLimiter implements RateLimiter {
  readonly #redis: RedisConnection;
  readonly #local = new MemoryRateLimiter();

  constructor(redis: RedisConnection) {
    this.#redis = redis;
  }

  async take(key: string, rate: Rate, cost = 1): Promise<number> {
    const { limit, seconds } = rate;
    if (cost > limit) return seconds;
    try {
      return Number(await this.#redis.run(TAKE, [`limit:${key}`], [limit, seconds, cost]));
    } catch {
      return this.#local.take(key, rate, cost);
    }
  }
}
