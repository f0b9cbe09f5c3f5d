import { OrgError, type OrgErrorCode } from '../org-error.js';

/**
 * What a client's refusal means. Logto refuses with `access_denied` both when the person is not a member and when the
 * organization asks for MFA; only `error_description` in the body tells them apart, and `LogtoRequestError` keeps the
 * response in `cause`.
 */
export async function readTokenRefusal(error: unknown): Promise<OrgError> {
  const { code, cause } = Object(error) as { readonly code?: unknown; readonly cause?: unknown };
  const name = typeof code === 'string' ? code.replace(/^oidc\./, '') : '';
  const description = name === 'access_denied' ? await descriptionOf(cause) : '';
  return new OrgError(codeOf(name, description), `No token: ${description || String(error)}`, {
    cause: error,
  });
}

function codeOf(name: string, description: string): OrgErrorCode {
  if (/\bMFA\b/i.test(description)) return 'mfa_required';
  if (/\bnot a member\b/i.test(description)) return 'not_a_member';
  if (name === 'access_denied') return 'forbidden';
  if (name === 'not_authenticated' || name === 'invalid_grant') return 'unauthenticated';
  if (name === 'missing_scope_organizations') return 'not_configured';
  if (name === 'rate_limited') return 'rate_limited';
  return /^http_error_5/.test(name) ? 'unavailable' : 'token_failed';
}

async function descriptionOf(cause: unknown): Promise<string> {
  if (!(cause instanceof Response)) return '';
  try {
    const body = (await cause.clone().json()) as { readonly error_description?: unknown } | null;
    return typeof body?.error_description === 'string' ? body.error_description : '';
  } catch {
    return '';
  }
}
