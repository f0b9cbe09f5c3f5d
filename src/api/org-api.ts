import { errorStatus, type ErrorBody, type ErrorCode } from '../contract/errors.js';
import { PERMISSION_DRIFT_HEADER, REQUEST_ID_HEADER } from '../contract/headers.js';
import { OrgError } from '../org-error.js';
import type { Operation } from './operation.js';
import type { TokenSource } from './token-source.js';

export interface OrgApiOptions {
  /** Base address of the backend, absolute, with or without a slash at the end. */
  readonly baseUrl: string;
  readonly tokens: TokenSource;
  /** Milliseconds for one call, with the token and the second try in it. 30 seconds by default. */
  readonly timeout?: number | undefined;
  /** Takes the place of the global one, as in tests without a network. */
  readonly fetch?: typeof fetch | undefined;
  /** Whether the person acts on this organization as an operator: then their own global token proves the calls. */
  readonly asOperator?: (organizationId: string) => boolean;
  /** Told with each answer, refusals too, that says that the live permissions differ from those of this token. */
  readonly onDrift?: (organizationId: string, token: string) => void;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

/**
 * The client of the backend, and the only place in a page that fetches: sends the operations that are made in
 * `operations/`. Every failure is an `OrgError`. A 401 drops the tokens and asks once more; the second one is
 * `unauthenticated`.
 */
export class OrgApi {
  readonly #options: OrgApiOptions;

  constructor(options: OrgApiOptions) {
    this.#options = options;
  }

  /** @throws OrgError */
  async request<Answer>(operation: Operation<Answer>, { signal }: CallOptions = {}): Promise<Answer> {
    const deadline = AbortSignal.timeout(this.#options.timeout ?? 30_000);
    const end = signal ? AbortSignal.any([signal, deadline]) : deadline;
    try {
      return (await unlessAborted(end, this.#sendTwice(operation, end))) as Answer;
    } catch (error) {
      if (signal?.aborted) throw new OrgError('aborted', 'The call was aborted.', { cause: error });
      if (deadline.aborted) throw new OrgError('timeout', 'No answer in time.', { cause: error });
      if (error instanceof OrgError) throw error;
      throw new OrgError('network', 'The backend could not be reached.', { cause: error });
    }
  }

  async #sendTwice(operation: Operation<unknown>, signal: AbortSignal): Promise<unknown> {
    const { tokens, asOperator, onDrift } = this.#options;
    const { organizationId } = operation;
    const isGlobal = organizationId !== undefined && asOperator?.(organizationId);
    const proof = isGlobal ? {} : { organizationId };
    let token = await tokens.getToken(proof);
    let response = await this.#send(operation, token, signal);
    if (response.status === 401) {
      await tokens.drop(token);
      token = await tokens.getToken(proof);
      response = await this.#send(operation, token, signal);
    }
    if (organizationId && response.headers.has(PERMISSION_DRIFT_HEADER)) onDrift?.(organizationId, token);
    return readAnswer(response);
  }

  #send(operation: Operation<unknown>, token: string, signal: AbortSignal): Promise<Response> {
    const { baseUrl, fetch: send = fetch } = this.#options;
    const { method = 'GET', path, query = {}, body, headers } = operation;
    const url = new URL(baseUrl.replace(/\/$/, '') + path);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const hasBody = body !== undefined;
    return send(url.href, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(hasBody && { 'content-type': 'application/json' }),
        ...headers,
      },
      // Who asks is told by the token alone.
      credentials: 'omit',
      // What is taken away while the page goes is taken away. A body would be counted against the browser's limit.
      keepalive: method === 'DELETE',
      body: hasBody ? JSON.stringify(body) : null,
      signal,
    });
  }
}

async function readAnswer(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const text = await response.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    // A page instead of an answer: most often a wrong `endpoint`.
    if (response.ok) throw new OrgError('unavailable', `No JSON from ${response.url}.`, { cause });
  }
  if (response.ok) return body;
  throw toOrgError(response, Object(body) as Partial<ErrorBody>);
}

function toOrgError(response: Response, { code, message, requestId, details }: Partial<ErrorBody>): OrgError {
  const { status, headers } = response;
  const seconds = Number(headers.get('retry-after'));
  const known = code !== undefined && Object.hasOwn(errorStatus, code) ? code : codeOfStatus(status);
  return new OrgError(known, message ?? `The backend answered ${status}.`, {
    requestId: requestId ?? headers.get(REQUEST_ID_HEADER) ?? undefined,
    retryAfter: seconds > 0 ? seconds * 1000 : undefined,
    details,
  });
}

/** For an answer that is not the backend's own: a proxy's, or a gateway's. */
function codeOfStatus(status: number): ErrorCode {
  const codes = Object.keys(errorStatus) as ErrorCode[];
  return codes.find((code) => errorStatus[code] === status) ?? (status > 500 ? 'unavailable' : 'internal');
}

/** Stops waiting when the signal says so: a token function of the page knows no signal. */
function unlessAborted<Result>(signal: AbortSignal, promise: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
