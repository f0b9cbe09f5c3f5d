import type { JWK } from 'jose';
import { userTokenClaims, type UserTokenRequest } from './access-tokens.js';
import { assetResponse } from './assets.js';
import { createTokenEndpoint } from './client-credentials.js';
import { createManagementApi } from './management-api.js';
import { seedTenant, type Seed } from './seed.js';
import { Tenant, type TenantSettings, type TenantSnapshot } from './tenant.js';
import { TokenAuthority } from './token-authority.js';
import { withTrouble } from './trouble.js';

export interface SandboxOptions {
  /** Where the sandbox is reached; `iss` of its tokens is `{endpoint}/oidc`. */
  readonly endpoint: string;
  /** What the tenant starts with: `empty` by default. */
  readonly seed?: Seed | undefined;
  /** A kept state instead of a seed. */
  readonly snapshot?: TenantSnapshot | undefined;
  /** A kept signing key; a new one is made without it. */
  readonly privateJwk?: JWK | undefined;
  readonly settings?: Partial<TenantSettings> | undefined;
  /** Clock in epoch milliseconds. */
  readonly now?: (() => number) | undefined;
  /** Milliseconds before each answer of the Management API and the token endpoint. */
  readonly latency?: number | undefined;
  /** Share of these requests, from 0 to 1, that fail. */
  readonly failRate?: number | undefined;
}

export interface Sandbox {
  readonly endpoint: string;
  readonly tenant: Tenant;
  readonly authority: TokenAuthority;
  /**
   * Answers `/api/*`, `/oidc/jwks`, `/oidc/token` (client credentials only) and `/assets/*`, and 404 to the rest.
   * Takes what `fetch` takes, so it can be handed to code that wants a `fetch`.
   */
  readonly fetch: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;
  /**
   * An access token as the token endpoint would give the user.
   * @throws OidcError where it would refuse: not a member, MFA missing, unknown resource, no such account.
   */
  readonly accessToken: (request: UserTokenRequest) => Promise<string>;
}

/**
 * A stand-in for Logto that runs anywhere, also inside a page: the tenant, the Management API and tokens.
 * Sign-in, refresh tokens and user info need the OpenID provider around it, which needs Node.
 */
export const createSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const { seed = 'empty', snapshot, settings, now, privateJwk, latency, failRate } = options;
  const endpoint = options.endpoint.replace(/\/$/, '');
  const tenant = new Tenant({ ...(now && { now }), ...(settings && { settings }) });
  if (snapshot) tenant.restore(snapshot);
  else seedTenant(tenant, seed, endpoint);
  const authority = await TokenAuthority.create({ issuer: `${endpoint}/oidc`, privateJwk, now });
  const trouble = { latency, failRate };
  const api = withTrouble(createManagementApi({ tenant, authority }), trouble);
  const token = withTrouble(createTokenEndpoint(tenant, authority), trouble);

  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/api/')) return api(request);
    if (pathname === '/oidc/token' && request.method === 'POST') return token(request);
    if (pathname === '/oidc/jwks') return Response.json(authority.jwks);
    return assetResponse(pathname) ?? new Response('Not Found', { status: 404 });
  };

  return {
    endpoint,
    tenant,
    authority,
    fetch: async (input, init) => answer(new Request(input, init)),
    accessToken: async (request) => authority.issue(userTokenClaims(tenant, request)),
  };
};
