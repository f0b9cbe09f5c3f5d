import type { Identity } from './identity.js';
import { liveAccount } from './live-account.js';
import { LRUCache } from './lru-cache.js';
import type { Management } from './management.js';
import type { Settings } from './settings.js';

const MAXIMUM_PEOPLE = 1_000;

/**
 * Global scopes of the API resource: what lets somebody create organizations or operate on all. A token of the
 * resource without an organization also carries the scopes of **all** organization roles of the person, so its word
 * is not enough: a global role has to give the scope, right now.
 */
export class GlobalScopes {
  readonly #settings: Settings;
  readonly #known = new LRUCache<{ readonly names: ReadonlySet<string>; readonly at: number }>(
    MAXIMUM_PEOPLE,
  );

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /**
   * @param live false lets an answer from some seconds ago do, for reads
   * @throws Refusal `unauthenticated` for somebody who is suspended
   */
  async has(
    logto: Management,
    identity: Identity,
    scope: string,
    { live }: { live: boolean },
  ): Promise<boolean> {
    const { kind, organizationId, scopes, userId } = identity;
    if (kind !== 'resource' || organizationId !== undefined || !scopes.has(scope)) return false;
    const known = this.#known.get(userId);
    const isRecent = known && Date.now() - known.at < this.#settings.limits.readCacheSeconds * 1000;
    const names = !live && isRecent ? known.names : await this.#read(logto, userId);
    return names.has(scope);
  }

  async #read(logto: Management, userId: string): Promise<ReadonlySet<string>> {
    const at = Date.now();
    // Logto leaves the roles of a suspended person in place.
    const [roles] = await Promise.all([logto.globalRoles(userId), liveAccount(logto, userId)]);
    const scopes = await Promise.all(roles.map(({ id }) => logto.globalRoleScopes(id)));
    const { resource } = this.#settings.logto;
    const names = new Set(
      scopes
        .flat()
        .filter((scope) => scope.resource.indicator === resource)
        .map(({ name }) => name),
    );
    this.#known.set(userId, { names, at });
    return names;
  }
}
