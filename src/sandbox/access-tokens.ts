import { SANDBOX_SPA } from './built-in.js';
import { oidcErrors } from './oidc-error.js';
import type { Tenant } from './tenant.js';
import { organizationAudience, TOKEN_LIFETIME_SECONDS, type AccessTokenClaims } from './token-authority.js';

/** What a token is asked for. At least one of `organizationId` and `resource`. */
export interface TokenTarget {
  readonly organizationId?: string | undefined;
  /** Indicator of an API resource. */
  readonly resource?: string | undefined;
  /** What was requested at sign-in (for an application: with the call); everything held, when left out. */
  readonly scopes?: readonly string[] | undefined;
  /** Lifetime in seconds instead of the resource's own. Negative makes an expired token. */
  readonly expiresIn?: number | undefined;
}

export interface UserTokenRequest extends TokenTarget {
  readonly userId: string;
  /** The application that asks: `sandbox-spa` by default. */
  readonly clientId?: string | undefined;
}

/**
 * The claims of a user's access token: of an organization, of an API resource, or of an API resource for an
 * organization. Scopes are what the user holds now, and of these the requested ones.
 *
 * @throws OidcError as the token endpoint refuses: no account or a suspended one, unknown resource, not a
 * member, MFA missing.
 */
export const userTokenClaims = (tenant: Tenant, request: UserTokenRequest): AccessTokenClaims => {
  const { userId, organizationId, resource } = request;
  const user = tenant.accounts.get(userId);
  if (!user || user.isSuspended) throw oidcErrors.unknownUser();
  if (organizationId !== undefined) requireAccess(tenant, userId, organizationId);
  const held =
    resource === undefined
      ? tenant.permissions.organizationScopes(requireTarget(organizationId), userId)
      : tenant.permissions.resourceScopes(userId, resource, organizationId);
  return claims(tenant, request, { subject: userId, clientId: request.clientId ?? SANDBOX_SPA.id }, held);
};

/** The claims of an application's access token. @throws OidcError */
export const applicationTokenClaims = (
  tenant: Tenant,
  request: TokenTarget & { readonly applicationId: string },
): AccessTokenClaims => {
  const { applicationId, organizationId, resource } = request;
  if (organizationId === undefined && resource === undefined) throw oidcErrors.noTarget();
  if (organizationId !== undefined && !tenant.permissions.isApplicationIn(organizationId, applicationId)) {
    throw oidcErrors.applicationNotInOrganization();
  }
  const held =
    resource === undefined
      ? tenant.permissions.applicationOrganizationScopes(requireTarget(organizationId), applicationId)
      : tenant.permissions.applicationResourceScopes(applicationId, resource, organizationId);
  return claims(tenant, request, { subject: applicationId, clientId: applicationId }, held);
};

const requireAccess = (tenant: Tenant, userId: string, organizationId: string): void => {
  const access = tenant.permissions.organizationAccess(userId, organizationId);
  if (access === 'not_a_member') throw oidcErrors.notAMember();
  if (access === 'mfa_required') throw oidcErrors.mfaRequired();
};

const requireTarget = (organizationId: string | undefined): string => {
  if (organizationId === undefined) throw oidcErrors.noTarget();
  return organizationId;
};

const claims = (
  tenant: Tenant,
  { organizationId, resource, scopes, expiresIn }: TokenTarget,
  bearer: Pick<AccessTokenClaims, 'subject' | 'clientId'>,
  held: readonly { readonly name: string }[],
): AccessTokenClaims => {
  const names = held.map(({ name }) => name).filter((name) => !scopes || scopes.includes(name));
  if (resource === undefined) {
    const audience = organizationAudience(requireTarget(organizationId));
    return { ...bearer, audience, scopes: names, expiresIn: expiresIn ?? TOKEN_LIFETIME_SECONDS };
  }
  const known = tenant.tables.resources.find('indicator', resource);
  if (!known) throw oidcErrors.unknownResource();
  return {
    ...bearer,
    audience: resource,
    scopes: names,
    organizationId,
    expiresIn: expiresIn ?? known.accessTokenTtl,
  };
};
