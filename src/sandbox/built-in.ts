import type { Tenant } from './tenant.js';

/** The audience of Management API tokens: the same for every self-hosted Logto, whatever its address. */
export const MANAGEMENT_RESOURCE = 'https://default.logto.app/api';
/** The API resource that the sandbox's application asks tokens for. */
export const SANDBOX_RESOURCE = 'https://api.orgkit.test';

export const SANDBOX_M2M = { id: 'sandbox-m2m', secret: 'sandbox-m2m-secret' } as const;
export const SANDBOX_SPA = { id: 'sandbox-spa' } as const;

/** Ids of what every sandbox has, whichever seed it starts from. */
export const BUILT_IN_IDS = {
  managementResource: 'management-api',
  managementScope: 'management-api-all',
  managementRole: 'management-api-access',
  resource: 'sandbox-api',
} as const;

/**
 * Adds what every seed has: the Management API with its scope and role, the API resource, and the two
 * applications. None of it is a user, an organization, or a role or permission of organizations.
 */
export const seedBuiltIn = (tenant: Tenant): void => {
  const { resources, scopes, roles, roleScopes, applications, applicationRoles } = tenant.tables;
  const createdAt = tenant.now();
  const tenantId = tenant.id;
  tenant.transaction(() => {
    resources.insertMany([
      {
        tenantId,
        id: BUILT_IN_IDS.managementResource,
        name: 'Logto Management API',
        indicator: MANAGEMENT_RESOURCE,
        isDefault: false,
        accessTokenTtl: 3600,
      },
      {
        tenantId,
        id: BUILT_IN_IDS.resource,
        name: 'Sandbox API',
        indicator: SANDBOX_RESOURCE,
        isDefault: false,
        accessTokenTtl: 3600,
      },
    ]);
    scopes.insert({
      tenantId,
      id: BUILT_IN_IDS.managementScope,
      resourceId: BUILT_IN_IDS.managementResource,
      name: 'all',
      description: 'Default scope for Management API, allows all permissions.',
      createdAt,
    });
    roles.insert({
      tenantId,
      id: BUILT_IN_IDS.managementRole,
      name: 'Logto Management API access',
      description: 'Access to the Management API.',
      type: 'MachineToMachine',
      isDefault: false,
    });
    roleScopes.insert({ roleId: BUILT_IN_IDS.managementRole, scopeId: BUILT_IN_IDS.managementScope });
    const shared = {
      tenantId,
      description: null,
      customClientMetadata: {},
      protectedAppMetadata: null,
      customData: {},
      isThirdParty: false,
      appLevelAccessControlEnabled: false,
      createdAt,
    };
    applications.insertMany([
      {
        ...shared,
        ...SANDBOX_M2M,
        name: 'Sandbox backend',
        type: 'MachineToMachine',
        oidcClientMetadata: { redirectUris: [], postLogoutRedirectUris: [] },
      },
      {
        ...shared,
        ...SANDBOX_SPA,
        name: 'Sandbox page',
        secret: '',
        type: 'SPA',
        customClientMetadata: { allowTokenExchange: true },
        oidcClientMetadata: { redirectUris: [], postLogoutRedirectUris: [] },
      },
    ]);
    applicationRoles.insert({ roleId: BUILT_IN_IDS.managementRole, applicationId: SANDBOX_M2M.id });
  });
};
