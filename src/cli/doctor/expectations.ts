import * as v from 'valibot';
import { errorStatus, type ErrorCode } from '../../contract/errors.js';
import { codeOf, type Answer } from './answers.js';
import { BrokenRule } from './check.js';

const outcomeOf = (answer: Answer): string => {
  const code = codeOf(answer);
  return code === undefined ? String(answer.status) : `${answer.status} ${code}`;
};

/** @throws BrokenRule unless the answer is a success with a body that `schema` takes; fields too many are no matter here */
export const succeeded = <Schema extends v.GenericSchema>(
  answer: Answer,
  schema: Schema,
): v.InferOutput<Schema> => {
  done(answer);
  const checked = v.safeParse(schema, answer.body);
  if (checked.success) return checked.output;
  throw new BrokenRule(`${answer.request}: the answer is not what the contract says`);
};

/** @throws BrokenRule unless the answer is a success */
export const done = (answer: Answer, how = ''): void => {
  if (answer.status >= 200 && answer.status < 300) return;
  throw new BrokenRule(`${answer.request}${how}: expected a success, got ${outcomeOf(answer)}`);
};

/**
 * @param codes any of these
 * @throws BrokenRule unless the answer is that refusal. A code outside the list is a mistake of its own, and not told here.
 */
export const refused = (answer: Answer, codes: readonly ErrorCode[], how = ''): void => {
  const code = codeOf(answer);
  const isExpected =
    code === undefined || errorStatus[code] !== answer.status
      ? codes.some((expected) => errorStatus[expected] === answer.status)
      : codes.includes(code);
  if (isExpected) return;
  const expected = codes.map((wanted) => `${errorStatus[wanted]} ${wanted}`).join(' or ');
  throw new BrokenRule(`${answer.request}${how}: expected ${expected}, got ${outcomeOf(answer)}`);
};

/** @throws BrokenRule with `message` unless `holds` */
export const expect = (holds: boolean, message: string): void => {
  if (!holds) throw new BrokenRule(message);
};

/** Runs all of `tries`, and tells of all that were wrong. @throws BrokenRule */
export const each = async <Item>(
  items: readonly Item[],
  tryOne: (item: Item) => Promise<void>,
): Promise<void> => {
  const wrong: string[] = [];
  for (const item of items) {
    try {
      await tryOne(item);
    } catch (error) {
      if (!(error instanceof BrokenRule)) throw error;
      wrong.push(error.message);
    }
  }
  if (wrong.length > 0) throw new BrokenRule(wrong.join('\n'));
};
