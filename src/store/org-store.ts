import type { QueryKey } from '@tanstack/query-core';
import type { OrgApi } from '../api/org-api.js';
import type { AcceptedInvitation, ReceivedInvitationList } from '../contract/invitation.js';
import type { Me } from '../contract/me.js';
import type { OrganizationList } from '../contract/organization.js';
import type { OrgError } from '../org-error.js';
import { QueryHost } from './query-host.js';
import { QueryWatch, type OrgQuery } from './query-watch.js';

const keys = {
  organizations: ['organizations'],
  /** Everything of one organization. */
  organization: (organizationId: string) => ['organization', organizationId],
  receivedInvitations: ['invitations'],
} as const;

export interface OrgStoreHooks {
  /** A change of the person's that their tokens do not know of yet: drop them before anything is fetched again. */
  readonly onTokensStale?: (organizationId: string) => Promise<void>;
  /** What has changed, for the other tabs: keys, never data. */
  readonly onChange?: (keys: readonly QueryKey[]) => void;
  /** A query has failed for good; with the organization that it was about. */
  readonly onQueryError?: (error: OrgError, organizationId: string | undefined) => void;
}

/**
 * What is known of the backend's state: queries that are fetched once for all who watch, and changes that invalidate
 * what they touch. One store belongs to one signed-in person; another person gets another store.
 */
export class OrgStore {
  readonly #api: OrgApi;
  readonly #hooks: OrgStoreHooks;
  readonly #host: QueryHost;

  constructor(api: OrgApi, hooks: OrgStoreHooks = {}) {
    this.#api = api;
    this.#hooks = hooks;
    this.#host = new QueryHost((error, [kind, id]) =>
      hooks.onQueryError?.(error, kind === 'organization' ? String(id) : undefined),
    );
  }

  /** Begins to refetch when the window gets the focus or the network is back. */
  start(): void {
    this.#host.start();
  }

  /** Stops that, and aborts the calls under way. What is watched stays watched until its watch is stopped. */
  stop(): void {
    this.#host.stop();
  }

  /** The person's organizations, with their roles in each. */
  organizations(): OrgQuery<OrganizationList> {
    return { queryKey: keys.organizations, queryFn: (options) => this.#api.organizations(options) };
  }

  /** The person in one organization: live roles and permissions. */
  me(organizationId: string): OrgQuery<Me> {
    return {
      queryKey: [...keys.organization(organizationId), 'me'],
      queryFn: (options) => this.#api.me(organizationId, options),
    };
  }

  /** Pending invitations to the person. */
  receivedInvitations(): OrgQuery<ReceivedInvitationList> {
    return {
      queryKey: keys.receivedInvitations,
      queryFn: (options) => this.#api.receivedInvitations(options),
    };
  }

  /** Joins. Resolves when the list of organizations holds the new one. @throws OrgError */
  acceptInvitation(invitationId: string): Promise<AcceptedInvitation> {
    return this.#change(
      [keys.receivedInvitations, keys.organizations],
      () => this.#api.acceptInvitation(invitationId),
      ({ organizationId }) => organizationId,
    );
  }

  watch<Data>(query: OrgQuery<Data>, changed: () => void): QueryWatch<Data> {
    return new QueryWatch(this.#host.client, query, changed);
  }

  /** Marks what begins with one of the keys as stale, and refetches what of it is watched. Never rejects. */
  async invalidate(...prefixes: readonly QueryKey[]): Promise<void> {
    await Promise.all(prefixes.map((key) => this.#host.invalidate(key)));
  }

  /** Everything of one organization is stale: the person's permissions in it are not what they were. */
  invalidateOrganization(organizationId: string): Promise<void> {
    return this.invalidate(keys.organization(organizationId));
  }

  /** The list of organizations is not what it was. */
  invalidateOrganizations(): Promise<void> {
    return this.invalidate(keys.organizations);
  }

  /** Calls, invalidates and tells. A failed change may have left something behind: its keys are invalidated too. */
  async #change<Result>(
    touched: readonly QueryKey[],
    call: () => Promise<Result>,
    joined?: (result: Result) => string,
  ): Promise<Result> {
    try {
      const result = await call();
      if (joined) await this.#hooks.onTokensStale?.(joined(result));
      return result;
    } finally {
      this.#hooks.onChange?.(touched);
      await this.invalidate(...touched);
    }
  }
}
