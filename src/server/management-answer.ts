import { UpstreamError } from './upstream-error.js';

/** A page of a list, and how many there are on all. */
export interface Listed<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** What a call answers. @throws UpstreamError */
export const data = async <Data>(call: Promise<Answer<Data>>): Promise<NonNullable<Data>> => {
  const { data: body, error, response } = await call;
  if (response.ok && body != null) return body;
  throw UpstreamError.from(response, error);
};

/** `undefined` for 404. */
export const orAbsent = async <Data>(call: Promise<Answer<Data>>): Promise<NonNullable<Data> | undefined> => {
  const answer = await call;
  return answer.response.status === 404 ? undefined : data(Promise.resolve(answer));
};

/** For answers without a body worth having. */
export const done = async (call: Promise<Answer<unknown>>): Promise<void> => {
  const { response, error } = await call;
  if (!response.ok) throw UpstreamError.from(response, error);
};

/** What was to be deleted is not there: somebody was faster, or the first of two attempts was carried out. */
export const gone = async (call: Promise<Answer<unknown>>): Promise<void> => {
  const answer = await call;
  if (answer.response.status !== 404) await done(Promise.resolve(answer));
};

/** A page with its total, from the header. */
export const listed = async <Item>(call: Promise<Answer<Item[]>>): Promise<Listed<Item>> => {
  const answer = await call;
  const items = await data(Promise.resolve(answer));
  return { items, total: Number(answer.response.headers.get('total-number') ?? items.length) };
};

/** Logto puts `q` into a LIKE as it is; a backslash makes the special characters mean themselves. */
export const like = (q: string | undefined): { readonly q?: string } =>
  q ? { q: q.replace(/[\\%_]/g, '\\$&') } : {};
