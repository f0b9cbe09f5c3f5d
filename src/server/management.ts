import { createApiClient } from '@logto/api/management';
import type { Lease } from './limits/lease.js';
import { data, done, gone, listed, like, orAbsent, type Listed } from './management-answer.js';
import { sending, type Sending } from './management-sending.js';
import { ManagementToken } from './management-token.js';
import type { TransportOptions } from './management-transport.js';
import type {
  LogtoApplication,
  LogtoInvitation,
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

/** Milliseconds. */
const CLEAN_UP_MS = 5_000;

/** Makes the one client of the Management API; it is bound to each request, and to the lock that it may hold. */
export const connectManagement = (settings: Settings): ((lease: Lease) => Management) => {
  // The transport brings the token: it has to replace a refused one.
  const client = createApiClient({ baseUrl: settings.logto.m2m.endpoint, getToken: async () => '' });
  const transport = {
    fetch: settings.fetch,
    token: new ManagementToken(settings, settings.managementTokens),
  };
  return ({ signal, verify }) => new Management(client, { ...transport, verify }, signal);
};

/**
 * The named calls that the backend makes. Nothing of a client's request reaches the Management API in another way.
 * Every method may throw a Refusal `unavailable`, and an UpstreamError with Logto's status and code.
 */
export class Management {
  readonly #client: ReturnType<typeof createApiClient>;
  readonly #transport: TransportOptions;
  readonly #signal: AbortSignal;

  constructor(client: ReturnType<typeof createApiClient>, transport: TransportOptions, signal: AbortSignal) {
    this.#client = client;
    this.#transport = transport;
    this.#signal = signal;
  }

  /** The same client for what must be taken back although the request has ended. */
  detached(): Management {
    const { fetch, token } = this.#transport;
    return new Management(this.#client, { fetch, token }, AbortSignal.timeout(CLEAN_UP_MS));
  }

  // People

  /** `undefined`: the account is gone. */
  user(userId: string): Promise<LogtoUser | undefined> {
    return orAbsent(
      this.#client.GET('/api/users/{userId}', { params: { path: { userId } }, ...this.#safe() }),
    );
  }

  /** Whether a second factor is set up: all that Logto asks for in organizations that require one. */
  async hasMfa(userId: string): Promise<boolean> {
    const params = { path: { userId } };
    const factors = await data(
      this.#client.GET('/api/users/{userId}/mfa-verifications', { params, ...this.#safe() }),
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
      this.#client.GET('/api/users/{userId}/organizations', {
        params: { path: { userId } },
        ...this.#safe(),
      }),
    );
  }

  async globalRoles(userId: string): Promise<readonly { readonly id: string }[]> {
    const path = { userId };
    const roles = await orAbsent(
      this.#client.GET('/api/users/{userId}/roles', { params: { path }, ...this.#safe() }),
    );
    return roles ?? [];
  }

  globalRoleScopes(
    id: string,
  ): Promise<readonly { readonly name: string; readonly resource: { readonly indicator: string } }[]> {
    return data(this.#client.GET('/api/roles/{id}/scopes', { params: { path: { id } }, ...this.#safe() }));
  }

  // Organizations

  organization(id: string): Promise<LogtoOrganization | undefined> {
    return orAbsent(
      this.#client.GET('/api/organizations/{id}', { params: { path: { id } }, ...this.#safe() }),
    );
  }

  organizations(
    page: Page,
  ): Promise<Listed<LogtoOrganization & { readonly usersCount?: number | undefined }>> {
    const query = { page: page.page, page_size: page.pageSize, showFeatured: '1', ...like(page.q) };
    return listed(this.#client.GET('/api/organizations', { params: { query }, ...this.#safe() }));
  }

  createOrganization(body: { readonly name: string } & OrganizationChanges): Promise<LogtoOrganization> {
    return data(this.#client.POST('/api/organizations', { body, ...this.#once() }));
  }

  updateOrganization(id: string, body: OrganizationChanges): Promise<LogtoOrganization> {
    const params = { path: { id } };
    return data(this.#client.PATCH('/api/organizations/{id}', { params, body, ...this.#safe() }));
  }

  deleteOrganization(id: string): Promise<void> {
    return gone(
      this.#client.DELETE('/api/organizations/{id}', { params: { path: { id } }, ...this.#safe() }),
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
    return listed(this.#client.GET('/api/organizations/{id}/users', { params, ...this.#safe() }));
  }

  /** Existing ones are left as they are. */
  addMembers(id: string, userIds: string[]): Promise<void> {
    const params = { path: { id } };
    return done(
      this.#client.POST('/api/organizations/{id}/users', {
        params,
        body: { userIds },
        ...this.#safe('text'),
      }),
    );
  }

  removeMember(id: string, userId: string): Promise<void> {
    const params = { path: { id, userId } };
    return gone(this.#client.DELETE('/api/organizations/{id}/users/{userId}', { params, ...this.#safe() }));
  }

  /** `undefined`: not a member. */
  async rolesOf(id: string, userId: string): Promise<readonly LogtoRoleReference[] | undefined> {
    const params = { path: { id, userId } };
    try {
      return await data(
        this.#client.GET('/api/organizations/{id}/users/{userId}/roles', { params, ...this.#safe() }),
      );
    } catch (error) {
      if (error instanceof UpstreamError && error.isNotMember) return undefined;
      throw error;
    }
  }

  /** All roles afterwards: an empty list takes every role. */
  replaceRoles(id: string, userId: string, organizationRoleIds: string[]): Promise<void> {
    return done(
      this.#client.PUT('/api/organizations/{id}/users/{userId}/roles', {
        params: { path: { id, userId } },
        body: { organizationRoleIds },
        ...this.#safe('text'),
      }),
    );
  }

  /** Gives every role to every member, beside those that they have. */
  grantRoles(id: string, userIds: string[], organizationRoleIds: string[]): Promise<void> {
    return done(
      this.#client.POST('/api/organizations/{id}/users/roles', {
        params: { path: { id } },
        body: { userIds, organizationRoleIds },
        ...this.#safe('text'),
      }),
    );
  }

  // Template

  organizationRoles(page: Page): Promise<Listed<LogtoOrganizationRole>> {
    const query = { page: page.page, page_size: page.pageSize };
    return listed(this.#client.GET('/api/organization-roles', { params: { query }, ...this.#safe() }));
  }

  organizationPermissions(): Promise<readonly LogtoPermission[]> {
    return data(this.#client.GET('/api/organization-scopes', { ...this.#safe() }));
  }

  resources(): Promise<
    readonly {
      readonly id: string;
      readonly indicator: string;
      readonly scopes?: readonly LogtoPermission[] | undefined;
    }[]
  > {
    const params = { query: { includeScopes: 'true' } };
    return data(this.#client.GET('/api/resources', { params, ...this.#safe() }));
  }

  // Invitations: never asked for without a filter, which would answer with those of the whole tenant

  invitationsOf(organizationId: string): Promise<readonly LogtoInvitation[]> {
    return this.#invitations({ organizationId });
  }

  invitationsTo(invitee: string): Promise<readonly LogtoInvitation[]> {
    return this.#invitations({ invitee });
  }

  async #invitations(
    query: { readonly organizationId: string } | { readonly invitee: string },
  ): Promise<readonly LogtoInvitation[]> {
    const [filter] = Object.values(query) as [string];
    if (filter === '') throw new TypeError('invitations need a filter');
    return data(this.#client.GET('/api/organization-invitations', { params: { query }, ...this.#safe() }));
  }

  invitation(id: string): Promise<LogtoInvitation | undefined> {
    const params = { path: { id } };
    return orAbsent(this.#client.GET('/api/organization-invitations/{id}', { params, ...this.#safe() }));
  }

  /** Without a mail: the link needs the id. */
  createInvitation(invitation: {
    readonly organizationId: string;
    readonly inviterId: string | null;
    readonly invitee: string;
    readonly expiresAt: number;
    readonly organizationRoleIds: string[];
  }): Promise<LogtoInvitation> {
    const body = { ...invitation, messagePayload: false as const };
    return data(this.#client.POST('/api/organization-invitations', { body, ...this.#once() }));
  }

  sendInvitation(
    id: string,
    message: { readonly link: string; readonly locale?: string | undefined },
  ): Promise<void> {
    const params = { path: { id } };
    const body = { link: message.link, ...(message.locale !== undefined && { locale: message.locale }) };
    return done(
      this.#client.POST('/api/organization-invitations/{id}/message', {
        params,
        body,
        ...this.#once('text'),
      }),
    );
  }

  async endInvitation(
    id: string,
    change: { readonly status: 'Revoked' } | { readonly status: 'Accepted'; readonly acceptedUserId: string },
  ): Promise<void> {
    await data(
      this.#client.PUT('/api/organization-invitations/{id}/status', {
        params: { path: { id } },
        body: change,
        ...this.#once(),
      }),
    );
  }

  deleteInvitation(id: string): Promise<void> {
    const params = { path: { id } };
    return gone(this.#client.DELETE('/api/organization-invitations/{id}', { params, ...this.#safe() }));
  }

  /** Signs in whoever holds it: it goes into the mail and nowhere else. */
  async createOneTimeToken(email: string, expiresIn: number): Promise<string> {
    const body = { email, expiresIn };
    const { token } = await data(this.#client.POST('/api/one-time-tokens', { body, ...this.#once() }));
    return token;
  }

  // Applications

  applications(
    id: string,
    page: Page,
  ): Promise<Listed<LogtoApplication & { readonly organizationRoles: LogtoRoleReference[] }>> {
    const params = { path: { id }, query: { page: page.page, page_size: page.pageSize } };
    return listed(this.#client.GET('/api/organizations/{id}/applications', { params, ...this.#safe() }));
  }

  application(id: string): Promise<LogtoApplication | undefined> {
    return orAbsent(
      this.#client.GET('/api/applications/{id}', { params: { path: { id } }, ...this.#safe() }),
    );
  }

  addApplication(id: string, applicationId: string): Promise<void> {
    return done(
      this.#client.POST('/api/organizations/{id}/applications', {
        params: { path: { id } },
        body: { applicationIds: [applicationId] },
        ...this.#safe('text'),
      }),
    );
  }

  removeApplication(id: string, applicationId: string): Promise<void> {
    const params = { path: { id, applicationId } };
    return gone(
      this.#client.DELETE('/api/organizations/{id}/applications/{applicationId}', {
        params,
        ...this.#safe(),
      }),
    );
  }

  /** At least one: Logto refuses an empty list. */
  replaceApplicationRoles(id: string, applicationId: string, organizationRoleIds: string[]): Promise<void> {
    return done(
      this.#client.PUT('/api/organizations/{id}/applications/{applicationId}/roles', {
        params: { path: { id, applicationId } },
        body: { organizationRoleIds },
        ...this.#safe('text'),
      }),
    );
  }

  removeApplicationRole(id: string, applicationId: string, organizationRoleId: string): Promise<void> {
    const params = { path: { id, applicationId, organizationRoleId } };
    return gone(
      this.#client.DELETE('/api/organizations/{id}/applications/{applicationId}/roles/{organizationRoleId}', {
        params,
        ...this.#safe(),
      }),
    );
  }

  /** A call whose repetition leaves the same behind. */
  #safe(): Sending;
  #safe(parseAs: 'text'): Sending & { readonly parseAs: 'text' };
  #safe(parseAs?: 'text'): object {
    return { ...sending(this.#transport, this.#signal, true), ...(parseAs && { parseAs }) };
  }

  /** A call that makes something new each time. */
  #once(): Sending;
  #once(parseAs: 'text'): Sending & { readonly parseAs: 'text' };
  #once(parseAs?: 'text'): object {
    return { ...sending(this.#transport, this.#signal, false), ...(parseAs && { parseAs }) };
  }
}
