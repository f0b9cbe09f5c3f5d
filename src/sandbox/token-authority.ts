import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  jwtVerify,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTPayload,
} from 'jose';
import { generateSecret } from './ids.js';

const ALGORITHM = 'ES384';

/** Lifetime of organization and Management API tokens, in seconds. API resources have their own. */
export const TOKEN_LIFETIME_SECONDS = 3600;

/** The audience of an organization token. */
export const organizationAudience = (organizationId: string): string =>
  `urn:logto:organization:${organizationId}`;

/** What an access token says. */
export interface AccessTokenClaims {
  /** The user, or for client credentials the application itself. */
  readonly subject: string;
  readonly clientId: string;
  readonly audience: string;
  readonly scopes: readonly string[];
  /** The `organization_id` claim: only in a token of an API resource for an organization. */
  readonly organizationId?: string | undefined;
  /** Seconds; negative makes a token that has expired. */
  readonly expiresIn?: number | undefined;
}

export interface TokenAuthorityOptions {
  /** `{endpoint}/oidc`. */
  readonly issuer: string;
  /** A key from `privateJwk`, so that tokens outlive a restart; a new one is made without it. */
  readonly privateJwk?: JWK | undefined;
  /** Clock in epoch milliseconds. */
  readonly now?: (() => number) | undefined;
}

/** Holds the signing key; issues and verifies access tokens as Logto's. Web Crypto only, so it runs in a page. */
export class TokenAuthority {
  readonly issuer: string;
  /** The public key set, as at `/oidc/jwks`. */
  readonly jwks: { readonly keys: readonly JWK[] };
  /** The key pair, for an OpenID provider that signs with the same key, and to keep it across restarts. */
  readonly privateJwk: JWK;
  readonly #signingKey: CryptoKey | Uint8Array;
  readonly #verifyingKey: CryptoKey | Uint8Array;
  readonly #now: () => number;

  private constructor(
    options: TokenAuthorityOptions,
    privateJwk: JWK,
    publicJwk: JWK,
    keys: readonly [CryptoKey | Uint8Array, CryptoKey | Uint8Array],
  ) {
    this.issuer = options.issuer;
    this.privateJwk = privateJwk;
    this.jwks = { keys: [publicJwk] };
    [this.#signingKey, this.#verifyingKey] = keys;
    this.#now = options.now ?? Date.now;
  }

  static async create(options: TokenAuthorityOptions): Promise<TokenAuthority> {
    const { kty = 'EC', crv = 'P-384', x, y, d } = options.privateJwk ?? (await generatePrivateJwk());
    const coordinates = { kty, crv, ...(x && { x }), ...(y && { y }) };
    const kid = await calculateJwkThumbprint(coordinates);
    const publicJwk: JWK = { kty, use: 'sig', kid, alg: ALGORITHM, crv, ...(x && { x }), ...(y && { y }) };
    const privateJwk: JWK = { ...publicJwk, ...(d && { d }) };
    const keys = await Promise.all([importJWK(privateJwk, ALGORITHM), importJWK(publicJwk, ALGORITHM)]);
    return new TokenAuthority(options, privateJwk, publicJwk, keys);
  }

  /** Signs an access token. Checks nothing: who may have what is decided before. */
  async issue(claims: AccessTokenClaims): Promise<string> {
    const issuedAt = Math.floor(this.#now() / 1000);
    const payload: JWTPayload = {
      ...(claims.organizationId !== undefined && { organization_id: claims.organizationId }),
      jti: generateSecret(43),
      sub: claims.subject,
      iat: issuedAt,
      exp: issuedAt + (claims.expiresIn ?? TOKEN_LIFETIME_SECONDS),
      scope: claims.scopes.join(' '),
      client_id: claims.clientId,
      iss: this.issuer,
      aud: claims.audience,
    };
    const header = { alg: ALGORITHM, typ: 'at+jwt', kid: this.privateJwk.kid ?? '' };
    return new SignJWT(payload).setProtectedHeader(header).sign(this.#signingKey);
  }

  /** The claims of a valid access token for `audience`. @throws when it is not one. */
  async verify(token: string, audience: string): Promise<JWTPayload> {
    const { payload } = await jwtVerify(token, this.#verifyingKey, {
      issuer: this.issuer,
      audience,
      typ: 'at+jwt',
      algorithms: [ALGORITHM],
      currentDate: new Date(this.#now()),
    });
    return payload;
  }
}

const generatePrivateJwk = async (): Promise<JWK> => {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return exportJWK(privateKey);
};
