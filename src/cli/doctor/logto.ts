import { data, done, gone, orAbsent } from '../../server/management-answer.js';
import type { LogtoOrganizationRole, LogtoPermission } from '../../server/management-types.js';
import { connectManagementApi, type ManagementAccess } from '../management-api.js';
import { connectTenant } from '../setup/tenant.js';

const TOKEN_TIMEOUT_MS = 15_000;
const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const SUBJECT_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';

export interface LogtoAccess extends ManagementAccess {
  readonly appId: string;
}

/** What a token of a person is good for: an organization, an API resource, or that resource for the organization. */
export interface TokenTarget {
  readonly organizationId?: string | undefined;
  readonly resource?: string | undefined;
  /** Permissions that the application asks for. */
  readonly scopes: readonly string[];
  /** Seconds; only the sandbox gives tokens that have expired already. */
  readonly sandboxExpiresIn?: number | undefined;
}

/** Logto gives no token, in its own words. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/** The named calls that a doctor makes in a tenant: for accounts, roles and organizations of its own. */
export interface DoctorLogto {
  readonly endpoint: string;
  permissions(): Promise<readonly LogtoPermission[]>;
  roles(): Promise<readonly LogtoOrganizationRole[]>;
  createUser(email: string, name: string): Promise<string>;
  deleteUser(id: string): Promise<void>;
  organizationsOf(userId: string): Promise<readonly { readonly id: string; readonly name: string }[]>;
  deleteOrganization(id: string): Promise<void>;
  createInvitation(invitation: {
    organizationId: string;
    inviterId: string;
    invitee: string;
    expiresAt: number;
    organizationRoleIds: string[];
  }): Promise<string>;
  isPending(invitationId: string): Promise<boolean>;
  /** Makes the person a member with exactly these roles, whatever the person was before. */
  seat(organizationId: string, userId: string, roleIds: readonly string[]): Promise<void>;
  createRole(name: string, organizationScopeIds: string[]): Promise<string>;
  deleteRole(id: string): Promise<void>;
  /** @throws TokenRefused */
  tokenOf(userId: string, target: TokenTarget): Promise<string>;
  /** A token of the machine-to-machine application itself, for the API resource. @throws TokenRefused */
  machineToken(): Promise<string>;
}

/** Every call of the Management API may throw a Refusal `unavailable`, and an UpstreamError. */
export const connectLogto = (access: LogtoAccess): DoctorLogto => {
  const { endpoint, appId, resource, m2m } = access;
  const { client, send } = connectManagementApi(access);
  const tenant = connectTenant(access);
  const byId = (id: string) => ({ params: { path: { id } } });

  const token = async (origin: string, form: Readonly<Record<string, string>>): Promise<string> => {
    const response = await fetch(`${origin}/oidc/token`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
      signal: AbortSignal.timeout(TOKEN_TIMEOUT_MS),
    }).catch((error: unknown) => {
      throw new TokenRefused('the token endpoint gives no answer', { cause: error });
    });
    const body = Object(await response.json().catch(() => undefined)) as Readonly<Record<string, unknown>>;
    if (response.ok && typeof body['access_token'] === 'string') return body['access_token'];
    const words = [body['error'], body['error_description']].filter((part) => typeof part === 'string');
    throw new TokenRefused(`the token endpoint answers ${response.status} ${words.join(': ')}`.trim());
  };

  return {
    endpoint,
    permissions: () => tenant.permissions(),
    roles: () => tenant.roles(),
    createUser: async (primaryEmail, name) =>
      (await data(client.POST('/api/users', { body: { primaryEmail, name }, ...send(false) }))).id,
    deleteUser: (userId) =>
      gone(
        client.DELETE('/api/users/{userId}', {
          params: { path: { userId } },
          parseAs: 'text',
          ...send(true),
        }),
      ),
    organizationsOf: (userId) =>
      data(client.GET('/api/users/{userId}/organizations', { params: { path: { userId } }, ...send(true) })),
    deleteOrganization: (id) =>
      gone(client.DELETE('/api/organizations/{id}', { ...byId(id), parseAs: 'text', ...send(true) })),
    createInvitation: async (invitation) => {
      const body = { ...invitation, messagePayload: false as const };
      return (await data(client.POST('/api/organization-invitations', { body, ...send(false) }))).id;
    },
    isPending: async (id) => {
      const found = await orAbsent(
        client.GET('/api/organization-invitations/{id}', { ...byId(id), ...send(true) }),
      );
      return found?.status === 'Pending';
    },
    seat: async (id, userId, organizationRoleIds) => {
      const body = { userIds: [userId] };
      await done(
        client.POST('/api/organizations/{id}/users', { ...byId(id), body, parseAs: 'text', ...send(true) }),
      );
      await done(
        client.PUT('/api/organizations/{id}/users/{userId}/roles', {
          params: { path: { id, userId } },
          body: { organizationRoleIds: [...organizationRoleIds], organizationRoleNames: [] },
          parseAs: 'text',
          ...send(true),
        }),
      );
    },
    createRole: async (name, organizationScopeIds) => {
      const description = 'Made by orgkit doctor for the time of its run';
      const body = { name, description, type: 'User' as const, organizationScopeIds, resourceScopeIds: [] };
      return (await data(client.POST('/api/organization-roles', { body, ...send(false) }))).id;
    },
    deleteRole: (id) =>
      gone(client.DELETE('/api/organization-roles/{id}', { ...byId(id), parseAs: 'text', ...send(true) })),
    tokenOf: async (userId, { organizationId, resource: indicator, scopes, sandboxExpiresIn }) => {
      const { subjectToken } = await data(
        client.POST('/api/subject-tokens', { body: { userId }, ...send(false) }),
      );
      return token(endpoint, {
        grant_type: TOKEN_EXCHANGE,
        client_id: appId,
        subject_token: subjectToken,
        subject_token_type: SUBJECT_TOKEN,
        scope: scopes.join(' '),
        ...(organizationId !== undefined && { organization_id: organizationId }),
        ...(indicator !== undefined && { resource: indicator }),
        ...(sandboxExpiresIn !== undefined && { sandbox_expires_in: String(sandboxExpiresIn) }),
      });
    },
    machineToken: () =>
      token(access.managementEndpoint ?? endpoint, {
        grant_type: 'client_credentials',
        client_id: m2m.id,
        client_secret: m2m.secret,
        resource,
      }),
  };
};
