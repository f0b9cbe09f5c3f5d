import type { Lease } from '../limits/lease.js';
import { LeasedOrganizationLock } from '../limits/leased-organization-lock.js';
import { MemoryOrganizationLock, type OrganizationLock } from '../limits/organization-lock.js';
import type { RedisConnection } from './connection.js';
import { RedisLeaseStore } from './lease-store.js';

/** First a queue in this process, so that only its head asks Redis, and nobody here is overtaken. */
export class RedisOrganizationLock implements OrganizationLock {
  readonly #here = new MemoryOrganizationLock();
  readonly #everywhere: LeasedOrganizationLock;

  constructor(redis: RedisConnection) {
    this.#everywhere = new LeasedOrganizationLock(new RedisLeaseStore(redis));
  }

  run<Result>(
    organizationId: string,
    signal: AbortSignal,
    work: (lease: Lease) => Promise<Result>,
  ): Promise<Result> {
    return this.#here.run(organizationId, signal, () => this.#everywhere.run(organizationId, signal, work));
  }
}
