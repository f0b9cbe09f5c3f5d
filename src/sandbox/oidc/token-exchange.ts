import { errors, type TokenEndpointGrantContext } from 'oidc-provider';
import { userTokenClaims } from '../access-tokens.js';
import type { Tenant } from '../tenant.js';
import type { TokenAuthority } from '../token-authority.js';
import { refusing } from './errors.js';

export const TOKEN_EXCHANGE_GRANT = 'urn:ietf:params:oauth:grant-type:token-exchange';
const SUBJECT_TOKEN_TYPE = 'urn:ietf:params:oauth:token-type:access_token';

/** `sandbox_expires_in`, in seconds, is the sandbox's own: a negative one gives a token that has expired. */
export const TOKEN_EXCHANGE_PARAMETERS = [
  'subject_token',
  'subject_token_type',
  'scope',
  'resource',
  'organization_id',
  'sandbox_expires_in',
] as const;

type Context = TokenEndpointGrantContext<
  Partial<Record<(typeof TOKEN_EXCHANGE_PARAMETERS)[number], unknown>>
>;

/**
 * Exchanges a subject token, once, for an access token of its user: for an API resource, an organization, or both.
 * Without either Logto gives an opaque token for user info; the sandbox gives none.
 */
export const tokenExchangeGrant =
  (tenant: Tenant, authority: TokenAuthority) =>
  async (ctx: Context): Promise<void> => {
    const { client, params } = ctx.oidc;
    const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
    const subjectToken = text(params.subject_token);
    if (subjectToken === undefined || text(params.subject_token_type) === undefined) {
      throw new errors.InvalidRequest('missing required parameter(s) subject_token, subject_token_type');
    }
    if (params.subject_token_type !== SUBJECT_TOKEN_TYPE) {
      throw new errors.InvalidGrant('unsupported subject token type');
    }
    const subject = tenant.subjectTokens.check(subjectToken);
    if ('refused' in subject) throw new errors.InvalidGrant(subject.refused);
    const claims = refusing(() =>
      userTokenClaims(tenant, {
        userId: subject.userId,
        clientId: client.clientId,
        organizationId: text(params.organization_id),
        resource: text(params.resource),
        scopes: (text(params.scope) ?? '').split(' '),
        expiresIn: seconds(params.sandbox_expires_in),
      }),
    );
    // Last, so that a refused request leaves the token as it was.
    tenant.subjectTokens.consume(subjectToken);
    ctx.body = {
      access_token: await authority.issue(claims),
      expires_in: claims.expiresIn,
      token_type: 'Bearer',
      scope: claims.scopes.join(' '),
    };
  };

const seconds = (value: unknown): number | undefined => {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && /^-?\d{1,9}$/.test(value)) return Number(value);
  throw new errors.InvalidRequest('sandbox_expires_in is whole seconds');
};
