import { generateSecret } from './ids.js';
import type { Tenant } from './tenant.js';

/** How long Logto keeps one, in seconds. */
export const SUBJECT_TOKEN_LIFETIME_SECONDS = 600;

/** Tokens that a backend exchanges, once, for an access token of somebody. They do not outlive a restart. */
export class SubjectTokens {
  readonly #tenant: Tenant;
  readonly #tokens = new Map<
    string,
    { readonly userId: string; readonly expiresAt: number; isConsumed: boolean }
  >();

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
  }

  create(userId: string): string {
    const now = this.#tenant.now();
    for (const [value, { expiresAt }] of this.#tokens) if (expiresAt <= now) this.#tokens.delete(value);
    const token = `sub_${generateSecret(32)}`;
    const expiresAt = now + SUBJECT_TOKEN_LIFETIME_SECONDS * 1000;
    this.#tokens.set(token, { userId, expiresAt, isConsumed: false });
    return token;
  }

  /** Whose token it is, or why it is good for nothing. */
  check(token: string): { readonly userId: string } | { readonly refused: string } {
    const found = this.#tokens.get(token);
    if (!found) return { refused: 'subject token not found' };
    if (found.expiresAt <= this.#tenant.now()) return { refused: 'subject token is expired' };
    if (found.isConsumed) return { refused: 'subject token is already consumed' };
    return { userId: found.userId };
  }

  consume(token: string): void {
    const found = this.#tokens.get(token);
    if (found) found.isConsumed = true;
  }
}
