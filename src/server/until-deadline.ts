import { unavailable } from './refusal.js';

/** What is half done is taken back after the deadline; then, at the latest, there is an answer. */
const GRACE_MS = 6_000;

/**
 * Gives `work` a signal that ends with `caller` or after `milliseconds`. Nothing stays behind when it is done: with
 * `AbortSignal.timeout` each request would leave a timer, and what hangs on it, for the whole deadline.
 *
 * @throws Refusal `unavailable` when `work` ignores the signal: a callback or a store of the host may hang
 */
export const untilDeadline = <Result>(
  caller: AbortSignal,
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> =>
  new Promise((resolve, reject) => {
    const controller = new AbortController();
    const follow = (): void => controller.abort(caller.reason);
    const late = (): void => {
      const tooLong = new Error(`took longer than ${milliseconds} ms`);
      controller.abort(tooLong);
      timer = setTimeout(() => reject(unavailable('The request took too long.', tooLong)), GRACE_MS);
    };
    let timer = setTimeout(late, milliseconds);
    if (caller.aborted) follow();
    caller.addEventListener('abort', follow, { once: true });
    void work(controller.signal)
      .finally(() => {
        clearTimeout(timer);
        caller.removeEventListener('abort', follow);
      })
      .then(resolve, reject);
  });
