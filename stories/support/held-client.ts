import type { LogtoClientLike } from '../../src/api/logto-client.js';
import { heldTokens } from './held-tokens.js';
import type { InPageBackend } from './in-page-backend.js';

/** A client whose ID token is as old as its last new access token, as with Logto: each refresh brings one. */
export function heldClient(backend: InPageBackend, userId: string): LogtoClientLike {
  const { permissions } = backend.sandbox.tenant;
  const source = backend.getTokenOf(userId);
  const read = (): readonly string[] =>
    permissions
      .organizationsOf(userId)
      .flatMap(({ organization, roles }) => roles.map(({ name }) => `${organization.id}:${name}`));
  let named = read();
  let held = heldTokens(source);
  const get = async (organizationId?: string): Promise<string | undefined> => {
    const before = held.asked.length;
    const token = await held.getToken({ organizationId, refresh: false });
    if (held.asked.length > before) named = read();
    return token ?? undefined;
  };
  return {
    logtoConfig: { appId: 'sandbox-spa' },
    isAuthenticated: () => true,
    getAccessToken: (_resource, organizationId) => get(organizationId),
    getOrganizationToken: get,
    getIdTokenClaims: () => Promise.resolve({ sub: userId, organization_roles: named }),
    clearAccessToken: async () => {
      held = heldTokens(source);
    },
  };
}
