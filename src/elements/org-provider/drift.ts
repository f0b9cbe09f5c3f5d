import type { PermissionDrift } from '../../api/org-api.js';

/** What to do about an answer that says how the live permissions differ from the token's. */
export type DriftVerdict = 'nothing' | 'renew' | 'needs-consent';

/**
 * Tells apart a token that is old, which a new one cures, and a permission that was never requested at sign-in, which
 * no new token has: the same drift with another token.
 */
export class DriftJudge {
  readonly #seen = new Map<string, { drift: PermissionDrift; token: string; isTold: boolean }>();

  judge(organizationId: string, drift: PermissionDrift | undefined, token: string): DriftVerdict {
    const before = this.#seen.get(organizationId);
    if (!drift) {
      this.#seen.delete(organizationId);
      return 'nothing';
    }
    const isSame = before?.drift === drift;
    // Once for each token: but what it lacks may have been told before, and what it has too much be new.
    if (isSame && before.token === token) return 'nothing';
    this.#seen.set(organizationId, { drift, token, isTold: isSame });
    if (!isSame) return 'renew';
    return before.isTold ? 'nothing' : 'needs-consent';
  }
}
