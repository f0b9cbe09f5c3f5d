import { errorStatus, type ErrorBody, type ErrorCode } from '../contract/errors.js';
import { PERMISSION_DRIFT_HEADER, REQUEST_ID_HEADER } from '../contract/headers.js';
import type { AcceptedInvitation, ReceivedInvitationList } from '../contract/invitation.js';
import type { Me } from '../contract/me.js';
import type { OrganizationList } from '../contract/organization.js';
import { paths } from '../contract/paths.js';
import { OrgError } from '../org-error.js';
import type { TokenSource } from './token-source.js';

export type PermissionDrift = 'gained' | 'lost' | 'both';

export interface OrgApiOptions {
  /** Base address of the backend, absolute, with or without a slash at the end. */
  readonly baseUrl: string;
  readonly tokens: TokenSource;
  /** Milliseconds for one call, with the token and the second try in it. 30 seconds by default. */
  readonly timeout?: number | undefined;
  /** Takes the place of the global one, as in tests without a network. */
  readonly fetch?: typeof fetch | undefined;
  /** Told with every answer for an organization: how the live permissions differ from the token's, if they do. */
  readonly onDrift?: (organizationId: string, drift: PermissionDrift | undefined, token: string) => void;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

interface Call extends CallOptions {
  readonly method?: string;
  readonly path: string;
  /** Whose token proves the call; the person's when absent. */
  readonly organizationId?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The client of the backend: one method for each operation, and the only place in a page that fetches. Every failure
 * is an `OrgError`. A 401 drops the tokens and asks once more; the second one is `unauthenticated`.
 */
export class OrgApi {
  readonly #options: OrgApiOptions;

  constructor(options: OrgApiOptions) {
    this.#options = options;
  }

  organizations(options?: CallOptions): Promise<OrganizationList> {
    return this.#call({ ...options, path: paths.organizations() });
  }

  me(organizationId: string, options?: CallOptions): Promise<Me> {
    return this.#call({ ...options, path: paths.me(organizationId), organizationId });
  }

  receivedInvitations(options?: CallOptions): Promise<ReceivedInvitationList> {
    return this.#call({ ...options, path: paths.invitations() });
  }

  acceptInvitation(invitationId: string, options?: CallOptions): Promise<AcceptedInvitation> {
    return this.#call({ ...options, method: 'POST', path: paths.acceptInvitation(invitationId) });
  }

  async #call<Answer>(call: Call): Promise<Answer> {
    const deadline = AbortSignal.timeout(this.#options.timeout ?? 30_000);
    const signal = call.signal ? AbortSignal.any([call.signal, deadline]) : deadline;
    try {
      return await unlessAborted(signal, this.#callTwice<Answer>({ ...call, signal }));
    } catch (error) {
      if (call.signal?.aborted) throw new OrgError('aborted', 'The call was aborted.', { cause: error });
      if (deadline.aborted)
        throw new OrgError('timeout', 'The backend did not answer in time.', { cause: error });
      if (error instanceof OrgError) throw error;
      throw new OrgError('network', 'The backend could not be reached.', { cause: error });
    }
  }

  async #callTwice<Answer>(call: Call): Promise<Answer> {
    const { tokens } = this.#options;
    const { organizationId } = call;
    let token = await tokens.getToken({ organizationId });
    let response = await this.#send(call, token);
    if (response.status === 401) {
      await tokens.drop(token);
      token = await tokens.getToken({ organizationId });
      response = await this.#send(call, token);
    }
    if (organizationId !== undefined && response.ok) {
      const drift = response.headers.get(PERMISSION_DRIFT_HEADER) as PermissionDrift | null;
      this.#options.onDrift?.(organizationId, drift ?? undefined, token);
    }
    return (await readAnswer(response)) as Answer;
  }

  #send({ method, path, body, headers, signal }: Call, token: string): Promise<Response> {
    const { baseUrl, fetch: send = fetch } = this.#options;
    const hasBody = body !== undefined;
    return send(baseUrl.replace(/\/$/, '') + path, {
      method: method ?? 'GET',
      headers: {
        authorization: `Bearer ${token}`,
        ...(hasBody && { 'content-type': 'application/json' }),
        ...headers,
      },
      // Who is asked is told by the token alone.
      credentials: 'omit',
      body: hasBody ? JSON.stringify(body) : null,
      signal: signal ?? null,
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
