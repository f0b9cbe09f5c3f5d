import { unavailable } from './refusal.js';

/** What is half done is taken back after the deadline; then, at the latest, there is an answer. */
const GRACE_MS = 6_000;

/**
 * Gives `work` a signal that ends with `caller` or after `milliseconds`. Nothing stays behind when it is done: with
 * `AbortSignal.timeout` each request would leave a timer, and what hangs on it, for the whole deadline.
 *
 * @throws Refusal `unavailable` when `work` ignores the signal: a callback or a store of the host may hang
 */
export const untilDeadline = async <Result>(
  caller: AbortSignal,
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> => {
  const controller = new AbortController();
  const follow = (): void => controller.abort(caller.reason);
  const tooLong = new Error(`took longer than ${milliseconds} ms`);
  let giveUp: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    giveUp = setTimeout(
      () => reject(unavailable('The request took too long.', tooLong)),
      milliseconds + GRACE_MS,
    );
  });
  const timer = setTimeout(() => controller.abort(tooLong), milliseconds);
  if (caller.aborted) follow();
  caller.addEventListener('abort', follow, { once: true });
  try {
    return await Promise.race([work(controller.signal), late]);
  } finally {
    clearTimeout(timer);
    clearTimeout(giveUp);
    caller.removeEventListener('abort', follow);
  }
};
