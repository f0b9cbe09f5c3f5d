/**
 * Gives `work` a signal that ends with `caller` or after `milliseconds`. Nothing stays behind when it is done: with
 * `AbortSignal.timeout` each request would leave a timer, and what hangs on it, for the whole deadline.
 */
export const untilDeadline = async <Result>(
  caller: AbortSignal,
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> => {
  const controller = new AbortController();
  const follow = (): void => controller.abort(caller.reason);
  const timer = setTimeout(
    () => controller.abort(new Error(`took longer than ${milliseconds} ms`)),
    milliseconds,
  );
  if (caller.aborted) follow();
  caller.addEventListener('abort', follow, { once: true });
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    caller.removeEventListener('abort', follow);
  }
};
