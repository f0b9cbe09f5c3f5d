import { createApiClient } from '@logto/api/management';
import type { Lease } from './limits/lease.js';
import { data, done, gone, listed, like, orAbsent, type Listed } from './management-answer.js';
import { ManagementApplications } from './management-applications.js';
import { ManagementCalls } from './management-calls.js';
import { ManagementInvitations } from './management-invitations.js';
import { ManagementToken } from './management-token.js';
import type {
  LogtoMember,
  LogtoOrganization,
  LogtoOrganizationRole,
  LogtoPermission,
  LogtoRoleReference,
  LogtoUser,
  OrganizationChanges,
  Page,
} from './management-types.js';
import type { Settings } from './settings.js';
import { UpstreamError } from './upstream-error.js';

/** Makes the one client of the Management API; it is bound to each request, and to the lock that it may hold. */
export const connectManagement = (settings: Settings): ((lease: Lease) => Management) => {
  // The transport brings the token: it has to replace a refused one.
  const client = createApiClient({ baseUrl: settings.logto.m2m.endpoint, getToken: async () => '' });
  const transport = {
    fetch: settings.fetch,
    token: new ManagementToken(settings, settings.managementTokens),
  };
  return ({ signal, verify }) =>
    new Management(new ManagementCalls(client, { ...transport, verify }, signal));
};

/**
 * The named calls that the backend makes. Nothing of a client's request reaches the Management API in another way.
 * Every method may throw a Refusal `unavailable`, and an UpstreamError with Logto's status and code.
 */
export class Management {
  readonly invitations: ManagementInvitations;
  readonly applications: ManagementApplications;
  readonly #calls: ManagementCalls;

  constructor(calls: ManagementCalls) {
    this.#calls = calls;
    this.invitations = new ManagementInvitations(calls);
    this.applications = new ManagementApplications(calls);
  }

  /** The same for what must be taken back although the request has ended. */
  detached(): Management {
    return new Management(this.#calls.detached());
  }

  // People

  /** `undefined`: the account is gone. */
  user(userId: string): Promise<LogtoUser | undefined> {
    return orAbsent(
      this.#calls.client.GET('/api/users/{userId}', { params: { path: { userId } }, ...this.#calls.safe() }),
    );
  }

  /** Whether a second factor is set up: all that Logto asks for in organizations that require one. */
  async hasMfa(userId: string): Promise<boolean> {
    const params = { path: { userId } };
    const factors = await data(
      this.#calls.client.GET('/api/users/{userId}/mfa-verifications', { params, ...this.#calls.safe() }),
    );
    return factors.length > 0;
  }

  /** With the person's roles in each. `undefined`: the account is gone. */
  organizationsOf(
    userId: string,
  ): Promise<
    readonly (LogtoOrganization & { readonly organizationRoles: LogtoRoleReference[] })[] | undefined
  > {
    return orAbsent(
      this.#calls.client.GET('/api/users/{userId}/organizations', {
        params: { path: { userId } },
        ...this.#calls.safe(),
      }),
    );
  }

  async globalRoles(userId: string): Promise<readonly { readonly id: string }[]> {
    const path = { userId };
    const roles = await orAbsent(
      this.#calls.client.GET('/api/users/{userId}/roles', { params: { path }, ...this.#calls.safe() }),
    );
    return roles ?? [];
  }

  globalRoleScopes(
    id: string,
  ): Promise<readonly { readonly name: string; readonly resource: { readonly indicator: string } }[]> {
    return data(
      this.#calls.client.GET('/api/roles/{id}/scopes', { params: { path: { id } }, ...this.#calls.safe() }),
    );
  }

  // Organizations

  organization(id: string): Promise<LogtoOrganization | undefined> {
    return orAbsent(
      this.#calls.client.GET('/api/organizations/{id}', { params: { path: { id } }, ...this.#calls.safe() }),
    );
  }

  organizations(
    page: Page,
  ): Promise<Listed<LogtoOrganization & { readonly usersCount?: number | undefined }>> {
    const query = { page: page.page, page_size: page.pageSize, showFeatured: '1', ...like(page.q) };
    return listed(this.#calls.client.GET('/api/organizations', { params: { query }, ...this.#calls.safe() }));
  }

  createOrganization(body: { readonly name: string } & OrganizationChanges): Promise<LogtoOrganization> {
    return data(this.#calls.client.POST('/api/organizations', { body, ...this.#calls.once() }));
  }

  updateOrganization(id: string, body: OrganizationChanges): Promise<LogtoOrganization> {
    const params = { path: { id } };
    return data(this.#calls.client.PATCH('/api/organizations/{id}', { params, body, ...this.#calls.safe() }));
  }

  deleteOrganization(id: string): Promise<void> {
    return gone(
      this.#calls.client.DELETE('/api/organizations/{id}', {
        params: { path: { id } },
        ...this.#calls.safe(),
      }),
    );
  }

  // Members

  /** Ordered by user id. An unknown organization has none. */
  members(id: string, page: Page & { readonly roleId?: string | undefined }): Promise<Listed<LogtoMember>> {
    const query = {
      page: page.page,
      page_size: page.pageSize,
      ...like(page.q),
      ...(page.roleId !== undefined && { organizationRoleId: page.roleId }),
    };
    const params = { path: { id }, query };
    return listed(this.#calls.client.GET('/api/organizations/{id}/users', { params, ...this.#calls.safe() }));
  }

  /** Existing ones are left as they are. */
  addMembers(id: string, userIds: string[]): Promise<void> {
    const params = { path: { id } };
    return done(
      this.#calls.client.POST('/api/organizations/{id}/users', {
        params,
        body: { userIds },
        ...this.#calls.safe('text'),
      }),
    );
  }

  removeMember(id: string, userId: string): Promise<void> {
    const params = { path: { id, userId } };
    return gone(
      this.#calls.client.DELETE('/api/organizations/{id}/users/{userId}', { params, ...this.#calls.safe() }),
    );
  }

  /** `undefined`: not a member. */
  async rolesOf(id: string, userId: string): Promise<readonly LogtoRoleReference[] | undefined> {
    const params = { path: { id, userId } };
    try {
      return await data(
        this.#calls.client.GET('/api/organizations/{id}/users/{userId}/roles', {
          params,
          ...this.#calls.safe(),
        }),
      );
    } catch (error) {
      if (error instanceof UpstreamError && error.isNotMember) return undefined;
      throw error;
    }
  }

  /** All roles afterwards: an empty list takes every role. */
  replaceRoles(id: string, userId: string, organizationRoleIds: string[]): Promise<void> {
    return done(
      this.#calls.client.PUT('/api/organizations/{id}/users/{userId}/roles', {
        params: { path: { id, userId } },
        body: { organizationRoleIds },
        ...this.#calls.safe('text'),
      }),
    );
  }

  /** Gives every role to every member, beside those that they have. */
  grantRoles(id: string, userIds: string[], organizationRoleIds: string[]): Promise<void> {
    return done(
      this.#calls.client.POST('/api/organizations/{id}/users/roles', {
        params: { path: { id } },
        body: { userIds, organizationRoleIds },
        ...this.#calls.safe('text'),
      }),
    );
  }

  // Template

  organizationRoles(page: Page): Promise<Listed<LogtoOrganizationRole>> {
    const query = { page: page.page, page_size: page.pageSize };
    return listed(
      this.#calls.client.GET('/api/organization-roles', { params: { query }, ...this.#calls.safe() }),
    );
  }

  organizationPermissions(): Promise<readonly LogtoPermission[]> {
    return data(this.#calls.client.GET('/api/organization-scopes', { ...this.#calls.safe() }));
  }

  resources(): Promise<
    readonly {
      readonly id: string;
      readonly indicator: string;
      readonly scopes?: readonly LogtoPermission[] | undefined;
    }[]
  > {
    const params = { query: { includeScopes: 'true' } };
    return data(this.#calls.client.GET('/api/resources', { params, ...this.#calls.safe() }));
  }
}
