import { Hono, type Context } from 'hono';
import type * as v from 'valibot';
import type { Tenant } from '../tenant.js';
import { LogtoError } from '../logto-error.js';
import { BodyTooLargeError, errorResponse, JSON_TYPE } from './error-response.js';
import { parse } from './guard.js';
import { pageHeaders, readPage, type Page } from './pagination.js';

/** Names of the `:parameters` in a path. */
type Parameter<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Parameter<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** What a route is given, checked. */
export interface Call<Path extends string, Body, Paging> {
  readonly params: Readonly<Record<Parameter<Path>, string>>;
  readonly query: URLSearchParams;
  readonly body: Body;
  readonly page: Paging extends 'required' ? Page : Paging extends 'optional' ? Page | undefined : undefined;
}

/** What a route answers. A list tells its `total`, for the headers. */
export interface Reply {
  readonly status?: number;
  readonly body?: unknown;
  readonly total?: number;
}

type Paging = 'required' | 'optional' | undefined;

interface Guards<Schema extends v.GenericSchema | undefined, Pages extends Paging> {
  readonly body?: Schema;
  readonly paging?: Pages;
}

type BodyOf<Schema> = Schema extends v.GenericSchema ? v.InferOutput<Schema> : undefined;

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export const noContent: Reply = { status: 204 };
/** What Koa answers to 201 without a body. */
export const createdText: Reply = { status: 201, body: 'Created' };

/** What Koa answers to 200 without a body. */
export const okText: Reply = { status: 200, body: 'OK' };

/** Cuts the page out of a list. */
export const paged = (rows: readonly unknown[], page: Page | undefined): Reply => ({
  body: page ? rows.slice(page.offset, page.offset + page.limit) : rows,
  total: rows.length,
});

/** Routes of the Management API: token, then pagination, then body, then the route itself, each with its error. */
export class ManagementRouter {
  readonly tenant: Tenant;
  readonly #app = new Hono();
  readonly #authorize: (request: Request) => Promise<void>;
  readonly #methods = new Map<string, Set<Method>>();

  constructor(tenant: Tenant, authorize: (request: Request) => Promise<void>) {
    this.tenant = tenant;
    this.#authorize = authorize;
    this.#app.notFound(() => text(404, 'Not Found'));
    this.#app.onError((error, context) => errorResponse(error, new URL(context.req.url).pathname));
  }

  route<
    const Path extends string,
    Schema extends v.GenericSchema | undefined = undefined,
    Pages extends Paging = undefined,
  >(
    method: Method,
    path: Path,
    guards: Guards<Schema, Pages>,
    handle: (call: Call<Path, BodyOf<Schema>, Pages>) => Reply,
  ): void {
    const known = this.#methods.get(path) ?? new Set();
    this.#methods.set(path, known.add(method));
    this.#app.on(method, `/api${path}`, async (context) => {
      await this.#authorize(context.req.raw);
      const url = new URL(context.req.url);
      requireSingle(url.searchParams);
      const page = guards.paging && readPage(url.searchParams, guards.paging === 'optional');
      const body = guards.body && parse('body', guards.body, await readJson(context));
      // The conditional types of Call follow from the guards that were just applied.
      const call = { params: context.req.param(), query: url.searchParams, body, page };
      return respond(url, handle(call as unknown as Call<Path, BodyOf<Schema>, Pages>), page);
    });
  }

  /** The handler, when all routes are there. A known path with another method answers 405. */
  get handler(): (request: Request) => Promise<Response> {
    for (const [path, methods] of this.#methods) {
      const allow = [...methods, ...(methods.has('GET') ? ['HEAD'] : [])].join(', ');
      this.#app.all(`/api${path}`, ({ req }) =>
        req.method === 'OPTIONS' ? text(200, '', { allow }) : text(405, 'Method Not Allowed', { allow }),
      );
    }
    return async (request) => this.#app.fetch(request);
  }
}

/** Parameters that are one text; given twice, they are a list, which no route takes. */
const SINGLE = ['q', 'showFeatured', 'organizationId', 'organizationRoleId', 'inviterId', 'invitee'];

const requireSingle = (query: URLSearchParams): void => {
  const repeated = SINGLE.filter((name) => query.getAll(name).length > 1);
  if (repeated.length === 0) return;
  const details = repeated.map(
    (name) => `Error in key path "${name}": (invalid_type) Expected string but received array.`,
  );
  throw new LogtoError(
    'guard.invalid_input',
    400,
    { type: 'query' },
    { data: { repeated }, details: details.join('\n') },
  );
};

const text = (status: number, body: string, headers: Record<string, string> = {}): Response =>
  new Response(body, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } });

const respond = (url: URL, { status = 200, body, total }: Reply, page: Page | undefined): Response => {
  const headers = page && total !== undefined ? pageHeaders(url, page, total) : {};
  if (body === undefined) return new Response(null, { status, headers });
  return typeof body === 'string'
    ? text(status, body, headers)
    : Response.json(body, { status, headers: { ...headers, ...JSON_TYPE } });
};

const MAX_BODY_CHARACTERS = 1_048_576;

/** A body that is no JSON is a `SyntaxError`; none, or one of another type, counts as `{}`. */
const readJson = async ({ req }: Context): Promise<unknown> => {
  if (!/\bjson\b/.test(req.header('content-type') ?? '')) return {};
  const raw = await req.text();
  if (raw.length > MAX_BODY_CHARACTERS) throw new BodyTooLargeError();
  if (raw.trim() === '') return {};
  const body: unknown = JSON.parse(raw);
  if (typeof body !== 'object' || body === null)
    throw new SyntaxError('invalid JSON, only supports object and array');
  return body;
};
