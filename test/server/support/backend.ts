import {
  MANAGEMENT_RESOURCE,
  createSandbox,
  SANDBOX_M2M,
  SANDBOX_RESOURCE,
  SANDBOX_SPA,
  type Sandbox,
} from '../../../src/sandbox/index.js';
import {
  createOrgHandler,
  type AuditRecord,
  type LogEntry,
  type OrgHandlerOptions,
} from '../../../src/server/index.js';
import type { TenantSettings } from '../../../src/sandbox/index.js';

export const ENDPOINT = 'http://logto.test';
export const BACKEND = 'http://backend.test';

/** One call to the Management API or the token endpoint, as the sandbox saw it. */
export interface UpstreamCall {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly body: string;
}

export interface CallOptions {
  /** Whose token; nobody's when left out. */
  readonly as?: string | undefined;
  /** For which organization; by default the one in the path, else the API resource. */
  readonly for?: string | undefined;
  /** Scopes requested at sign-in; all when left out. */
  readonly scopes?: readonly string[] | undefined;
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // JSON as it comes: the assertions say what it must be.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
  readonly text: string;
}

export interface Backend {
  readonly sandbox: Sandbox;
  readonly handler: (request: Request) => Promise<Response>;
  /** Since the last `forget()`. */
  readonly upstream: UpstreamCall[];
  readonly log: LogEntry[];
  readonly audit: AuditRecord[];
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** A change by somebody else, straight through the Management API. @throws unless it succeeds */
  management(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Empties what was recorded. */
  forget(): void;
}

export interface BackendOptions {
  readonly sandbox?: Sandbox;
  readonly settings?: Partial<TenantSettings>;
  readonly options?: Partial<OrgHandlerOptions>;
  /** Stands before the sandbox: may answer instead of it, or let the call pass by returning nothing. */
  readonly intercept?: (request: Request) => Promise<Response | undefined> | Response | undefined;
}

/** The real handler in front of the real sandbox, in this process. */
export const createBackend = async (given: BackendOptions = {}): Promise<Backend> => {
  const sandbox =
    given.sandbox ??
    (await createSandbox({
      endpoint: ENDPOINT,
      seed: 'demo',
      ...(given.settings && { settings: given.settings }),
    }));
  const upstream: UpstreamCall[] = [];
  const log: LogEntry[] = [];
  const audit: AuditRecord[] = [];
  const handler = createOrgHandler({
    logto: { endpoint: ENDPOINT, resource: SANDBOX_RESOURCE, m2m: SANDBOX_M2M },
    clientIds: [SANDBOX_SPA.id],
    invitations: { link: 'https://app.test/join?invitation={id}' },
    log: (entry) => log.push(entry),
    onAudit: (record) => void audit.push(record),
    ...given.options,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { pathname, search } = new URL(request.url);
      upstream.push({ method: request.method, path: pathname + search, body: await request.clone().text() });
      request.signal.throwIfAborted();
      return (await given.intercept?.(request)) ?? sandbox.fetch(request);
    },
  });
  return {
    sandbox,
    handler,
    upstream,
    log,
    audit,
    forget: () => {
      for (const list of [upstream, log, audit]) list.length = 0;
    },
    management: (method, path, body) => management(sandbox, method, path, body),
    call: async (method, path, options = {}) => {
      const token = options.token ?? (await tokenFor(sandbox, path, options));
      const response = await handler(
        new Request(`${BACKEND}/orgkit${path}`, {
          method,
          headers: {
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
            ...(options.body !== undefined && { 'content-type': 'application/json' }),
            ...options.headers,
          },
          ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
          ...(options.signal && { signal: options.signal }),
        }),
      );
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        text,
        body: text === '' ? undefined : JSON.parse(text),
      };
    },
  };
};

const tokenFor = async (
  sandbox: Sandbox,
  path: string,
  { as, for: organization, scopes }: CallOptions,
): Promise<string | undefined> => {
  if (as === undefined) return undefined;
  const organizationId = organization ?? /^\/organizations\/([^/?]+)/.exec(path)?.[1];
  return organizationId === undefined
    ? sandbox.accessToken({ userId: as, resource: SANDBOX_RESOURCE, scopes })
    : sandbox.accessToken({ userId: as, organizationId, scopes });
};

const management = async (
  sandbox: Sandbox,
  method: string,
  path: string,
  body: unknown,
): Promise<unknown> => {
  const token = await sandbox.authority.issue({
    subject: SANDBOX_M2M.id,
    clientId: SANDBOX_M2M.id,
    audience: MANAGEMENT_RESOURCE,
    scopes: ['all'],
  });
  const response = await sandbox.fetch(`${ENDPOINT}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text;
};
