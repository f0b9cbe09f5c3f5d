import { OidcError } from '../../src/sandbox/oidc-error.js';
import type { Sandbox } from '../../src/sandbox/sandbox.js';

/** Logto tolerates a consumed refresh token for three seconds. Here its reuse revokes the grant at once. */
export interface StrictTokens {
  readonly issuer: string;
  readonly fetch: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;
  /** A refresh token as after a sign-in. */
  grant(userId: string): string;
  /** Refresh requests so far, by what they asked for. */
  readonly refreshes: string[];
  /** Refresh requests that were answered while another one was under way. */
  readonly overlaps: number;
  isRevoked: boolean;
}

/**
 * A token endpoint that gives the sandbox's tokens for refresh tokens that rotate strictly. It is slow enough for
 * calls to overlap if nobody queues them.
 */
export function strictTokens(sandbox: Sandbox, latency = 15): StrictTokens {
  const issuer = sandbox.authority.issuer;
  const holders = new Map<string, string>();
  let count = 0;
  let running = 0;
  const state = { refreshes: [] as string[], overlaps: 0, isRevoked: false };

  const grant = (userId: string): string => {
    const token = `refresh-${++count}`;
    holders.set(token, userId);
    return token;
  };

  const refresh = async (form: URLSearchParams): Promise<Response> => {
    const [organizationId, resource] = [form.get('organization_id'), form.get('resource')];
    state.refreshes.push(organizationId ?? resource ?? '');
    if (running++ > 0) state.overlaps++;
    await new Promise((resolve) => setTimeout(resolve, latency));
    running--;
    const token = form.get('refresh_token') ?? '';
    const userId = holders.get(token);
    if (userId === undefined || state.isRevoked) {
      state.isRevoked = true;
      return new OidcError(
        400,
        'invalid_grant',
        'Grant request is invalid.',
        'refresh token already used',
      ).toResponse();
    }
    // Consumed at once; given back when the person is refused, as no token was issued.
    holders.delete(token);
    try {
      const accessToken = await sandbox.accessToken({
        userId,
        ...(organizationId ? { organizationId } : {}),
        ...(resource ? { resource } : {}),
      });
      return Response.json({
        access_token: accessToken,
        refresh_token: grant(userId),
        token_type: 'Bearer',
        scope: '',
        expires_in: 3600,
      });
    } catch (error) {
      holders.set(token, userId);
      if (error instanceof OidcError) return error.toResponse();
      throw error;
    }
  };

  return Object.assign(state, {
    issuer,
    grant,
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      const request = new Request(input, init);
      const { pathname } = new URL(request.url);
      if (pathname === '/oidc/.well-known/openid-configuration') return Response.json(discovery(issuer));
      if (pathname === '/oidc/token') return refresh(new URLSearchParams(await request.text()));
      return sandbox.fetch(request);
    },
  });
}

const discovery = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/me`,
  end_session_endpoint: `${issuer}/session/end`,
  revocation_endpoint: `${issuer}/token/revocation`,
  jwks_uri: `${issuer}/jwks`,
});

/** What the client reads of an ID token that it holds already: its claims, unverified. */
export function heldIdToken(issuer: string, sub: string): string {
  const part = (value: unknown): string => btoa(JSON.stringify(value)).replace(/=+$/, '');
  const seconds = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, sub, aud: 'sandbox-spa', iat: seconds, exp: seconds + 3600 };
  return `${part({ alg: 'ES384', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`;
}
