import { MANAGEMENT_RESOURCE } from './built-in.js';
import { applicationRoutes } from './management/applications.js';
import { authorizeWith } from './management/authorize.js';
import { invitationRoutes } from './management/invitations.js';
import { jitRoutes } from './management/jit.js';
import { oneTimeTokenRoutes } from './management/one-time-tokens.js';
import { organizationApplicationRoutes } from './management/organization-applications.js';
import { organizationRoleRoutes, organizationScopeRoutes } from './management/organization-template.js';
import { organizationUserRoleRoutes } from './management/organization-user-roles.js';
import { organizationUserRoutes } from './management/organization-users.js';
import { organizationRoutes } from './management/organizations.js';
import { resourceRoutes } from './management/resources.js';
import { roleRoutes } from './management/roles.js';
import { ManagementRouter } from './management/router.js';
import { settingsRoutes } from './management/settings.js';
import { subjectTokenRoutes } from './management/subject-tokens.js';
import { userMfaRoutes } from './management/user-mfa.js';
import { userRoutes } from './management/users.js';
import type { Tenant } from './tenant.js';
import type { TokenAuthority } from './token-authority.js';

export interface ManagementApiOptions {
  readonly tenant: Tenant;
  /** Verifies the token of each request. */
  readonly authority: TokenAuthority;
}

/**
 * The part of Logto's Management API that organizations need, for requests under `/api/`. Answers as Logto 1.42
 * does: statuses, codes, sentences, headers. Runs anywhere that has `Request` and `Response`.
 */
export const createManagementApi = ({
  tenant,
  authority,
}: ManagementApiOptions): ((request: Request) => Promise<Response>) => {
  const router = new ManagementRouter(tenant, authorizeWith(authority, MANAGEMENT_RESOURCE));
  for (const add of routes) add(router);
  return router.handler;
};

const routes: readonly ((router: ManagementRouter) => void)[] = [
  organizationRoutes,
  organizationUserRoutes,
  organizationUserRoleRoutes,
  organizationApplicationRoutes,
  jitRoutes,
  organizationScopeRoutes,
  organizationRoleRoutes,
  invitationRoutes,
  oneTimeTokenRoutes,
  subjectTokenRoutes,
  userRoutes,
  userMfaRoutes,
  applicationRoutes,
  resourceRoutes,
  roleRoutes,
  settingsRoutes,
];
