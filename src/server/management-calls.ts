import type { createApiClient } from '@logto/api/management';
import { sending, type Sending } from './management-sending.js';
import type { TransportOptions } from './management-transport.js';

type Client = ReturnType<typeof createApiClient>;

/** Milliseconds. */
const CLEAN_UP_MS = 5_000;

/** How the calls of one request are made: until it ends, and under the lock that it may hold. */
export class ManagementCalls {
  readonly client: Client;
  readonly #transport: TransportOptions;
  readonly #signal: AbortSignal;

  constructor(client: Client, transport: TransportOptions, signal: AbortSignal) {
    this.client = client;
    this.#transport = transport;
    this.#signal = signal;
  }

  /** For what must be taken back although the request has ended. */
  detached(): ManagementCalls {
    const { fetch, token } = this.#transport;
    return new ManagementCalls(this.client, { fetch, token }, AbortSignal.timeout(CLEAN_UP_MS));
  }

  /** A call whose repetition leaves the same behind. */
  safe(): Sending;
  safe(parseAs: 'text'): Sending & { readonly parseAs: 'text' };
  safe(parseAs?: 'text'): object {
    return { ...sending(this.#transport, this.#signal, true), ...(parseAs && { parseAs }) };
  }

  /** A call that makes something new each time. */
  once(): Sending;
  once(parseAs: 'text'): Sending & { readonly parseAs: 'text' };
  once(parseAs?: 'text'): object {
    return { ...sending(this.#transport, this.#signal, false), ...(parseAs && { parseAs }) };
  }
}
