import { LEASE_MS } from '../limits/held-lease.js';
import { logToConsole, type Log } from '../log.js';
import type { OrgHandlerOptions } from '../options.js';
import { RedisConnection } from './connection.js';
import { RedisManagementTokens } from './management-tokens.js';
import { RedisOrganizationLock } from './organization-lock.js';
import { RedisRateLimiter } from './rate-limiter.js';

export interface RedisOptions {
  /** `redis://user:password@host:6379/0`, or `rediss://` for TLS. */
  readonly url: string;
  /** In front of every key, so that several deployments can share a Redis; by default `orgkit:`. */
  readonly prefix?: string;
  /** Hears when Redis goes and comes back. By default JSON lines on `console.error`. */
  readonly log?: Log;
}

export interface SharedByRedis {
  /** For `createOrgHandler({ ..., ...redis.options })`. */
  readonly options: Required<
    Pick<OrgHandlerOptions, 'rateLimiter' | 'organizationLock' | 'managementTokens'>
  >;
  /** Asks Redis, for a second at most. */
  readonly isAnswering: () => Promise<boolean>;
  /** What the last answer, or its absence, said; `undefined` before there was one. */
  readonly isUp: () => boolean | undefined;
  readonly close: () => void;
}

/**
 * Lets several processes share limits, the lock of each organization, and the token for the Management API. Connects in
 * the background, and again whenever the connection breaks. While Redis is away limits are counted by each process, and
 * changes that need the lock are refused as `unavailable`.
 */
export const connectRedis = ({
  url,
  prefix = 'orgkit:',
  log = logToConsole,
}: RedisOptions): SharedByRedis => {
  const redis = new RedisConnection({ url, prefix, log, settleMs: LEASE_MS });
  return {
    options: {
      rateLimiter: new RedisRateLimiter(redis),
      organizationLock: new RedisOrganizationLock(redis),
      managementTokens: new RedisManagementTokens(redis),
    },
    isAnswering: () => redis.isAnswering(),
    isUp: () => redis.isUp,
    close: () => redis.close(),
  };
};
