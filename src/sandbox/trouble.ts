/** What makes a sandbox slow and unreliable, for tests. */
export interface TroubleOptions {
  /** Milliseconds before each answer. */
  readonly latency?: number | undefined;
  /** Share of requests, from 0 to 1, that fail with 503 instead of being carried out. */
  readonly failRate?: number | undefined;
  /** From 0 up to 1; `Math.random` by default. */
  readonly random?: (() => number) | undefined;
}

/** Puts latency and failures in front of a handler. A failed request was not carried out. */
export const withTrouble = (
  handle: (request: Request) => Promise<Response>,
  { latency = 0, failRate = 0, random = Math.random }: TroubleOptions,
): ((request: Request) => Promise<Response>) => {
  if (latency <= 0 && failRate <= 0) return handle;
  return async (request) => {
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
    if (random() < failRate) {
      return new Response('Service Unavailable', { status: 503, headers: { 'content-type': 'text/plain' } });
    }
    return handle(request);
  };
};
