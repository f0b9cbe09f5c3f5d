import { LogtoError } from '../logto-error.js';

/** What a relation or a joined query answers for a row that is not there. */
export const notFound = (): LogtoError => new LogtoError('entity.not_found', 404);

/** What a plain lookup by id answers; `table` as the database calls it. */
export const noSuchId = (table: string, id: string): LogtoError =>
  new LogtoError('entity.not_exists_with_id', 404, { name: table, id });

/** What an update answers; `name` is the table's name in the singular. */
export const noneToUpdate = (name: string): LogtoError => new LogtoError('entity.not_exists', 404, { name });

export const orThrow = <Value>(value: Value | undefined, error: () => LogtoError): Value => {
  if (value === undefined) throw error();
  return value;
};

/** An update without a column is an SQL statement without a value list. */
export const requireChanges = (changes: object): void => {
  if (Object.values(changes).every((value) => value === undefined)) {
    throw new LogtoError('entity.invalid_input', 422);
  }
};
