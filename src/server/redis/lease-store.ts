import type { LeaseStore } from '../limits/lease-store.js';
import type { RedisConnection } from './connection.js';
import { ACQUIRE, RELEASE, RENEW } from './scripts.js';

/** Leases as keys that expire, each with its owner as the value. */
export class RedisLeaseStore implements LeaseStore {
  readonly #redis: RedisConnection;

  constructor(redis: RedisConnection) {
    this.#redis = redis;
  }

  async acquire(key: string, owner: string, milliseconds: number): Promise<number> {
    const keys = [nameOf(key), 'server', 'settling'];
    return Number(await this.#redis.run(ACQUIRE, keys, [owner, milliseconds]));
  }

  async renew(key: string, owner: string, milliseconds: number): Promise<boolean> {
    return (await this.#redis.run(RENEW, [nameOf(key)], [owner, milliseconds])) === 1;
  }

  async release(key: string, owner: string): Promise<void> {
    await this.#redis.run(RELEASE, [nameOf(key)], [owner]);
  }
}

const nameOf = (key: string): string => `lock:${key}`;
