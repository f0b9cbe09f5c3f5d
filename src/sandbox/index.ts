export { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.js';
export { Tenant, type TenantOptions, type TenantSettings, type TenantSnapshot } from './tenant.js';
export { TokenAuthority, type AccessTokenClaims } from './token-authority.js';
export { createManagementApi, type ManagementApiOptions } from './management-api.js';
export { parseSeed, seedAccounts, seedTenant, type Seed, type SeedAccount } from './seed.js';
export { OidcError } from './oidc-error.js';
export { LogtoError } from './logto-error.js';
export { MANAGEMENT_RESOURCE, SANDBOX_M2M, SANDBOX_RESOURCE, SANDBOX_SPA } from './built-in.js';
export type { UserTokenRequest } from './access-tokens.js';
