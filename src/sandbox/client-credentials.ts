import { applicationTokenClaims } from './access-tokens.js';
import { OidcError, oidcErrors } from './oidc-error.js';
import type { Application } from './rows.js';
import type { Tenant } from './tenant.js';
import type { TokenAuthority } from './token-authority.js';

/**
 * A token endpoint that knows the client-credentials grant only: what a sandbox inside a page needs for its
 * backend. People sign in through the OpenID provider, which a page does not have.
 */
export const createTokenEndpoint =
  (tenant: Tenant, authority: TokenAuthority) =>
  async (request: Request): Promise<Response> => {
    try {
      const form = new URLSearchParams(await request.text());
      if (form.get('grant_type') !== 'client_credentials') throw oidcErrors.unsupportedGrant();
      const application = authenticate(tenant, request.headers.get('authorization'), form);
      const claims = applicationTokenClaims(tenant, {
        applicationId: application.id,
        organizationId: form.get('organization_id') ?? undefined,
        resource: form.get('resource') ?? undefined,
        scopes: (form.get('scope') ?? '').split(' '),
      });
      const body = {
        access_token: await authority.issue(claims),
        expires_in: claims.expiresIn,
        token_type: 'Bearer',
        scope: claims.scopes.join(' '),
      };
      return Response.json(body, { headers: { 'cache-control': 'no-store' } });
    } catch (error) {
      if (error instanceof OidcError) return error.toResponse();
      throw error;
    }
  };

/** HTTP Basic, or id and secret in the form. */
const authenticate = (tenant: Tenant, header: string | null, form: URLSearchParams): Application => {
  const basic = header?.startsWith('Basic ') ? decodeBasic(header.slice('Basic '.length)) : undefined;
  const [id, secret] = basic ?? [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
  const application = tenant.authenticateApplication(id, secret);
  if (!application) throw oidcErrors.invalidClient();
  return application;
};

/** Both parts are form-encoded inside, as RFC 6749 section 2.3.1 asks. */
const decodeBasic = (encoded: string): [id: string, secret: string] => {
  try {
    const [id = '', ...secret] = atob(encoded).split(':');
    return [decodeURIComponent(id), decodeURIComponent(secret.join(':'))];
  } catch {
    return ['', ''];
  }
};
