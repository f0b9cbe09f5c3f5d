import { ManagementToken } from '../../server/management-token.js';
import type { Settings } from '../../server/settings.js';
import { logLine } from './json-log.js';

/** An answer is good for so long: a probe each second must not cost Logto a token each second. */
const GOOD_FOR_MS = 5_000;
const KEYS_TIMEOUT_MS = 4_000;

export interface Readiness {
  readonly ready: boolean;
  readonly keys: 'ok' | 'failed';
  readonly managementToken: 'ok' | 'failed';
  /** Not part of `ready`: without Redis reads go on, and a balancer that took every process out would end them too. */
  readonly redis?: 'ok' | 'failed';
}

/**
 * Asks whether Logto gives what the handler can't work without: its keys, and a token for the Management API; and whether
 * Redis answers, when there is one.
 */
export const readinessProbe = (
  settings: Settings,
  redis?: { readonly isAnswering: () => Promise<boolean> },
): (() => Promise<Readiness>) => {
  const token = new ManagementToken(settings);
  const probe = async (): Promise<Readiness> => {
    const [keys, managementToken, isAnswering] = await Promise.all([
      outcome('keys', () => readKeys(settings)),
      outcome('managementToken', () => freshToken(token)),
      redis?.isAnswering(),
    ]);
    return {
      ready: keys === 'ok' && managementToken === 'ok',
      keys,
      managementToken,
      ...(isAnswering !== undefined && { redis: isAnswering ? 'ok' : 'failed' }),
    };
  };
  let last: Promise<Readiness> | undefined;
  let goodUntil = 0;
  return () => {
    if (!last || Date.now() > goodUntil) {
      goodUntil = Number.POSITIVE_INFINITY;
      last = probe().finally(() => (goodUntil = Date.now() + GOOD_FOR_MS));
    }
    return last;
  };
};

const readKeys = async ({ fetch, logto }: Settings): Promise<void> => {
  const response = await fetch(`${logto.endpoint}/oidc/jwks`, {
    signal: AbortSignal.timeout(KEYS_TIMEOUT_MS),
  });
  const { keys } = Object(response.ok ? await response.json() : undefined) as { readonly keys?: unknown };
  if (!Array.isArray(keys) || keys.length === 0) {
    throw new Error(`the keys were answered with ${response.status}`);
  }
};

/** A new one each time: one that is remembered says nothing about a secret that was replaced. */
const freshToken = async (token: ManagementToken): Promise<void> => token.drop(await token.get());

const outcome = async (check: string, work: () => Promise<void>): Promise<'ok' | 'failed'> => {
  try {
    await work();
    return 'ok';
  } catch (error) {
    const { message, cause } = error instanceof Error ? error : { message: String(error), cause: undefined };
    const reason = cause instanceof Error ? cause.message : cause;
    logLine('error', 'not ready', { check, cause: typeof reason === 'string' ? reason : message });
    return 'failed';
  }
};
