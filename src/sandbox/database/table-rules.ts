import { ConstraintError } from './constraint-error.js';

/** A value that a row gives an index; `undefined` keeps the row out of it, as NULL does in SQL. */
export type Extract<Row> = (row: Row) => string | undefined;

/** A table that others refer to. */
export interface Referable {
  readonly name: string;
  has(key: string): boolean;
  /** Calls `removed` with the key of every row that goes. */
  onRemove(removed: (key: string) => void): void;
}

export interface TableRules<Row> {
  /** Primary key; the parts of a composite one joined by `compositeKey`. */
  readonly key: (row: Row) => string;
  readonly unique?: Readonly<Record<string, Extract<Row>>>;
  /** Foreign keys. The row goes when the row it refers to goes: Logto's tables all cascade. */
  readonly references?: Readonly<Record<string, { readonly value: Extract<Row>; readonly to: Referable }>>;
  /** Values that many rows may share and that are looked up often, as an index that is not unique. */
  readonly groups?: Readonly<Record<string, Extract<Row>>>;
  readonly checks?: Readonly<Record<string, (row: Row) => boolean>>;
  /** Longest value of a text column, in characters. */
  readonly limits?: Partial<Record<keyof Row & string, number>>;
}

/** A row with its place in the order of writes and in the order of inserts. */
export interface Entry<Row> {
  readonly row: Row;
  readonly order: number;
  readonly born: number;
}

/** Joins the columns of a composite key. The separator occurs in no id. */
export const compositeKey = (...parts: readonly string[]): string => parts.join('\u0000');

/** Column lengths and CHECKs of one row. @throws ConstraintError */
export const checkRow = <Row>(
  table: string,
  { limits = {}, checks = {} }: TableRules<Row>,
  row: Row,
): void => {
  for (const [column, limit] of Object.entries(limits)) {
    const value: unknown = row[column as keyof Row];
    if (typeof value === 'string' && typeof limit === 'number' && value.length > limit) {
      throw new ConstraintError('too_long', `${table}.${column}`);
    }
  }
  for (const [check, holds] of Object.entries<(row: Row) => boolean>(checks)) {
    if (!holds(row)) throw new ConstraintError('check', `${table}.${check}`);
  }
};
