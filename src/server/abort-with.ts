const followers = new WeakMap<AbortSignal, Set<AbortController>>();

/**
 * Aborts `controller` when `signal` is aborted, until the function that it returns is called. However many follow, the
 * signal gets one listener: Node takes more than ten for a leak, and one request may make more calls than that.
 */
export const abortWith = (signal: AbortSignal, controller: AbortController): (() => void) => {
  if (signal.aborted) {
    controller.abort(signal.reason);
    return () => undefined;
  }
  const known = followers.get(signal);
  const all = known ?? new Set();
  if (!known) {
    followers.set(signal, all);
    signal.addEventListener('abort', () => all.forEach((one) => one.abort(signal.reason)), { once: true });
  }
  all.add(controller);
  return () => void all.delete(controller);
};
