import type * as v from 'valibot';
import type { Actor } from './actor.js';
import type { AnswerHeaders } from './answer.js';
import type { Authorization } from './authorize.js';
import type { Identity } from './identity.js';
import type { Management } from './management.js';
import type { Services } from './services.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Names of the `:parameters` in a path. */
export type Parameter<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Parameter<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

type Checked<Schema> = Schema extends v.GenericSchema ? v.InferOutput<Schema> : undefined;

/** What stands around a call, whatever its route. */
interface CallContext {
  readonly logto: Management;
  readonly services: Services;
  readonly request: Request;
  readonly requestId: string;
  /** Ends when the deadline passes or the caller goes away. */
  readonly signal: AbortSignal;
  /** Added to the answer. */
  readonly headers: AnswerHeaders;
  /** Tells the audit trail more than the ids in the path. */
  readonly audit: (target: Readonly<Record<string, unknown>>) => void;
}

/** What a route is given: everything in it is checked and authorized. */
export interface Call<Path extends string, Rule extends Authorization, Query, Body> extends CallContext {
  readonly params: Readonly<Record<Parameter<Path>, string>>;
  readonly query: Query;
  readonly body: Body;
  readonly identity: Rule extends { readonly who: 'anybody' } ? undefined : Identity;
  readonly actor: Rule extends { readonly who: 'member' } ? Actor : undefined;
}

interface Definition<
  Path extends string,
  Rule extends Authorization,
  Query extends v.GenericSchema | undefined,
  Body extends v.GenericSchema | undefined,
  Output extends v.GenericSchema | undefined,
> {
  /** Name of the operation: in the OpenAPI document, the log and the audit trail. */
  readonly operation: string;
  readonly method: Method;
  readonly path: Path;
  readonly authorization: Rule;
  readonly summary: string;
  /** A change: authorized live, counted by the limits, audited. By default every method but GET. */
  readonly changes?: boolean;
  /** A read that must not rely on anything remembered. */
  readonly live?: true;
  /** May end somebody's administration: authorized and done alone in its organization, one after the other. */
  readonly exclusive?: true;
  readonly query?: Query;
  readonly body?: Body;
  /** Without one the answer is 204. The answer is rebuilt from it: a field that it does not name never leaves. */
  readonly output?: Output;
  /** Of a success; by default 200, or 204 without output. */
  readonly status?: number;
  /** Milliseconds, instead of the host's deadline. */
  readonly deadlineMs?: number;
  readonly handle: (
    call: Call<Path, Rule, Checked<Query>, Checked<Body>>,
  ) => Promise<Output extends v.GenericSchema ? v.InferInput<Output> : void>;
}

/** A route whose types have done their work. */
export interface Route {
  readonly operation: string;
  readonly method: Method;
  readonly path: string;
  readonly authorization: Authorization;
  readonly summary: string;
  readonly changes: boolean;
  readonly live: boolean;
  readonly exclusive: boolean;
  readonly query: v.GenericSchema | undefined;
  readonly body: v.GenericSchema | undefined;
  readonly output: v.GenericSchema | undefined;
  readonly status: number;
  readonly deadlineMs: number | undefined;
  readonly handle: (call: AnyCall) => Promise<unknown>;
}

/** A call before the route's own types apply. */
export interface AnyCall extends CallContext {
  readonly params: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly body: unknown;
  readonly identity: Identity | undefined;
  readonly actor: Actor | undefined;
}

/** Declares a route. `authorization` is not optional: what nobody thought about does not compile. */
export const route = <
  const Path extends string,
  const Rule extends Authorization,
  Query extends v.GenericSchema | undefined = undefined,
  Body extends v.GenericSchema | undefined = undefined,
  Output extends v.GenericSchema | undefined = undefined,
>(
  definition: Definition<Path, Rule, Query, Body, Output>,
): Route => ({
  ...definition,
  changes: definition.changes ?? definition.method !== 'GET',
  live: definition.live ?? false,
  exclusive: definition.exclusive ?? false,
  query: definition.query,
  body: definition.body,
  output: definition.output,
  status: definition.status ?? (definition.output ? 200 : 204),
  deadlineMs: definition.deadlineMs,
  // The handler checks query and body by the schemas above, and resolves identity and actor by the rule, before it
  // calls this: that is what the narrower types say.
  handle: definition.handle as unknown as Route['handle'],
});
