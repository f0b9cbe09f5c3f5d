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

/**
 * The body as JSON. None at all counts as `{}`, so that routes with only optional fields need none.
 *
 * @throws Refusal `payload_too_large` before more than `maximum` bytes were kept
 */
export const readBody = async (request: Request, maximum: number): Promise<unknown> => {
  const text = await readText(request, maximum).catch((error: unknown) => {
    // What platforms throw for a body that the host has read already: that is no fault of the caller.
    if (error instanceof Refusal || error instanceof TypeError) throw error;
    throw new Refusal('invalid_input', 'The body did not arrive whole.', { cause: error });
  });
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

/** Not by hono's middleware, which makes a second request of the first: a Node server's can't be copied. */
const readText = async (request: Request, maximum: number): Promise<string> => {
  const told = request.headers.get('content-length');
  if (told !== null && !request.headers.has('transfer-encoding')) {
    if (Number(told) > maximum) throw tooLarge();
    return request.text();
  }
  const decoder = new TextDecoder();
  // Undefined in Firefox, where the stories and the element tests run this in a page.
  const stream = request.body as ReadableStream<Uint8Array> | null | undefined;
  if (stream === undefined) {
    const whole = await request.arrayBuffer();
    if (whole.byteLength > maximum) throw tooLarge();
    return decoder.decode(whole);
  }
  const reader = stream?.getReader();
  let text = '';
  let bytes = 0;
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return text + decoder.decode();
    bytes += part.value.byteLength;
    if (bytes > maximum) {
      void reader?.cancel().catch(() => undefined);
      throw tooLarge();
    }
    text += decoder.decode(part.value, { stream: true });
  }
};

const tooLarge = (): Refusal => new Refusal('payload_too_large', 'The body is too large.');
