import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose';
import { SANDBOX_M2M, type Sandbox } from '../../../src/sandbox/index.js';
import { createOrgHandler, type OrgHandlerOptions } from '../../../src/server/index.js';
import { toNodeHandler } from '../../../src/server/node.js';
import type { LogtoServer } from '../serve-process.js';

type Handler = (request: Request) => Promise<Response>;

/** A mistake in a backend: stands around the real one, or gives it other options. */
export interface Mistake {
  readonly around?: (seen: Seen, next: Handler, stop: () => void) => Promise<Response>;
  readonly options?: (sandbox: Sandbox) => Partial<OrgHandlerOptions>;
}

/** A request, and what a careless backend would read of it. */
export class Seen {
  readonly request: Request;
  /** Without the base path. */
  readonly path: string;
  readonly organizationId: string | undefined;
  readonly #sandbox: Sandbox;

  constructor(request: Request, sandbox: Sandbox) {
    this.request = request;
    this.path = new URL(request.url).pathname.replace(/^\/orgkit/, '');
    this.organizationId = /^\/organizations\/([^/]+)/.exec(this.path)?.[1];
    this.#sandbox = sandbox;
  }

  is(method: string, path: RegExp): boolean {
    return this.request.method === method && path.test(this.path);
  }

  /** The claims of the token, which nobody has verified; `undefined` without a token that could be read. */
  get claims(): (JWTPayload & { readonly alg: string | undefined }) | undefined {
    const token = this.request.headers.get('authorization')?.replace(/^Bearer /, '') ?? '';
    try {
      const { alg } = token.endsWith('.') ? { alg: 'none' } : decodeProtectedHeader(token);
      return { ...decodeJwt(token), alg };
    } catch {
      return undefined;
    }
  }

  /** Which organization the token is for. */
  get proven(): string | undefined {
    return /^urn:logto:organization:(.+)$/.exec(String(this.claims?.aud ?? ''))?.[1];
  }

  get provesAnother(): boolean {
    return this.proven !== undefined && this.proven !== this.organizationId;
  }

  /** A member, with a token that says so. */
  get isMember(): boolean {
    return this.roles !== undefined && this.proven === this.organizationId;
  }

  get sandbox(): Sandbox {
    return this.#sandbox;
  }

  /** Names of the caller's roles in the organization of the path; `undefined` for who is no member. */
  get roles(): readonly string[] | undefined {
    const { tables, accounts } = this.#sandbox.tenant;
    const [userId, organizationId] = [this.claims?.sub ?? '', this.organizationId ?? ''];
    if (!accounts.isMember(userId, organizationId)) return undefined;
    return tables.organizationRoleUsers
      .all()
      .filter((row) => row.organizationId === organizationId && row.userId === userId)
      .flatMap(({ organizationRoleId }) => tables.organizationRoles.get(organizationRoleId)?.name ?? []);
  }

  /** The same request with other parts. */
  async with(
    changes: Partial<{ token: string; path: string; body: unknown; without: string }>,
  ): Promise<Request> {
    const { request } = this;
    const headers = new Headers(request.headers);
    if (changes.token !== undefined) headers.set('authorization', `Bearer ${changes.token}`);
    if (changes.without !== undefined) headers.delete(changes.without);
    const text = await request.clone().text();
    const body = changes.body === undefined ? text : JSON.stringify(changes.body);
    headers.delete('content-length');
    const url = new URL(request.url);
    if (changes.path !== undefined) url.pathname = `/orgkit${changes.path}`;
    return new Request(url, { method: request.method, headers, ...(body !== '' && { body }) });
  }

  /** The body, when it is an object. */
  async body(): Promise<Record<string, unknown>> {
    const text = await this.request.clone().text();
    try {
      const body: unknown = JSON.parse(text);
      return Array.isArray(body) ? {} : (Object(body) as Record<string, unknown>);
    } catch {
      return {};
    }
  }

  /** As somebody who may do everything there. */
  async asAdministrator(organizationId = this.organizationId ?? ''): Promise<Request> {
    const { tables } = this.#sandbox.tenant;
    const row = tables.organizationRoleUsers
      .all()
      .find((held) => held.organizationId === organizationId && held.organizationRoleId === 'role-admin');
    if (!row) return this.request;
    return this.with({ token: await this.#sandbox.accessToken({ userId: row.userId, organizationId }) });
  }

  /** As the tenant itself would have signed these claims. */
  async signed(changes: JWTPayload & { readonly client_id?: string } = {}): Promise<Request> {
    const claims = { ...this.claims, ...changes } as JWTPayload & { client_id: string; scope?: string };
    const now = Math.floor(Date.now() / 1000);
    const token = await this.#sandbox.authority.issue({
      subject: claims.sub ?? '',
      clientId: claims.client_id,
      audience: String(claims.aud),
      scopes: (claims.scope ?? '').split(' '),
      expiresIn: (claims.exp ?? now) - now,
      organizationId: claims['organization_id'] as string | undefined,
    });
    return this.with({ token });
  }
}

/** The answer with another body, or without a header. */
export const changed = async (
  response: Response,
  change: (body: Record<string, unknown>) => unknown,
  headers: (headers: Headers) => void = () => undefined,
): Promise<Response> => {
  const own = new Headers(response.headers);
  headers(own);
  const text = await response.text();
  const body = text.startsWith('{')
    ? JSON.stringify(change(JSON.parse(text) as Record<string, unknown>))
    : text;
  own.delete('content-length');
  return new Response(body === '' ? null : body, { status: response.status, headers: own });
};

export interface RunningBackend {
  readonly url: string;
  close(): Promise<void>;
}

/** The real backend with a mistake, over HTTP. */
export const startBackend = async (logto: LogtoServer, mistake: Mistake = {}): Promise<RunningBackend> => {
  const { environment, sandbox } = logto;
  const handler = createOrgHandler({
    logto: {
      endpoint: logto.url,
      resource: environment['LOGTO_RESOURCE'] ?? '',
      m2m: SANDBOX_M2M,
    },
    clientIds: [environment['LOGTO_APP_ID'] ?? ''],
    allowedOrigins: ['https://app.test'],
    invitations: { link: 'https://app.test/join?invitation={id}', resendCooldownSeconds: 0 },
    bots: { applications: ['demo-build-bot'] },
    operatorScope: 'manage:organizations',
    log: () => undefined,
    onAudit: () => undefined,
    fetch: sandbox.fetch,
    ...mistake.options?.(sandbox),
  });
  const { around } = mistake;
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  const broken: Handler = around ? (request) => around(new Seen(request, sandbox), handler, stop) : handler;
  const server = createServer(toNodeHandler(broken));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/orgkit`,
    close: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      stop();
      await closed;
    },
  };
};
