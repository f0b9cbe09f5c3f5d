import { data, done, listed, orAbsent } from '../../server/management-answer.js';
import type { LogtoOrganizationRole, LogtoPermission } from '../../server/management-types.js';
import { connectManagementApi, type ManagementAccess } from '../management-api.js';

const PAGE_SIZE = 100;

/** An application as far as a setup reads and changes it. Logto replaces each of the two as a whole. */
export interface TenantApplication {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly oidcClientMetadata: {
    readonly redirectUris: readonly string[];
    readonly postLogoutRedirectUris: readonly string[];
  };
  readonly customClientMetadata: {
    readonly corsAllowedOrigins?: readonly string[];
    readonly alwaysIssueRefreshToken?: boolean;
    readonly rotateRefreshToken?: boolean;
  };
}

export interface TenantConnector {
  readonly type: string;
  readonly connectorId: string;
  readonly config: unknown;
}

/** The named calls that a setup makes: it reads, adds and changes, and has no call that deletes. */
export interface Tenant {
  permissions(): Promise<readonly LogtoPermission[]>;
  roles(): Promise<readonly LogtoOrganizationRole[]>;
  resources(): Promise<readonly { readonly indicator: string }[]>;
  application(id: string): Promise<TenantApplication | undefined>;
  connectors(): Promise<readonly TenantConnector[]>;
  createPermission(body: { name: string; description: string }): Promise<{ readonly id: string }>;
  createRole(body: { name: string; description: string; organizationScopeIds: string[] }): Promise<void>;
  addToRole(id: string, organizationScopeIds: string[]): Promise<void>;
  createResource(body: { name: string; indicator: string }): Promise<void>;
  updateApplication(
    id: string,
    changes: Pick<TenantApplication, 'oidcClientMetadata' | 'customClientMetadata'>,
  ): Promise<void>;
}

/** Every call may throw a Refusal `unavailable`, and an UpstreamError with Logto's status and code. */
export const connectTenant = (access: ManagementAccess): Tenant => {
  const { client, send } = connectManagementApi(access);

  return {
    permissions: () => data(client.GET('/api/organization-scopes', { ...send(true) })),
    roles: async () => {
      const found: LogtoOrganizationRole[] = [];
      for (let page = 1; ; page += 1) {
        const params = { query: { page, page_size: PAGE_SIZE } };
        const { items, total } = await listed(
          client.GET('/api/organization-roles', { params, ...send(true) }),
        );
        found.push(...items);
        if (items.length < PAGE_SIZE || found.length >= total) return found;
      }
    },
    resources: () => data(client.GET('/api/resources', { ...send(true) })),
    application: async (id) =>
      // The published types take addresses for objects.
      (await orAbsent(client.GET('/api/applications/{id}', { params: { path: { id } }, ...send(true) }))) as
        TenantApplication | undefined,
    connectors: () => data(client.GET('/api/connectors', { ...send(true) })),
    createPermission: (body) => data(client.POST('/api/organization-scopes', { body, ...send(false) })),
    createRole: (body) =>
      done(
        client.POST('/api/organization-roles', {
          body: { ...body, type: 'User', resourceScopeIds: [] },
          ...send(false),
        }),
      ),
    addToRole: (id, organizationScopeIds) =>
      done(
        client.POST('/api/organization-roles/{id}/scopes', {
          params: { path: { id } },
          body: { organizationScopeIds },
          parseAs: 'text',
          ...send(true),
        }),
      ),
    createResource: (body) => done(client.POST('/api/resources', { body, ...send(false) })),
    updateApplication: (id, changes) => {
      // The published types take addresses for objects.
      const body: object = changes;
      return done(client.PATCH('/api/applications/{id}', { params: { path: { id } }, body, ...send(true) }));
    },
  };
};
