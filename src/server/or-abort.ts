/**
 * Waits for `promise` no longer than `signal` allows. The work behind it goes on for whoever else waits for it.
 * @throws whatever `refusal` makes, when the signal ends the patience
 */
export const orAbort = async <Result>(
  promise: Promise<Result>,
  signal: AbortSignal,
  refusal: (reason: unknown) => Error,
): Promise<Result> => {
  if (signal.aborted) throw refusal(signal.reason);
  let giveUp: (() => void) | undefined;
  const late = new Promise<never>((_, reject) => {
    giveUp = () => reject(refusal(signal.reason));
    signal.addEventListener('abort', giveUp, { once: true });
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    if (giveUp) signal.removeEventListener('abort', giveUp);
  }
};
