import { createRemoteJWKSet, customFetch, errors, jwtVerify, type JWTPayload } from 'jose';
import type { Identity } from './identity.js';
import { LRUCache } from './lru-cache.js';
import type { Fetch } from './options.js';
import { Refusal, unavailable } from './refusal.js';

/** What Logto signs with, by the kind of its key. `none` and the symmetric ones are not among them. */
const ALGORITHMS = ['ES384', 'ES256', 'ES512', 'RS256'];
/** Clocks of two machines differ. */
const LEEWAY_SECONDS = 5;
/** Keys are asked for again, because of one that is unknown, at most this often. */
const KEY_COOLDOWN_MS = 30_000;
const KEY_LIFETIME_MS = 600_000;
const KEY_TIMEOUT_MS = 5_000;
/** Longer than any token of Logto; parsing and remembering more would be a gift to an attacker. */
const MAXIMUM_TOKEN_LENGTH = 8_192;
const ORGANIZATION_AUDIENCE = /^urn:logto:organization:([a-z0-9_-]{1,21})$/;

export interface TokenVerifierOptions {
  readonly endpoint: string;
  readonly resource: string;
  readonly clientIds: readonly string[] | undefined;
  /** How many verified tokens are remembered. */
  readonly cachedTokens: number;
  readonly fetch: Fetch;
}

interface Verified {
  readonly identity: Identity;
  /** Seconds. */
  readonly expiresAt: number;
}

/**
 * Verifies access tokens: signature by the tenant's keys, exact issuer, exact audience, type, time. A verified one is
 * remembered until it expires: verification costs as much as several forwarded requests. It is remembered as it is and
 * not by its hash, for the reasons in decision 0010.
 */
export class TokenVerifier {
  readonly #options: TokenVerifierOptions;
  readonly #issuer: string;
  readonly #keys: ReturnType<typeof createRemoteJWKSet>;
  readonly #verified: LRUCache<Verified>;

  constructor(options: TokenVerifierOptions) {
    this.#options = options;
    this.#issuer = `${options.endpoint}/oidc`;
    this.#verified = new LRUCache(options.cachedTokens);
    this.#keys = createRemoteJWKSet(new URL(`${this.#issuer}/jwks`), {
      [customFetch]: (url: string, init: RequestInit) => options.fetch(url, init),
      cooldownDuration: KEY_COOLDOWN_MS,
      cacheMaxAge: KEY_LIFETIME_MS,
      timeoutDuration: KEY_TIMEOUT_MS,
    });
  }

  /** How many tokens are remembered. */
  get cached(): number {
    return this.#verified.size;
  }

  /** The bearer of the request. @throws Refusal `unauthenticated`, `forbidden`, or `unavailable` without keys */
  async authenticate(request: Request): Promise<Identity> {
    const [, token] = /^Bearer +([\w.~+/=-]+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
    if (!token || token.length > MAXIMUM_TOKEN_LENGTH) throw unauthenticated('A bearer token is needed.');
    const known = this.#verified.get(token);
    if (known && known.expiresAt + LEEWAY_SECONDS > Date.now() / 1000) return known.identity;
    this.#verified.delete(token);
    const verified = await this.#verify(token);
    this.#verified.set(token, verified);
    return verified.identity;
  }

  async #verify(token: string): Promise<Verified> {
    const payload = await this.#payload(token);
    const { sub, exp, aud, client_id: clientId, organization_id: organizationId, scope, act } = payload;
    if (!sub || exp === undefined || typeof clientId !== 'string') {
      throw unauthenticated('The token lacks a claim.');
    }
    // Client credentials: there is no person behind it.
    if (sub === clientId) throw new Refusal('forbidden', 'A token of a person is needed.');
    if (this.#options.clientIds && !this.#options.clientIds.includes(clientId)) {
      throw new Refusal('forbidden', 'The token was issued to another application.');
    }
    const impersonatorId = isRecord(act) && typeof act.sub === 'string' ? act.sub : undefined;
    const identity = {
      userId: sub,
      clientId,
      ...this.#audience(aud, organizationId),
      scopes: new Set(typeof scope === 'string' ? scope.split(' ').filter(Boolean) : []),
      impersonatorId,
    };
    return { identity, expiresAt: exp };
  }

  async #payload(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.#keys, {
        issuer: this.#issuer,
        algorithms: ALGORITHMS,
        typ: 'at+jwt',
        clockTolerance: LEEWAY_SECONDS,
        requiredClaims: ['exp', 'sub', 'aud', 'client_id'],
      });
      return payload;
    } catch (error) {
      if (isTokenFault(error)) throw unauthenticated('The token is not valid.', error);
      throw unavailable('The keys of Logto cannot be read.', error);
    }
  }

  /** One audience and exactly one that is ours; a list of several would be good for somebody else too. */
  #audience(aud: unknown, organizationId: unknown): Pick<Identity, 'kind' | 'organizationId'> {
    if (typeof aud !== 'string') throw unauthenticated('The token has the wrong audience.');
    if (aud === this.#options.resource) {
      const claimed = typeof organizationId === 'string' ? organizationId : undefined;
      return { kind: 'resource', organizationId: claimed };
    }
    const [, proven] = ORGANIZATION_AUDIENCE.exec(aud) ?? [];
    if (proven === undefined) throw unauthenticated('The token has the wrong audience.');
    return { kind: 'organization', organizationId: proven };
  }
}

const unauthenticated = (message: string, cause?: unknown): Refusal =>
  new Refusal('unauthenticated', message, { cause });

/** The token is at fault, and not the way to the keys. */
const isTokenFault = (error: unknown): boolean =>
  error instanceof errors.JWTExpired ||
  error instanceof errors.JWTClaimValidationFailed ||
  error instanceof errors.JWTInvalid ||
  error instanceof errors.JWSInvalid ||
  error instanceof errors.JWSSignatureVerificationFailed ||
  error instanceof errors.JOSEAlgNotAllowed ||
  error instanceof errors.JOSENotSupported ||
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
