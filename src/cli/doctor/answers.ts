import * as v from 'valibot';
import { errorStatus, type ErrorCode } from '../../contract/errors.js';
import { REQUEST_ID_HEADER } from '../../contract/headers.js';
import type { Route } from '../../server/route.js';
import type { HttpAnswer } from './http.js';
import { strictly } from './strictly.js';

/** An answer, and the request that it answers, in words. */
export interface Answer extends HttpAnswer {
  /** `GET /organizations/abc`. */
  readonly request: string;
  /** The body, when it is JSON. */
  readonly body: unknown;
}

/** What is wrong with answers, whatever the check was that asked: each kind of mistake is a rule of its own. */
export type Flaw = 'error-shape' | 'error-code' | 'request-id' | 'cache' | 'retry-after';

const errorBody = v.strictObject({
  code: v.string(),
  message: v.pipe(v.string(), v.nonEmpty()),
  requestId: v.optional(v.string()),
  details: v.optional(v.record(v.string(), v.unknown())),
});

const isCode = (code: string): code is ErrorCode => Object.hasOwn(errorStatus, code);

/** Code of an error of the closed list; `undefined` for anything else. */
export const codeOf = ({ body }: Answer): ErrorCode | undefined => {
  const { code } = Object(body) as { readonly code?: unknown };
  return typeof code === 'string' && isCode(code) ? code : undefined;
};

/** Everything that the backend answered, held against the contract. */
export class AnswerLog {
  /** By operation: what its successes had that they should not have, or lacked. Empty: all were right. */
  readonly operations = new Map<string, Set<string>>();
  readonly flaws = new Map<Flaw, Set<string>>();
  /** Codes that came up. */
  readonly codes = new Set<ErrorCode>();

  note(route: Route | undefined, answer: Answer): void {
    // What a browser asks before the request itself is not an answer of the contract.
    if (answer.request.startsWith('OPTIONS ')) return;
    this.#headers(answer);
    if (answer.status >= 400) this.#error(answer);
    else if (route) this.#success(route, answer);
  }

  #success({ operation, output, status }: Route, answer: Answer): void {
    const problems = this.operations.get(operation) ?? new Set();
    this.operations.set(operation, problems);
    if (answer.status !== status) problems.add(`${answer.request}: expected ${status}, got ${answer.status}`);
    if (!output) {
      if (answer.text !== '') problems.add(`${answer.request}: expected no body`);
      return;
    }
    // A document of its own, which its own check reads.
    if (operation === 'getOpenApiDocument') return;
    const checked = v.safeParse(strictly(output), answer.body);
    for (const issue of checked.issues ?? []) problems.add(`${answer.request}: ${describe(issue)}`);
  }

  #error(answer: Answer): void {
    const checked = v.safeParse(errorBody, answer.body);
    if (!checked.success) {
      const [issue] = checked.issues;
      this.#flaw('error-shape', `${answer.request}: ${answer.status} with ${describe(issue)}`);
      return;
    }
    const { code, requestId } = checked.output;
    if (!isCode(code)) {
      this.#flaw('error-code', `${answer.request}: the code "${code.slice(0, 40)}" is not in the list`);
    } else {
      this.codes.add(code);
      if (errorStatus[code] !== answer.status)
        this.#flaw('error-code', `${answer.request}: ${code} with status ${answer.status}`);
    }
    const sent = answer.headers.get(REQUEST_ID_HEADER);
    if (requestId !== undefined && sent !== null && requestId !== sent) {
      this.#flaw('request-id', `${answer.request}: the body names another request than ${REQUEST_ID_HEADER}`);
    }
    if (answer.status === 429 && !/^[1-9]\d{0,5}$/.test(answer.headers.get('retry-after') ?? '')) {
      this.#flaw('retry-after', `${answer.request}: 429 without Retry-After in whole seconds`);
    }
  }

  #headers({ request, headers }: Answer): void {
    if (!headers.get(REQUEST_ID_HEADER)) this.#flaw('request-id', `${request}: no ${REQUEST_ID_HEADER}`);
    if (!/\bno-store\b/.test(headers.get('cache-control') ?? ''))
      this.#flaw('cache', `${request}: no Cache-Control: no-store`);
  }

  #flaw(flaw: Flaw, words: string): void {
    this.flaws.set(flaw, (this.flaws.get(flaw) ?? new Set()).add(words));
  }
}

const describe = (issue: v.BaseIssue<unknown>): string => {
  const path = v.getDotPath(issue);
  const field = path === null ? 'the body' : `"${path}"`;
  // The value stays out of the report: it may be somebody's.
  return issue.expected === 'never'
    ? `${field} is not in the contract`
    : `${field}: expected ${issue.expected ?? 'another value'}, got ${kindOf(issue.input)}`;
};

const kindOf = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
};
