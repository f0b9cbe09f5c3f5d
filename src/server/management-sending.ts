import { send, type ManagementCall, type TransportOptions } from './management-transport.js';

/** How openapi-fetch shall make and send one call. */
export interface Sending {
  readonly Request: typeof Request;
  readonly fetch: (request: Request) => Promise<Response>;
}

/** @param repeatable whether the call may be made again after it may have been carried out */
export const sending = (transport: TransportOptions, signal: AbortSignal, repeatable: boolean): Sending => ({
  // openapi-fetch reads nothing of a request but what a call has.
  Request: PlannedCall as unknown as typeof Request,
  fetch: (call) => send(transport, call as unknown as PlannedCall, signal, repeatable),
});

/**
 * Takes the place of a `Request`: one of these would be made and taken apart again for every call, only for `fetch` to
 * make the next.
 */
class PlannedCall implements ManagementCall {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;

  constructor(url: string, { method, headers, body }: Omit<ManagementCall, 'url'>) {
    this.url = url;
    this.method = method;
    this.headers = headers;
    this.body = body;
  }
}
