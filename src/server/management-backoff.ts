/** Tries after the first one. */
const RETRIES = 3;
const FIRST_MS = 150;
const LONGEST_MS = 2_000;
/** Whoever waits for us has no more patience than this. */
const LONGEST_ASKED_MS = 3_000;

/**
 * Milliseconds to wait before another try, or `undefined` when another makes no sense. `outcome` is the answer, or
 * what was thrown instead of one. `Retry-After` is obeyed as long as it is short.
 */
export const backoff = (attempt: number, outcome: unknown): number | undefined => {
  if (attempt >= RETRIES) return undefined;
  const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt) * (0.75 + Math.random() / 2);
  if (!(outcome instanceof Response)) return wait;
  if (outcome.status !== 429 && !isPassing(outcome.status)) return undefined;
  const asked = Number(outcome.headers.get('retry-after') ?? 0) * 1000;
  if (asked > LONGEST_ASKED_MS) return undefined;
  return Number.isFinite(asked) ? Math.max(wait, asked) : wait;
};

/** Fails now and may work in a moment. 501 says that something is not set up. */
export const isPassing = (status: number): boolean => status >= 500 && status !== 501;

/** Waits, unless `signal` says that nobody waits for it any more. Rejects with the signal's reason. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(asError(signal.reason));
    const stop = (): void => {
      clearTimeout(timer);
      reject(asError(signal.reason));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));
