import { LogtoError } from '../logto-error.js';
import { isYes } from './guard.js';

/** Whether a text (`null` never) matches. */
type Matcher = (text: string | null) => boolean;

/** SQL's LIKE: `%` for any text, `_` for one character, a backslash before what is meant literally. */
export const like = (pattern: string, { caseSensitive = false } = {}): Matcher => {
  const characters = [...pattern];
  let source = '';
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    if (character === '%') source += '.*';
    else if (character === '_') source += '.';
    else if (character === '\\') source += escapeRegExp(characters[(at += 1)] ?? '');
    else source += escapeRegExp(character);
  }
  const expression = new RegExp(`^${source}$`, caseSensitive ? 'su' : 'sui');
  return (text) => text !== null && expression.test(text);
};

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/**
 * The plain search of lists: `q` anywhere in one of the fields, ignoring case. `q` goes into the pattern as it
 * is, so `%` and `_` in it match anything, unless escaped.
 */
export const containsIn = <Row>(
  q: string | null,
  fields: readonly (keyof Row)[],
): ((row: Row) => boolean) => {
  if (!q) return () => true;
  const matches = like(`%${q}%`);
  return (row) => fields.some((field) => matches(asText(row[field])));
};

const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Modes of the advanced search, by their names in the query. */
type Compare = (value: string, caseSensitive: boolean) => Matcher;
const modes: Readonly<Record<string, Compare>> = {
  like: (value, caseSensitive) => like(value, { caseSensitive }),
  exact: (value, caseSensitive) => (text) =>
    text !== null && (caseSensitive ? text === value : text.toLowerCase() === value.toLowerCase()),
  posix: (value, caseSensitive) => {
    const expression = new RegExp(value, caseSensitive ? 'su' : 'sui');
    return (text) => text !== null && expression.test(text);
  },
  similar_to: (value, caseSensitive) => {
    if (!caseSensitive) throw refuse('Cannot use case-insensitive match for `similar to`.');
    const expression = new RegExp(`^(?:${value.replace(/%/g, '.*').replace(/_/g, '.')})$`, 'su');
    return (text) => text !== null && expression.test(text);
  },
};

/**
 * The advanced search of users, applications and roles: `search` or `search.<field>` with a whole LIKE pattern
 * (`%ann%`), `mode`, `mode.<field>`, `joint` and `isCaseSensitive`.
 */
export const advancedSearch = <Row>(
  query: URLSearchParams,
  fields: readonly (keyof Row & string)[],
): ((row: Row) => boolean) => {
  const caseSensitive = isYes(query.get('isCaseSensitive'));
  const joint = query.get('joint') ?? query.get('jointMode') ?? 'or';
  if (joint !== 'or' && joint !== 'and') throw refuse(`Search joint mode \`${joint}\` is not valid.`);
  const keys = [...new Set([...query.keys()].filter((key) => /^search(\.|$)/.test(key)))];
  const conditions = keys.map((key) => {
    const field = fieldOf(key, fields);
    const mode = query.get(field ? `mode.${field}` : 'mode') ?? query.get('mode') ?? 'like';
    const compare = modes[mode];
    if (!compare) throw refuse(`Search match mode \`${mode}\` is not valid.`);
    const values = query.getAll(key);
    if (values.some((value) => value === '')) throw refuse('Search value cannot be empty.');
    if (mode !== 'exact' && values.length > 1) {
      throw refuse('Only one search value is allowed when search mode is not `exact`.');
    }
    const matchers = values.map((value) => compile(compare, value, caseSensitive));
    const searched = field ? [field] : fields;
    return (row: Row) => searched.some((name) => matchers.some((matches) => matches(asText(row[name]))));
  });
  if (conditions.length === 0) return () => true;
  return joint === 'and'
    ? (row) => conditions.every((holds) => holds(row))
    : (row) => conditions.some((holds) => holds(row));
};

const fieldOf = <Field extends string>(key: string, fields: readonly Field[]): Field | undefined => {
  const [, name, ...nested] = key.split('.');
  if (name === undefined) return undefined;
  if (nested.length > 0) {
    throw refuse(
      `Unsupported nested search field path \`${[name, ...nested].join('.')}\` detected. Only the first level field is supported.`,
    );
  }
  const field = fields.find((candidate) => candidate === name);
  if (!field) throw refuse(`Search field \`${name}\` is not valid, expect one of ${fields.join(', ')}.`);
  return field;
};

const compile = (compare: Compare, value: string, caseSensitive: boolean): Matcher => {
  try {
    return compare(value, caseSensitive);
  } catch (error) {
    throw error instanceof LogtoError ? error : refuse(`Search value \`${value}\` is not valid.`);
  }
};

const refuse = (details: string): LogtoError => new LogtoError('request.invalid_input', 400, { details });
