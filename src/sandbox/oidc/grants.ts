import type { KoaContextWithOIDC } from 'oidc-provider';
import type { Tenant } from '../tenant.js';
import { CLAIMS, OTHER_SCOPES } from './claims.js';

/** Asked for at sign-in so that organization tokens can be got later; no token has it as audience. */
export const ORGANIZATIONS_RESOURCE = 'urn:logto:resource:organizations';

const OIDC_SCOPES = [...Object.keys(CLAIMS), ...OTHER_SCOPES];

/** Every scope of a resource; `undefined` when the tenant has no such resource. */
export const scopesOfResource = (tenant: Tenant, indicator: string): string[] | undefined => {
  const { tables } = tenant;
  if (indicator === ORGANIZATIONS_RESOURCE) return tables.organizationScopes.all().map(({ name }) => name);
  const resource = tables.resources.find('indicator', indicator);
  return resource && tables.scopes.where('resourceId', resource.id).map(({ name }) => name);
};

/**
 * Grants what a first-party application asks for, without a question. Of an API resource that is what the user
 * holds at this moment: tokens got from this sign-in never hold more, even when the user is given more later.
 * Organization permissions are not bound in this way: the requested ones follow role changes.
 */
export const grantRequested = async (ctx: KoaContextWithOIDC, tenant: Tenant) => {
  const { provider, client, session, account, params } = ctx.oidc;
  if (!client || !account || !session) return undefined;
  const requested = typeof params?.['scope'] === 'string' ? params['scope'].split(' ') : [];
  const grant = new provider.Grant({ accountId: account.accountId, clientId: client.clientId });
  grant.addOIDCScope(requested.filter((scope) => OIDC_SCOPES.includes(scope)).join(' '));
  for (const indicator of Object.keys(ctx.oidc.resourceServers ?? {})) {
    const held =
      indicator === ORGANIZATIONS_RESOURCE
        ? scopesOfResource(tenant, indicator)
        : tenant.permissions.resourceScopes(account.accountId, indicator).map(({ name }) => name);
    const granted = requested.filter((scope) => held?.includes(scope));
    if (granted.length > 0) grant.addResourceScope(indicator, granted.join(' '));
  }
  await grant.save();
  return grant;
};
