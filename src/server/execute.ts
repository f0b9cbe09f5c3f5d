import * as v from 'valibot';
import { identifier } from '../contract/identifier.js';
import { PERMISSION_DRIFT_HEADER } from '../contract/headers.js';
import type { Actor } from './actor.js';
import type { AnswerHeaders } from './answer.js';
import { ForbiddenRefusal } from './authorize.js';
import { driftWord, permissionDrift } from './drift.js';
import { beforeChange } from './follow-up.js';
import type { Identity } from './identity.js';
import { checked, readBody, readQuery } from './input.js';
import { limitChanges } from './limits/change-limits.js';
import { lasting, type Lease } from './limits/lease.js';
import type { Management } from './management.js';
import { notFound } from './refusal.js';
import type { AnyCall, Route } from './route.js';
import type { Services } from './services.js';
import type { TokenVerifier } from './token-verifier.js';

export interface Runtime extends Services {
  readonly verifier: TokenVerifier;
  readonly connect: (lease: Lease) => Management;
}

/** What is known about a call so far: the log and the audit trail need it also when the call fails. */
export interface Progress {
  identity?: Identity;
  actor?: Actor;
  input?: unknown;
  readonly target: Record<string, unknown>;
}

/**
 * One request, in the order of rising cost: ids, token, limits, input, live permissions, the host's hook, the route.
 * Returns the body of the answer, rebuilt from the route's schema.
 */
export const execute = async (
  runtime: Runtime,
  route: Route,
  given: {
    readonly request: Request;
    readonly params: Record<string, string>;
    readonly requestId: string;
    /** Ends when the deadline passes or the caller goes away. */
    readonly signal: AbortSignal;
  },
  headers: AnswerHeaders,
  progress: Progress,
): Promise<unknown> => {
  const { request, params, requestId, signal } = given;
  const { settings } = runtime;

  for (const value of Object.values(params)) if (!v.is(identifier, value)) throw notFound();
  Object.assign(progress.target, params);
  const { authorization } = route;
  if (authorization.who !== 'anybody') progress.identity = await runtime.verifier.authenticate(request);
  if (route.changes) await limitChanges(settings, progress.identity, params.organizationId);
  const query = route.query && checked(route.query, readQuery(new URL(request.url)));
  const body = route.body && checked(route.body, await readBody(request, settings.limits.bodyBytes));
  progress.input = body;

  const proceed = async (lease: Lease): Promise<unknown> => {
    const logto = runtime.connect(lease);
    await authorize(runtime, route, params, logto, headers, progress);
    const call: AnyCall = {
      params,
      query,
      body,
      identity: progress.identity,
      actor: progress.actor,
      logto,
      services: runtime,
      request,
      requestId,
      signal: lease.signal,
      headers,
      audit: (target) => Object.assign(progress.target, target),
    };
    if (route.changes) await beforeChange(settings, route, requestId, params, progress);
    return route.handle(call);
  };
  const result = await (route.exclusive
    ? alone(runtime, route, params, signal, progress, proceed)
    : proceed(lasting(signal)));
  return route.output ? v.parse(route.output, result) : undefined;
};

/**
 * Runs `work` while nobody else changes who administers the organization: what it reads there stays true until it has
 * written. Only whoever has a token for the organization, or for all, may join the queue.
 */
const alone = async <Result>(
  { settings, authorizer }: Runtime,
  { authorization }: Route,
  { organizationId = '' }: Record<string, string>,
  signal: AbortSignal,
  { identity }: Progress,
  work: (lease: Lease) => Promise<Result>,
): Promise<Result> => {
  const isProven = identity?.organizationId === organizationId;
  if (!identity || authorization.who !== 'member' || !(isProven || authorizer.mayOperate(identity))) {
    throw notFound();
  }
  return settings.organizationLock.run(organizationId, signal, work);
};

/** Fills in `progress.actor`, and tells the client when its token is older than the permissions. */
const authorize = async (
  { authorizer, settings }: Runtime,
  { authorization, changes, live }: Route,
  params: Record<string, string>,
  logto: Management,
  headers: AnswerHeaders,
  progress: Progress,
): Promise<void> => {
  const { identity } = progress;
  const freshness = { live: changes || live };
  if (!identity) return;
  if (authorization.who === 'operator') return authorizer.operator(logto, identity, freshness);
  if (authorization.who !== 'member') return;
  const tellDrift = (actor: Actor): void => {
    const drift = driftWord(permissionDrift(settings, actor));
    if (drift) headers[PERMISSION_DRIFT_HEADER] = drift;
  };
  try {
    const { organizationId = '' } = params;
    progress.actor = await authorizer.member(logto, identity, organizationId, authorization, freshness);
    tellDrift(progress.actor);
  } catch (error) {
    if (error instanceof ForbiddenRefusal) {
      progress.actor = error.actor;
      tellDrift(error.actor);
    }
    throw error;
  }
};
