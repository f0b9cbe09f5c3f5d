import * as v from 'valibot';
import { Refusal } from './refusal.js';

/** Checks what came from outside. @throws Refusal `invalid_input` naming each field and what was expected of it */
export const checked = (schema: v.GenericSchema, input: unknown): unknown => {
  const result = v.safeParse(schema, input, { abortPipeEarly: true });
  if (result.success) return result.output;
  const fields = result.issues.slice(0, 20).map((issue) => ({
    field: v.getDotPath(issue) ?? '',
    expected: issue.expected === 'never' ? 'no such field' : expectation(issue),
  }));
  const names = fields.map(({ field }) => field || 'the body').join(', ');
  throw new Refusal('invalid_input', `Not as expected: ${names}.`, { details: { fields } });
};

/** Our own wording where a schema has one, else the type; never the value that was sent. */
const expectation = ({ message, expected }: v.BaseIssue<unknown>): string =>
  message.startsWith('Invalid ') ? (expected ?? 'something else') : message;

/** The query as an object. A name that comes twice is refused: nobody can know which one is meant. */
export const readQuery = (url: URL): Readonly<Record<string, string>> => {
  const names = [...url.searchParams.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    const fields = [{ field: twice, expected: 'one value' }];
    throw new Refusal('invalid_input', `Given twice: ${twice}.`, { details: { fields } });
  }
  return Object.fromEntries(url.searchParams);
};

/** The body as JSON. None at all counts as `{}`, so that routes with only optional fields need none. */
export const readBody = async (request: Request): Promise<unknown> => {
  const text = await request.text();
  if (text.trim() === '') return {};
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    throw new Refusal('invalid_input', 'The body has to be application/json.');
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Refusal('invalid_input', 'The body is no JSON.', { cause: error });
  }
};
