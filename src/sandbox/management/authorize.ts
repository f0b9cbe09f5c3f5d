import { LogtoError } from '../logto-error.js';
import type { TokenAuthority } from '../token-authority.js';

/** Lets a request through that carries a token for the Management API with the scope `all`. */
export const authorizeWith =
  (authority: TokenAuthority, audience: string) =>
  async (request: Request): Promise<void> => {
    const header = request.headers.get('authorization');
    if (!header) throw new LogtoError('auth.authorization_header_missing', 401);
    if (!header.startsWith('Bearer')) {
      const data = { supportedTypes: ['Bearer'] };
      throw new LogtoError('auth.authorization_token_type_not_supported', 401, {}, { data });
    }
    const scopes = await verifiedScopes(authority, header.slice('Bearer '.length), audience);
    if (!scopes.includes('all')) throw new LogtoError('auth.forbidden', 403);
  };

const verifiedScopes = async (
  authority: TokenAuthority,
  token: string,
  audience: string,
): Promise<string[]> => {
  try {
    const { scope } = await authority.verify(token, audience);
    return typeof scope === 'string' ? scope.split(' ') : [];
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error('invalid token');
    throw new LogtoError('auth.unauthorized', 401, {}, { data: { name, message } });
  }
};
