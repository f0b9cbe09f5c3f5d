import { OrgError } from '../org-error.js';

/** Why a client gave no token. What knows Logto's refusals is loaded when there is one: most pages meet none. */
export async function toTokenError(error: unknown): Promise<OrgError> {
  if (error instanceof OrgError) return error;
  const message = `No token: ${String(error)}`;
  // What fetch() throws without a connection; nothing could be loaded then.
  if (error instanceof TypeError) return new OrgError('network', message, { cause: error });
  try {
    const { readTokenRefusal } = await import('./token-refusal.js');
    return await readTokenRefusal(error);
  } catch {
    return new OrgError('token_failed', message, { cause: error });
  }
}
