import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import { PERMISSION_DRIFT_HEADER, REQUEST_ID_HEADER } from '../contract/headers.js';
import { refused, success, type AnswerHeaders } from './answer.js';
import { Authorizer } from './authorize.js';
import { execute, type Progress, type Runtime } from './execute.js';
import { afterChange } from './follow-up.js';
import { GlobalScopes } from './global-scopes.js';
import { connectManagement } from './management.js';
import type { OrgHandlerOptions } from './options.js';
import { notFound, Refusal } from './refusal.js';
import type { Route } from './route.js';
import { routes } from './routes/index.js';
import { readSettings, type Settings } from './settings.js';
import { TemplateSource } from './template.js';
import { TokenVerifier } from './token-verifier.js';
import { untilDeadline } from './until-deadline.js';
import { UpstreamError } from './upstream-error.js';

/**
 * Makes the backend: a function from request to answer, for any runtime that has `fetch`. It keeps no state that
 * matters: what it remembers may be lost at any time.
 *
 * @throws TypeError naming each option that is wrong
 */
export const createOrgHandler = (options: OrgHandlerOptions): ((request: Request) => Promise<Response>) => {
  const settings = readSettings(options);
  const runtime = createRuntime(settings);
  const app = new Hono();
  app.onError((error, context) => failed(settings, error, context));
  app.notFound((context) => failed(settings, notFound(), context));
  if (settings.allowedOrigins.length > 0) app.use(crossOrigin(settings.allowedOrigins));
  for (const route of routes) {
    app.on(route.method, settings.basePath + route.path, (context) => answer(runtime, route, context));
  }
  return async (request) => app.fetch(request);
};

const createRuntime = (settings: Settings): Runtime => {
  const { logto, clientIds, limits, fetch } = settings;
  const templates = new TemplateSource(settings);
  const globalScopes = new GlobalScopes(settings);
  return {
    routes,
    settings,
    templates,
    globalScopes,
    authorizer: new Authorizer(settings, templates, globalScopes),
    connect: connectManagement(settings),
    verifier: new TokenVerifier({
      endpoint: logto.endpoint,
      resource: logto.resource,
      clientIds,
      cachedTokens: limits.cachedTokens,
      fetch,
    }),
  };
};

const answer = async (runtime: Runtime, route: Route, context: Context): Promise<Response> => {
  const requestId = crypto.randomUUID();
  const headers: AnswerHeaders = { [REQUEST_ID_HEADER]: requestId };
  const request = context.req.raw;
  const { settings } = runtime;
  const deadlineMs = route.deadlineMs ?? settings.limits.deadlineMs;
  const progress: Progress = { target: {} };
  let refusal: Refusal | undefined;
  let body: unknown;
  try {
    body = await untilDeadline(request.signal, deadlineMs, (signal) =>
      execute(runtime, route, { request, params: context.req.param(), requestId, signal }, headers, progress),
    );
  } catch (error) {
    refusal = asRefusal(error);
    report(settings, refusal, requestId, route.operation);
  }
  // What operators read is audited as well: they see organizations that they do not belong to.
  if (route.changes || progress.actor?.isOperator || route.authorization.who === 'operator') {
    await afterChange(settings, route, requestId, progress, refusal);
  }
  return refusal ? refused(refusal, requestId, headers) : success(route.status, body, headers);
};

/** What no route answers. */
const failed = (settings: Settings, error: unknown, context: Context): Response => {
  const requestId = crypto.randomUUID();
  const refusal = asRefusal(error);
  report(settings, refusal, requestId, `${context.req.method} without a route`);
  return refused(refusal, requestId, { [REQUEST_ID_HEADER]: requestId });
};

/** Whatever was thrown, as one of our codes. What Logto said stays in `cause`, which only the log sees. */
const asRefusal = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error;
  if (error instanceof UpstreamError && error.status === 404) return notFound(error);
  if (error instanceof UpstreamError && error.status === 422) {
    return new Refusal('conflict', 'It has changed in the meantime.', { cause: error });
  }
  return new Refusal('internal', 'Something went wrong.', { cause: error });
};

const report = ({ log }: Settings, refusal: Refusal, requestId: string, operation: string): void => {
  const { code, message, cause } = refusal;
  const level = code === 'internal' || code === 'unavailable' ? 'error' : 'warn';
  log({ level, message, requestId, operation, code, cause });
};

const crossOrigin = (allowedOrigins: readonly string[]) =>
  cors({
    origin: (origin) => (allowedOrigins.includes(origin) ? origin : null),
    allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowHeaders: ['authorization', 'content-type', 'if-match'],
    exposeHeaders: [REQUEST_ID_HEADER, PERMISSION_DRIFT_HEADER, 'retry-after', 'etag'],
    maxAge: 600,
  });
