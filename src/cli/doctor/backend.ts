import { setTimeout as pause } from 'node:timers/promises';
import type { Route } from '../../server/route.js';
import { routes } from '../../server/routes/index.js';
import { AnswerLog, type Answer } from './answers.js';
import { Halt, NotCheckable } from './check.js';
import { exchange, type HttpAnswer, type HttpRequest } from './http.js';

/** The longest that a check waits because the backend asks it to, and how often. */
const PATIENCE_SECONDS = 70;
const PATIENCE_TIMES = 3;

export interface CallOptions {
  readonly token?: string | undefined;
  readonly params?: Readonly<Record<string, string>> | undefined;
  /** With its question mark. */
  readonly query?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** False: 429 and 503 are answers like others, and nothing is tried again. */
  readonly patient?: boolean | undefined;
}

/** The route of an operation of the contract. */
export const routeOf = (operation: string): Route => {
  const route = routes.find((candidate) => candidate.operation === operation);
  if (!route) throw new TypeError(`no operation called ${operation}`);
  return route;
};

/** The backend that is tested. Every answer is held against the contract as it comes. */
export class Backend {
  readonly log = new AnswerLog();
  /** Why no request is made any more. */
  halted: string | undefined;
  readonly #origin: string;
  readonly #base: string;
  readonly #signal: AbortSignal;

  /** @param signal stops the next request; one that is under way is waited for, so that it is known what it made */
  constructor(address: string, signal: AbortSignal) {
    const { origin, pathname } = new URL(address);
    this.#origin = origin;
    this.#base = pathname.replace(/\/+$/, '');
    this.#signal = signal;
  }

  /** Calls an operation by its name. @throws NotCheckable when the backend has no time, Halt when it is gone */
  async call(operation: string, options: CallOptions = {}): Promise<Answer> {
    const route = routeOf(operation);
    const { params = {}, query = '' } = options;
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const body = options.body === undefined ? undefined : JSON.stringify(options.body);
    return this.#send(route, route.method, path + query, body, options);
  }

  /** Any path, as it is; the answer is no operation's. */
  async raw(
    method: string,
    path: string,
    { body, ...options }: Omit<CallOptions, 'params' | 'query' | 'body'> & { readonly body?: string } = {},
  ): Promise<Answer> {
    return this.#send(undefined, method, path, body, options);
  }

  async #send(
    route: Route | undefined,
    method: string,
    path: string,
    body: string | undefined,
    { token, headers, patient = true }: CallOptions,
  ): Promise<Answer> {
    const request = {
      method,
      path: this.#base + path,
      headers: {
        accept: 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body,
    };
    for (let attempt = 1; ; attempt += 1) {
      const http = await this.#exchange(request);
      const answer = { ...http, request: `${method} ${path}`, body: parsed(http.text) };
      this.log.note(route, answer);
      if (!patient || (answer.status !== 429 && answer.status !== 503)) return answer;
      const seconds = Number(answer.headers.get('retry-after') ?? 1);
      if (attempt === PATIENCE_TIMES || !(seconds <= PATIENCE_SECONDS)) {
        const why = answer.status === 429 ? 'limits the doctor' : 'is unavailable';
        throw new NotCheckable(`the backend ${why} (${answer.request}: ${answer.status})`);
      }
      await pause(seconds * 1000, undefined, { signal: this.#signal }).catch(() => undefined);
    }
  }

  async #exchange(request: HttpRequest): Promise<HttpAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      if (this.#signal.aborted) throw this.#halt('the doctor was stopped before');
      try {
        return await exchange(this.#origin, request);
      } catch (error) {
        // A connection that was kept open may have been closed on the other side in this very moment.
        if (attempt === 1 && request.method === 'GET') continue;
        throw this.#halt(`the backend gives no answer: ${reasonOf(error)}`);
      }
    }
  }

  #halt(reason: string): Halt {
    this.halted = reason;
    return new Halt(reason);
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** Node gives some failures, such as a refused connection, no message but a code. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
};
