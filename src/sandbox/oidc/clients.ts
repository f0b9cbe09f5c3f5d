import type { Adapter, ClientMetadata } from 'oidc-provider';
import { SANDBOX_SPA } from '../built-in.js';
import type { Application } from '../rows.js';
import type { Tenant } from '../tenant.js';
import { TOKEN_EXCHANGE_GRANT } from './token-exchange.js';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** An address on this machine: the only ones that the sandbox's own page application may be sent back to. */
const isLoopbackUri = (uri: string): boolean => {
  if (!URL.canParse(uri)) return false;
  const { protocol, hostname, hash, username, password } = new URL(uri);
  const isWeb = protocol === 'http:' || protocol === 'https:';
  return isWeb && LOOPBACK.test(hostname) && hash === '' && username === '' && password === '';
};

/** Whether `uri` may follow sign-in or sign-out at a client, besides the ones registered for it. */
export const isFreeRedirectUri = (clientId: string, uri: string): boolean =>
  clientId === SANDBOX_SPA.id && isLoopbackUri(uri);

/** The tenant's applications as the provider's clients, read live: those made through the Management API too. */
export const clientAdapter = (tenant: Tenant): Adapter => ({
  find: async (id) => {
    const application = tenant.application(id);
    return application && clientMetadata(application);
  },
  findByUid: async () => undefined,
  findByUserCode: async () => undefined,
  upsert: async () => undefined,
  consume: async () => undefined,
  destroy: async () => undefined,
  revokeByGrantId: async () => undefined,
});

const clientMetadata = (application: Application): ClientMetadata => {
  const shared = { client_id: application.id, client_name: application.name };
  if (application.type === 'MachineToMachine') {
    return {
      ...shared,
      client_secret: application.secret,
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    };
  }
  const isPublic = application.type === 'SPA' || application.type === 'Native';
  const registered = uris(application, 'redirectUris');
  return {
    ...shared,
    ...(isPublic
      ? { token_endpoint_auth_method: 'none' }
      : { client_secret: application.secret, token_endpoint_auth_method: 'client_secret_basic' }),
    application_type: application.type === 'Native' ? 'native' : 'web',
    grant_types: [
      'authorization_code',
      'refresh_token',
      ...(application.customClientMetadata['allowTokenExchange'] === true ? [TOKEN_EXCHANGE_GRANT] : []),
    ],
    // A client without any redirect address can't sign anybody in; the provider insists on that too.
    response_types: registered.length > 0 || application.id === SANDBOX_SPA.id ? ['code'] : [],
    redirect_uris:
      registered.length > 0 || application.id !== SANDBOX_SPA.id ? registered : ['http://localhost/callback'],
    post_logout_redirect_uris: uris(application, 'postLogoutRedirectUris'),
  };
};

const uris = (application: Application, field: string): string[] => {
  const value = application.oidcClientMetadata[field];
  return Array.isArray(value) ? value.filter((uri): uri is string => typeof uri === 'string') : [];
};
