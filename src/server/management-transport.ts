import { abortWith } from './abort-with.js';
import { backoff, isPassing, pause } from './management-backoff.js';
import type { ManagementToken } from './management-token.js';
import type { Fetch } from './options.js';
import { orAbort } from './or-abort.js';
import { Refusal, unavailable } from './refusal.js';

/** One attempt at one call. */
const ATTEMPT_MS = 5_000;

export interface TransportOptions {
  readonly fetch: Fetch;
  readonly token: ManagementToken;
  /** Throws when the lock is lost that the call relies on. */
  readonly verify?: () => void;
}

/** A call as data. `headers` lack the token. */
export interface ManagementCall {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body?: string | undefined;
}

/**
 * Sends one call to the Management API until it has an answer worth having: a refused token is replaced once; what
 * fails in passing is tried again with growing pauses, as long as `signal` allows and only when trying again is safe.
 *
 * @param repeatable whether the call may be made again after it may have been carried out
 * @throws Refusal `unavailable`
 */
export const send = async (
  { fetch, token, verify }: TransportOptions,
  { url, method, headers: given, body }: ManagementCall,
  signal: AbortSignal,
  repeatable: boolean,
): Promise<Response> => {
  let renewed = false;
  for (let attempt = 0; ; attempt += 1) {
    if (signal.aborted) throw tooLate(signal.reason);
    // One token for everybody: it is fetched on, even when this caller goes away.
    const value = token.current ?? (await orAbort(token.get(), signal, tooLate));
    const headers = { ...Object.fromEntries(given), authorization: `Bearer ${value}` };
    verify?.();
    const outcome = await attemptOnce(
      fetch,
      url,
      { method, headers, ...(body !== undefined && { body }) },
      signal,
    );

    if (outcome instanceof Response) {
      if (outcome.status === 401 && !renewed) {
        renewed = true;
        token.drop(value);
        continue;
      }
      if (isRedirect(outcome)) throw unavailable('Logto cannot be reached.', `${url} redirects`);
      if (outcome.status === 401 || outcome.status === 403) throw await credentialsRefused(outcome);
      const carriedOut = isPassing(outcome.status);
      if (outcome.status !== 429 && !carriedOut) return outcome;
      if (outcome.status === 429 && (await isRecipientLimit(outcome))) return outcome;
    }
    if (signal.aborted) throw tooLate(signal.reason);
    // 429 was not carried out, whatever the call is. Anything else may have been.
    const safe = repeatable || (outcome instanceof Response && outcome.status === 429);
    const wait = safe ? backoff(attempt, outcome) : undefined;
    if (wait === undefined) throw unavailable('Logto cannot be reached.', await describe(outcome));
    await pause(wait, signal).catch(() => {
      throw tooLate(signal.reason);
    });
  }
};

/**
 * The answer, or what was thrown instead. Its beginning has to come in time; reading the rest of it is bounded by
 * `signal` alone, which ends with the request.
 */
const attemptOnce = async (
  fetch: Fetch,
  url: string,
  init: RequestInit,
  signal: AbortSignal,
): Promise<unknown> => {
  const attempt = new AbortController();
  const timer = setTimeout(() => attempt.abort(new Error(`no answer in ${ATTEMPT_MS} ms`)), ATTEMPT_MS);
  const forget = abortWith(signal, attempt);
  try {
    // Redirects are not followed: the token is for Logto alone. (`error` is not known to every runtime.)
    return await fetch(url, { ...init, redirect: 'manual', signal: attempt.signal });
  } catch (error) {
    forget();
    return error;
  } finally {
    clearTimeout(timer);
  }
};

const tooLate = (reason: unknown): Refusal => unavailable('Logto did not answer in time.', reason);

/** In a page a redirect that is not followed has no status. */
const isRedirect = ({ status, type }: Response): boolean =>
  type === 'opaqueredirect' || (status >= 300 && status < 400);

/** Nothing that a caller did: the backend's own credentials lack what they need. A quota is Logto Cloud's. */
const credentialsRefused = async (response: Response): Promise<Refusal> => {
  const text = await response.text().catch(() => '');
  if (/limit_exceeded/.test(text))
    return new Refusal('forbidden', 'A limit of the tenant is reached.', { cause: text });
  return unavailable('The backend has no access to Logto.', `${response.status}: ${text.slice(0, 300)}`);
};

/** More than ten messages to one recipient in ten minutes: waiting a second does not help. */
const isRecipientLimit = async (response: Response): Promise<boolean> =>
  (await response.clone().text()).includes('message_rate_limited');

const describe = async (outcome: unknown): Promise<unknown> =>
  outcome instanceof Response
    ? `${outcome.status}: ${(await outcome.text().catch(() => '')).slice(0, 300)}`
    : outcome;
