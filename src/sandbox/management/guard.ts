import * as v from 'valibot';
import { LogtoError } from '../logto-error.js';

/** Parses what came from outside; unknown fields are dropped, as Logto drops them. */
export const parse = <Schema extends v.GenericSchema>(
  part: 'body' | 'query',
  schema: Schema,
  input: unknown,
): v.InferOutput<Schema> => {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const issues = result.issues.map(describe);
  const details = issues
    .map(({ path, code, message }) => `Error in key path "${path.join('.')}": (${code}) ${message}`)
    .join('\n');
  throw new LogtoError(
    'guard.invalid_input',
    400,
    { type: part },
    { data: { issues, name: 'ZodError' }, details },
  );
};

interface Issue {
  readonly code: string;
  readonly path: readonly string[];
  readonly message: string;
}

const describe = (issue: v.BaseIssue<unknown>): Issue => {
  const path = (issue.path ?? []).map(({ key }) => String(key));
  const isMissing = issue.received === 'undefined';
  if (issue.kind === 'schema') {
    const received = isMissing ? 'undefined' : issue.received;
    return {
      code: 'invalid_type',
      path,
      message: `Expected ${issue.expected ?? 'a value'} but received ${received}.`,
    };
  }
  return { code: `invalid_${issue.type}`, path, message: issue.message };
};

/** An id in a body: not empty. */
export const id = v.pipe(v.string(), v.minLength(1));
export const ids = v.array(id);
export const someIds = v.pipe(ids, v.minLength(1));

/** A text column that must be there. */
export const text = (limit: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(limit));
/** A text column that may be NULL. */
export const nullableText = (limit: number) => v.nullish(v.pipe(v.string(), v.maxLength(limit)));

/** Any JSON object. */
export const jsonObject = v.pipe(
  v.custom<Readonly<Record<string, never>>>(
    (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
    'Expected object',
  ),
);

export const url = v.pipe(v.string(), v.url());
/** Columns that Logto fills itself; a caller may send them and they are ignored. */
export const autoColumns = {
  tenantId: v.optional(v.pipe(v.string(), v.maxLength(21))),
  createdAt: v.optional(v.number()),
};

/** Words that switch an option on in a query. */
export const isYes = (value: string | null | undefined): boolean =>
  ['1', 'true', 'y', 'yes', 'yep', 'yeah'].includes((value ?? '').toLowerCase());
