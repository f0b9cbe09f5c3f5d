import { generateId, generateSecret } from './ids.js';
import { LogtoError } from './logto-error.js';
import type { OneTimeToken, OneTimeTokenStatus } from './rows.js';
import type { Tenant } from './tenant.js';

const DEFAULT_LIFETIME_SECONDS = 600;

/** Tokens that sign in whoever holds them, once (magic links). Refusals are `LogtoError`s of `one_time_token.*`. */
export class OneTimeTokens {
  readonly #tenant: Tenant;

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
  }

  /** `expiresIn` in seconds, 600 by default. */
  create(
    email: string,
    context: OneTimeToken['context'] = {},
    expiresIn = DEFAULT_LIFETIME_SECONDS,
  ): OneTimeToken {
    const createdAt = this.#tenant.now();
    return this.#tenant.tables.oneTimeTokens.insert({
      tenantId: this.#tenant.id,
      id: generateId(),
      email,
      token: generateSecret(32),
      context,
      status: 'active',
      createdAt,
      expiresAt: createdAt + expiresIn * 1000,
    });
  }

  /** Checks without consuming: the address (exact case), the lifetime, the status. */
  check(token: string, email: string, interactionEvent?: string): OneTimeToken {
    const found = this.#tenant.tables.oneTimeTokens.find('token', token);
    if (!found) throw new LogtoError('one_time_token.token_not_found', 404, { token });
    if (found.email !== email) throw new LogtoError('one_time_token.email_mismatch');
    if (found.expiresAt <= this.#tenant.now() || found.status === 'expired') {
      if (found.status === 'active') this.setStatus(found.id, 'expired');
      throw new LogtoError('one_time_token.token_expired');
    }
    if (found.status === 'consumed') throw new LogtoError('one_time_token.token_consumed');
    if (found.status === 'revoked') throw new LogtoError('one_time_token.token_revoked');
    const expected = found.context.interactionEvent;
    if (interactionEvent && expected && expected !== interactionEvent) {
      throw new LogtoError('one_time_token.interaction_event_mismatch');
    }
    return found;
  }

  /** Checks and consumes. Does not sign in and does not provision: `Accounts.provision` does the latter. */
  verify(token: string, email: string, interactionEvent?: string): OneTimeToken {
    const found = this.check(token, email, interactionEvent);
    return this.setStatus(found.id, 'consumed');
  }

  setStatus(id: string, status: OneTimeTokenStatus): OneTimeToken {
    if (!this.#tenant.tables.oneTimeTokens.has(id)) throw new LogtoError('entity.not_found', 404);
    if (status === 'active') throw new LogtoError('one_time_token.cannot_reactivate_token');
    const updated = this.#tenant.tables.oneTimeTokens.update(id, { status });
    if (!updated) throw new LogtoError('entity.not_found', 404);
    return updated;
  }
}
