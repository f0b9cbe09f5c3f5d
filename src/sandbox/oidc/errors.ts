import { errors } from 'oidc-provider';
import { OidcError } from '../oidc-error.js';

/** Logto's sentence for each error of the protocol. */
const SENTENCES: Readonly<Record<string, string>> = {
  access_denied: 'Access denied.',
  insufficient_scope: 'Token missing scope `{{scope}}`.',
  invalid_client: 'Client authentication failed.',
  invalid_client_metadata: 'Invalid client metadata provided.',
  invalid_grant: 'Grant request is invalid.',
  invalid_redirect_uri: "`redirect_uri` did not match any of the client's registered `redirect_uris`.",
  invalid_request: 'Request is invalid.',
  invalid_scope: 'Invalid scope.',
  invalid_target: 'Invalid resource indicator.',
  invalid_token: 'Invalid token provided.',
  server_error: 'An unknown OIDC error occurred. Please try again later.',
  unsupported_grant_type: 'Unsupported `grant_type` requested.',
  unsupported_response_mode: 'Unsupported `response_mode` requested.',
  unsupported_response_type: 'Unsupported `response_type` requested.',
};

/** Adds to the provider's error body what Logto's has: `code` and `message`. Any other body stays as it is. */
export const withLogtoFields = (body: unknown): unknown => {
  if (typeof body !== 'object' || body === null || !('error' in body)) return body;
  const { error } = body;
  if (typeof error !== 'string') return body;
  return {
    code: `oidc.${error}`,
    message: SENTENCES[error] ?? error,
    ...(error === 'invalid_grant' && { error_uri: 'https://openid.sh/debug/invalid_grant' }),
    ...body,
  };
};

/** Runs `work`; a refusal in the tenant's words becomes one that the provider answers with. */
export const refusing = <Result>(work: () => Result): Result => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof OidcError)) throw error;
    throw Object.assign(new errors.OIDCProviderError(error.status, error.error), {
      error_description: error.description,
    });
  }
};
