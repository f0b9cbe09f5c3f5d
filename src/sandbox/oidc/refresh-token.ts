import {
  errors,
  type Grant,
  type Provider,
  type RefreshToken,
  type TokenEndpointGrantContext,
} from 'oidc-provider';
import { userTokenClaims } from '../access-tokens.js';
import type { Tenant } from '../tenant.js';
import type { TokenAuthority } from '../token-authority.js';
import { ORGANIZATIONS_SCOPE, userClaims } from './claims.js';
import { refusing } from './errors.js';
import { createTurns } from './turns.js';

/** How long Logto takes a used refresh token again, in seconds: parallel and repeated calls of one page. */
const DEFAULT_REUSE_SECONDS = 3;

export const REFRESH_PARAMETERS = ['refresh_token', 'scope', 'resource', 'organization_id'] as const;

type Context = TokenEndpointGrantContext<Partial<Record<(typeof REFRESH_PARAMETERS)[number], unknown>>>;

interface Issued {
  readonly access_token: string;
  readonly expires_in: number;
  readonly scope: string;
}

export interface RefreshTokenGrantOptions {
  readonly provider: Provider;
  readonly tenant: Tenant;
  readonly authority: TokenAuthority;
  /** Seconds in which a used refresh token is taken again: 3 by default, as in Logto; 0 is strict. */
  readonly reuseSeconds?: number | undefined;
}

/**
 * The refresh-token grant with Logto's additions: `organization_id`, and rotation that tolerates a used token for
 * three seconds and takes any later use as theft, which ends the whole grant.
 */
export const refreshTokenGrant = (options: RefreshTokenGrantOptions): ((ctx: Context) => Promise<void>) => {
  // Otherwise parallel calls would all find the token unused.
  const inTurn = createTurns();
  return (ctx) => inTurn(text(ctx.oidc.params.refresh_token) ?? '', () => refresh(options, ctx));
};

const refresh = async (options: RefreshTokenGrantOptions, ctx: Context): Promise<void> => {
  const { provider, tenant, authority, reuseSeconds = DEFAULT_REUSE_SECONDS } = options;
  const { token, grant } = await findToken(provider, ctx);
  const user = tenant.accounts.get(token.accountId ?? '');
  if (!user || user.isSuspended) throw new errors.InvalidGrant('account not found or suspended');
  await refuseReuse(provider, tenant, token, reuseSeconds);

  const scopes = requestedScopes(ctx, token);
  const issued = await issueAccessToken(provider, tenant, authority, { ctx, token, grant, scopes });
  const idToken = scopes.includes('openid')
    ? await issueIdToken(provider, ctx, {
        token,
        grant,
        scopes,
        claims: userClaims(tenant, user, 'id_token'),
      })
    : undefined;
  // Last, so that a refused request leaves the token as it was.
  await token.consume();
  const refreshToken = await successor(provider, ctx, token).save();
  ctx.body = {
    access_token: issued.access_token,
    expires_in: issued.expires_in,
    ...(idToken !== undefined && { id_token: idToken }),
    refresh_token: refreshToken,
    scope: issued.scope,
    token_type: 'Bearer',
  };
};

const findToken = async (
  provider: Provider,
  ctx: Context,
): Promise<{ readonly token: RefreshToken; readonly grant: Grant }> => {
  const { client, params } = ctx.oidc;
  const value = text(params.refresh_token);
  if (value === undefined) throw new errors.InvalidRequest('missing required parameter refresh_token');
  const token = await provider.RefreshToken.find(value, { ignoreExpiration: true });
  if (!token) throw new errors.InvalidGrant('refresh token not found');
  if (token.clientId !== client.clientId) throw new errors.InvalidGrant('client mismatch');
  if (token.isExpired) throw new errors.InvalidGrant('refresh token is expired');
  const grant = token.grantId ? await provider.Grant.find(token.grantId) : undefined;
  if (!grant || grant.accountId !== token.accountId) throw new errors.InvalidGrant('grant not found');
  return { token, grant };
};

const refuseReuse = async (
  provider: Provider,
  tenant: Tenant,
  token: RefreshToken,
  reuseSeconds: number,
): Promise<void> => {
  // The store keeps the time of the first use, in seconds.
  const usedAt = Number(token.consumed ?? Number.NaN);
  const isTolerated = reuseSeconds > 0 && tenant.now() / 1000 - usedAt <= reuseSeconds;
  if (Number.isNaN(usedAt) || isTolerated) return;
  const grantId = token.grantId ?? '';
  await Promise.all([
    provider.RefreshToken.revokeByGrantId(grantId),
    provider.AccessToken.revokeByGrantId(grantId),
    provider.Grant.adapter.destroy(grantId),
  ]);
  throw new errors.InvalidGrant('refresh token already used');
};

const requestedScopes = ({ oidc: { params } }: Context, token: RefreshToken): string[] => {
  const granted = [...token.scopes];
  const scope = text(params.scope);
  if (scope === undefined) return granted;
  const requested = scope.split(' ').filter((name) => name !== '');
  const missing = requested.filter((name) => !granted.includes(name));
  if (missing.length > 0) {
    throw new errors.InvalidScope('refresh token missing requested scope', missing.join(' '));
  }
  return requested;
};

const issueAccessToken = async (
  provider: Provider,
  tenant: Tenant,
  authority: TokenAuthority,
  source: { ctx: Context; token: RefreshToken; grant: Grant; scopes: readonly string[] },
): Promise<Issued> => {
  const { ctx, token, grant, scopes } = source;
  const organizationId = text(ctx.oidc.params.organization_id);
  const resource = text(ctx.oidc.params.resource);
  if (organizationId === undefined && resource === undefined) return issueOpaque(provider, source);

  const target = { userId: token.accountId ?? '', clientId: ctx.oidc.client.clientId, organizationId };
  // Membership and MFA first, then the scope, then the resource: the order in which Logto refuses.
  if (organizationId !== undefined) {
    refusing(() => userTokenClaims(tenant, target));
    if (!token.scopes.has(ORGANIZATIONS_SCOPE)) {
      throw new errors.InsufficientScope('refresh token missing required scope', ORGANIZATIONS_SCOPE);
    }
  }
  if (resource !== undefined && !isRequestedResource(token, resource)) throw new errors.InvalidTarget();
  const bound =
    resource === undefined ? scopes : grant.getResourceScopeFiltered(resource, [...scopes]).split(' ');
  const claims = refusing(() => userTokenClaims(tenant, { ...target, resource, scopes: bound }));
  return {
    access_token: await authority.issue(claims),
    expires_in: claims.expiresIn ?? 0,
    scope: claims.scopes.join(' '),
  };
};

const isRequestedResource = (token: RefreshToken, resource: string): boolean =>
  [token.resource].flat().includes(resource);

/** Without a target: only good for user info. */
const issueOpaque = async (
  provider: Provider,
  {
    ctx,
    token,
    grant,
    scopes,
  }: { ctx: Context; token: RefreshToken; grant: Grant; scopes: readonly string[] },
): Promise<Issued> => {
  const accessToken = new provider.AccessToken({
    ...(token.accountId !== undefined && { accountId: token.accountId }),
    client: ctx.oidc.client,
    grantId: token.grantId,
    sessionUid: token.sessionUid,
    sid: token.sid,
    expiresWithSession: token.expiresWithSession,
    gty: 'refresh_token',
    scope: grant.getOIDCScopeFiltered([...scopes]),
  } as ConstructorParameters<typeof provider.AccessToken>[0]);
  const value = await accessToken.save();
  return { access_token: value, expires_in: accessToken.expiration, scope: accessToken.scope ?? '' };
};

const issueIdToken = async (
  provider: Provider,
  ctx: Context,
  source: { token: RefreshToken; grant: Grant; scopes: readonly string[]; claims: Record<string, unknown> },
): Promise<string> => {
  const idToken = new provider.IdToken({ ...source.claims, sub: String(source.claims['sub']) }, { ctx });
  // The three are the model's inputs that the published types leave out.
  Object.assign(idToken, {
    scope: source.grant.getOIDCScopeFiltered([...source.scopes]),
    mask: {},
    rejected: [],
  });
  if (source.token.nonce !== undefined) idToken.set('nonce', source.token.nonce);
  if (source.token.sid !== undefined) idToken.set('sid', source.token.sid);
  return idToken.issue({ use: 'idtoken' });
};

/** The refresh token that takes the place of a used one. */
const successor = (provider: Provider, ctx: Context, used: RefreshToken): RefreshToken =>
  new provider.RefreshToken({
    accountId: used.accountId,
    authTime: used.authTime,
    client: ctx.oidc.client,
    expiresWithSession: used.expiresWithSession,
    iiat: used.iiat,
    grantId: used.grantId,
    gty: 'authorization_code refresh_token',
    nonce: used.nonce,
    resource: used.resource,
    rotations: (used.rotations ?? 0) + 1,
    scope: used.scope,
    sessionUid: used.sessionUid,
    sid: used.sid,
  } as ConstructorParameters<typeof provider.RefreshToken>[0]);

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
