import { memberActor, operatorActor, type Actor } from './actor.js';
import type { GlobalScopes } from './global-scopes.js';
import type { Identity } from './identity.js';
import { LRUCache } from './lru-cache.js';
import type { Management } from './management.js';
import type { LogtoRoleReference } from './management-types.js';
import type { PermissionKey } from './permissions.js';
import { notFound, Refusal } from './refusal.js';
import type { Settings } from './settings.js';
import type { TemplateSource } from './template.js';

/** Who may use a route. A route without one does not compile. */
export type Authorization =
  /** Anybody, without a token. Nothing about anybody may be in the answer. */
  | { readonly who: 'anybody' }
  /** The person of any valid token; the route acts on that person's own things only. */
  | { readonly who: 'person' }
  /** A member of the organization in the path, or an operator. */
  | {
      readonly who: 'member';
      /** Any one of these; absent: every member. */
      readonly permission?: PermissionKey | readonly PermissionKey[];
      /** Operators are not members: they have nothing to leave. */
      readonly membersOnly?: true;
    }
  /** Whoever holds the global operator scope. */
  | { readonly who: 'operator' };

const MAXIMUM_MEMBERSHIPS = 10_000;

/** Decides who acts in an organization: the token proves the person and the organization, Logto tells the rest. */
export class Authorizer {
  readonly #settings: Settings;
  readonly #templates: TemplateSource;
  readonly #globalScopes: GlobalScopes;
  readonly #memberships = new LRUCache<{
    readonly roles: readonly LogtoRoleReference[];
    readonly at: number;
  }>(MAXIMUM_MEMBERSHIPS);
  /** Grows with every change: what was being read meanwhile may be from before it, and is not remembered. */
  #changes = 0;

  constructor(settings: Settings, templates: TemplateSource, globalScopes: GlobalScopes) {
    this.#settings = settings;
    this.#templates = templates;
    this.#globalScopes = globalScopes;
  }

  /**
   * @param live true for every change: nothing remembered counts
   * @throws Refusal `not_found` for a foreign organization as for an unknown one, `forbidden` without the permission
   */
  async member(
    logto: Management,
    identity: Identity,
    organizationId: string,
    { permission, membersOnly }: Extract<Authorization, { readonly who: 'member' }>,
    { live }: { readonly live: boolean },
  ): Promise<Actor> {
    const actor =
      identity.organizationId === organizationId
        ? await this.#asMember(logto, identity, organizationId, live)
        : await this.#asOperator(logto, identity, organizationId, live);
    if (membersOnly && actor.isOperator) throw notFound();
    const needed = typeof permission === 'string' ? [permission] : permission;
    if (needed && !needed.some((key) => actor.may(key))) throw forbidden(actor);
    return actor;
  }

  async operator(logto: Management, identity: Identity, { live }: { readonly live: boolean }): Promise<void> {
    const scope = this.#settings.operatorScope;
    if (scope === undefined) throw notFound();
    if (!(await this.#globalScopes.has(logto, identity, scope, { live }))) {
      throw new Refusal('forbidden', 'The operator scope is needed.');
    }
  }

  /** Whether the token could be an operator's. Its word alone decides nothing. */
  mayOperate({ kind, organizationId, scopes }: Identity): boolean {
    const scope = this.#settings.operatorScope;
    return scope !== undefined && kind === 'resource' && organizationId === undefined && scopes.has(scope);
  }

  /** After a change of somebody's roles or membership: what is remembered of it is wrong now. */
  forget(organizationId: string, userId: string): void {
    this.#changes += 1;
    this.#memberships.delete(`${organizationId}/${userId}`);
  }

  /** After an organization has gone: nobody is a member any more. */
  forgetOrganization(organizationId: string): void {
    this.#changes += 1;
    this.#memberships.deleteWhere((key) => key.startsWith(`${organizationId}/`));
  }

  async #asMember(
    logto: Management,
    identity: Identity,
    organizationId: string,
    live: boolean,
  ): Promise<Actor> {
    const [roles, template] = await Promise.all([
      this.#rolesOf(logto, organizationId, identity.userId, live),
      live ? this.#templates.fresh(logto) : this.#templates.recent(logto),
    ]);
    return memberActor(this.#settings, identity, organizationId, template, roles);
  }

  async #asOperator(
    logto: Management,
    identity: Identity,
    organizationId: string,
    live: boolean,
  ): Promise<Actor> {
    const scope = this.#settings.operatorScope;
    if (scope === undefined || !(await this.#globalScopes.has(logto, identity, scope, { live }))) {
      throw notFound();
    }
    const [organization, template] = await Promise.all([
      logto.organization(organizationId),
      live ? this.#templates.fresh(logto) : this.#templates.recent(logto),
    ]);
    if (!organization) throw notFound();
    return operatorActor(identity, organizationId, template);
  }

  async #rolesOf(
    logto: Management,
    organizationId: string,
    userId: string,
    live: boolean,
  ): Promise<readonly LogtoRoleReference[]> {
    const key = `${organizationId}/${userId}`;
    const known = this.#memberships.get(key);
    const maximumAge = this.#settings.limits.readCacheSeconds * 1000;
    if (!live && known && Date.now() - known.at < maximumAge) return known.roles;
    const changes = this.#changes;
    // As old as the question: while the answer was on its way everything may have changed elsewhere.
    const at = Date.now();
    const roles = await logto.rolesOf(organizationId, userId);
    // Removed since the token was issued.
    if (!roles) {
      this.#memberships.delete(key);
      throw notFound();
    }
    if (changes === this.#changes) this.#memberships.set(key, { roles, at });
    return roles;
  }
}

const forbidden = (actor: Actor): ForbiddenRefusal => new ForbiddenRefusal(actor);

/** Carries the actor, so that the answer can still tell that the token is older than the permissions. */
export class ForbiddenRefusal extends Refusal {
  readonly actor: Actor;

  constructor(actor: Actor) {
    super('forbidden', 'The permission is missing.');
    this.actor = actor;
  }
}
