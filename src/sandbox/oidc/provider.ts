import Provider, { errors, type Configuration } from 'oidc-provider';
import type { Tenant } from '../tenant.js';
import type { TokenAuthority } from '../token-authority.js';
import { CLAIMS, OTHER_SCOPES, userClaims } from './claims.js';
import { CLIENT_CREDENTIALS_PARAMETERS, clientCredentialsGrant } from './client-credentials.js';
import { clientAdapter, isFreeRedirectUri } from './clients.js';
import { withLogtoFields } from './errors.js';
import { grantRequested, ORGANIZATIONS_RESOURCE, scopesOfResource } from './grants.js';
import { renderError, renderSignedOut, renderSignOut } from './pages.js';
import { signInPolicy } from './policy.js';
import { REFRESH_PARAMETERS, refreshTokenGrant } from './refresh-token.js';
import type { OidcStore } from './store.js';
import { TOKEN_EXCHANGE_GRANT, TOKEN_EXCHANGE_PARAMETERS, tokenExchangeGrant } from './token-exchange.js';

const HOUR = 3600;
const TWO_WEEKS = 14 * 24 * HOUR;

/** Parameters of Logto at sign-in; see its documentation of authentication parameters. */
const SIGN_IN_PARAMETERS = [
  'organization_id',
  'first_screen',
  'identifier',
  'one_time_token',
  'direct_sign_in',
  'interaction_mode',
];

export interface OidcProviderOptions {
  readonly tenant: Tenant;
  /** Signs access tokens; its key signs ID tokens too. */
  readonly authority: TokenAuthority;
  readonly store: OidcStore;
  /** Secrets that sign the cookies. */
  readonly cookieKeys: readonly string[];
  /** How long a used refresh token is taken again, in seconds; 3 by default, as Logto does. */
  readonly reuseSeconds?: number | undefined;
}

/**
 * The OpenID provider of a tenant, on `oidc-provider`, as Logto is: its endpoints, scopes, claims, grants and
 * error bodies. To be mounted where the authority's issuer says.
 */
export const createOidcProvider = (options: OidcProviderOptions): Provider => {
  const { tenant, authority } = options;
  const provider = new Provider(authority.issuer, configuration(options));
  provider.registerGrantType(
    'refresh_token',
    refreshTokenGrant({ provider, tenant, authority, reuseSeconds: options.reuseSeconds }),
    REFRESH_PARAMETERS,
  );
  provider.registerGrantType(
    'client_credentials',
    clientCredentialsGrant(tenant, authority),
    CLIENT_CREDENTIALS_PARAMETERS,
  );
  provider.registerGrantType(
    TOKEN_EXCHANGE_GRANT,
    tokenExchangeGrant(tenant, authority),
    TOKEN_EXCHANGE_PARAMETERS,
  );
  allowFreeRedirects(provider);
  provider.use(async (ctx, next) => {
    await next();
    ctx.body = withLogtoFields(ctx.body);
  });
  return provider;
};

const configuration = ({ tenant, authority, store, cookieKeys }: OidcProviderOptions): Configuration => ({
  adapter: (model) => (model === 'Client' ? clientAdapter(tenant) : store.adapter(model)),
  jwks: { keys: [authority.privateJwk] },
  claims: CLAIMS,
  scopes: OTHER_SCOPES,
  clientDefaults: { id_token_signed_response_alg: 'ES384' },
  enabledJWA: { idTokenSigningAlgValues: ['ES384'] },
  // Logto puts the claims of the scopes into the ID token, not only into user info.
  conformIdTokenClaims: false,
  clientBasedCORS: () => true,
  cookies: { keys: [...cookieKeys] },
  extraParams: SIGN_IN_PARAMETERS,
  routes: {
    authorization: '/auth',
    end_session: '/session/end',
    introspection: '/token/introspection',
    jwks: '/jwks',
    pushed_authorization_request: '/request',
    revocation: '/token/revocation',
    token: '/token',
    userinfo: '/me',
  },
  ttl: {
    AccessToken: HOUR,
    AuthorizationCode: 60,
    ClientCredentials: HOUR,
    Grant: TWO_WEEKS,
    IdToken: HOUR,
    Interaction: HOUR,
    RefreshToken: TWO_WEEKS,
    Session: TWO_WEEKS,
  },
  findAccount: async (_ctx, id) => {
    const user = tenant.accounts.get(id);
    if (!user || user.isSuspended) return undefined;
    return { accountId: id, claims: async (use) => ({ ...userClaims(tenant, user, use), sub: id }) };
  },
  loadExistingGrant: async (ctx) => grantRequested(ctx, tenant),
  interactions: { policy: signInPolicy(), url: async (_ctx, interaction) => `/sign-in/${interaction.uid}` },
  features: {
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    backchannelLogout: { enabled: true },
    introspection: {
      enabled: true,
      allowedPolicy: async (_ctx, client, token) => ownToken(client.clientId, token.clientId),
    },
    revocation: {
      enabled: true,
      allowedPolicy: async (_ctx, client, token) => ownToken(client.clientId, token.clientId),
    },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: renderSignOut,
      postLogoutSuccessSource: renderSignedOut,
    },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: async (_ctx, indicator) => {
        const scopes = scopesOfResource(tenant, indicator);
        if (!scopes) throw new errors.InvalidTarget();
        return { scope: scopes.join(' '), accessTokenFormat: 'jwt' };
      },
      // A code exchanged without a resource gives the token for user info, whatever was asked for at sign-in.
      useGrantedResource: async () => false,
      defaultResource: async (_ctx, _client, oneOf) =>
        oneOf?.find((indicator) => indicator !== ORGANIZATIONS_RESOURCE) ?? [],
    },
  },
  renderError: async (ctx, out) => renderError(ctx, { ...out }),
});

const ownToken = (clientId: string, owner: string | undefined): boolean => clientId === owner;

/** The provider's clients know lists of addresses only; the sandbox's page application has a rule instead. */
const allowFreeRedirects = ({ Client }: Provider): void => {
  type Rule = (this: { readonly clientId: string }, uri: string) => boolean;
  for (const name of ['redirectUriAllowed', 'postLogoutRedirectUriAllowed'] as const) {
    const isRegistered: Rule = Reflect.get(Client.prototype, name);
    const isAllowed: Rule = function (uri) {
      return isFreeRedirectUri(this.clientId, uri) || isRegistered.call(this, uri);
    };
    Reflect.set(Client.prototype, name, isAllowed);
  }
};
