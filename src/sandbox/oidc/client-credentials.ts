import type { TokenEndpointGrantContext } from 'oidc-provider';
import { applicationTokenClaims } from '../access-tokens.js';
import type { Tenant } from '../tenant.js';
import type { TokenAuthority } from '../token-authority.js';
import { refusing } from './errors.js';

export const CLIENT_CREDENTIALS_PARAMETERS = ['scope', 'resource', 'organization_id'] as const;

type Context = TokenEndpointGrantContext<
  Partial<Record<(typeof CLIENT_CREDENTIALS_PARAMETERS)[number], unknown>>
>;

/** Tokens of a machine-to-machine application: for an API resource, an organization, or both. */
export const clientCredentialsGrant =
  (tenant: Tenant, authority: TokenAuthority) =>
  async (ctx: Context): Promise<void> => {
    const { client, params } = ctx.oidc;
    const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
    const claims = refusing(() =>
      applicationTokenClaims(tenant, {
        applicationId: client.clientId,
        organizationId: text(params.organization_id),
        resource: text(params.resource),
        scopes: (text(params.scope) ?? '').split(' '),
      }),
    );
    ctx.body = {
      access_token: await authority.issue(claims),
      expires_in: claims.expiresIn,
      token_type: 'Bearer',
      scope: claims.scopes.join(' '),
    };
  };
