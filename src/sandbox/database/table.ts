import { ConstraintError } from './constraint-error.js';
import { GroupIndex } from './group-index.js';
import type { Journal } from './journal.js';
import { checkRow, type Entry, type Referable, type TableRules } from './table-rules.js';

/**
 * Rows with the rules of a relational table: primary key, unique indexes, foreign keys that cascade, checks and
 * column lengths. Rows are never changed in place: an update puts a new row at the end, as PostgreSQL does, which
 * is the order that a query without ORDER BY gives.
 */
export class Table<Row extends object> implements Referable {
  readonly name: string;
  readonly #rules: TableRules<Row>;
  readonly #journal: Journal;
  readonly #rows = new Map<string, Entry<Row>>();
  readonly #unique = new Map<string, Map<string, string>>();
  readonly #groups = new Map<string, GroupIndex>();
  readonly #removeListeners: ((key: string) => void)[] = [];
  #lastOrder = 0;
  #ordered: readonly Row[] | undefined;

  constructor(name: string, journal: Journal, rules: TableRules<Row>) {
    this.name = name;
    this.#journal = journal;
    this.#rules = rules;
    for (const index of Object.keys(rules.unique ?? {})) this.#unique.set(index, new Map());
    for (const group of Object.keys(rules.groups ?? {})) this.#groups.set(group, new GroupIndex());
    for (const [reference, { to }] of Object.entries(rules.references ?? {})) {
      const group = new GroupIndex();
      this.#groups.set(reference, group);
      to.onRemove((value) => {
        // From the end, where taking a key out of a long sorted list costs nothing.
        for (const key of [...group.keys(value)].reverse()) this.delete(key);
      });
    }
  }

  get size(): number {
    return this.#rows.size;
  }

  has(key: string): boolean {
    return this.#rows.has(key);
  }

  get(key: string): Row | undefined {
    return this.#rows.get(key)?.row;
  }

  /** Every row, in the order of the last write. */
  all(): readonly Row[] {
    this.#ordered ??= [...this.#rows.values()]
      .sort((left, right) => left.order - right.order)
      .map(({ row }) => row);
    return this.#ordered;
  }

  /** Every row, the one inserted last first; an update does not move it. */
  newest(): Row[] {
    return [...this.#rows.values()].sort((left, right) => right.born - left.born).map(({ row }) => row);
  }

  /** The row that holds `value` in a unique index. */
  find(index: string, value: string): Row | undefined {
    const key = this.#unique.get(index)?.get(value);
    return key === undefined ? undefined : this.get(key);
  }

  /** Rows whose foreign key (or group) is `value`, ordered by primary key. */
  where(group: string, value: string): Row[] {
    return this.#select(this.#group(group).keys(value));
  }

  /** A page of `where`, without building the rest. */
  page(reference: string, value: string, offset: number, limit: number): Row[] {
    return this.#select(
      this.#group(reference)
        .keys(value)
        .slice(offset, offset + limit),
    );
  }

  /** How many rows `where` has. */
  count(reference: string, value: string): number {
    return this.#group(reference).size(value);
  }

  insert(row: Row): Row {
    this.insertMany([row]);
    return row;
  }

  /** Inserts all rows or none. With `ignoreExisting`, rows whose primary key exists are skipped. */
  insertMany(rows: readonly Row[], { ignoreExisting = false } = {}): void {
    this.#journal.transaction(() => {
      const inserted: Row[] = [];
      for (const row of rows) {
        checkRow(this.name, this.#rules, row);
        const key = this.#rules.key(row);
        if (this.#rows.has(key)) {
          if (ignoreExisting) continue;
          throw new ConstraintError('unique', `${this.name}.primary_key`);
        }
        this.#checkUnique(row, key);
        this.#lastOrder += 1;
        this.#put(key, { row, order: this.#lastOrder, born: this.#lastOrder });
        inserted.push(row);
      }
      // Foreign keys come last, as at the end of an SQL statement.
      for (const row of inserted) this.#checkReferences(row);
    });
  }

  /** Changes columns of a row; `undefined` when there is no such row. The primary key must stay. */
  update(key: string, changes: Partial<Row>): Row | undefined {
    return this.#journal.transaction(() => {
      const current = this.#rows.get(key);
      if (!current) return undefined;
      const row = { ...current.row, ...withoutUndefined(changes) };
      checkRow(this.name, this.#rules, row);
      this.#checkUnique(row, key);
      this.#take(key);
      this.#lastOrder += 1;
      this.#put(key, { row, order: this.#lastOrder, born: current.born });
      this.#checkReferences(row);
      return row;
    });
  }

  /** Removes a row and, by cascade, what refers to it; `false` when there is no such row. */
  delete(key: string): boolean {
    if (!this.#rows.has(key)) return false;
    this.#journal.transaction(() => {
      this.#take(key);
      for (const removed of this.#removeListeners) removed(key);
    });
    return true;
  }

  onRemove(removed: (key: string) => void): void {
    this.#removeListeners.push(removed);
  }

  #select(keys: readonly string[]): Row[] {
    const rows: Row[] = [];
    for (const key of keys) {
      const row = this.get(key);
      if (row) rows.push(row);
    }
    return rows;
  }

  #group(reference: string): GroupIndex {
    const group = this.#groups.get(reference);
    if (!group) throw new Error(`${this.name} has no index ${reference}`);
    return group;
  }

  #checkUnique(row: Row, key: string): void {
    for (const [index, extract] of Object.entries(this.#rules.unique ?? {})) {
      const value = extract(row);
      const holder = value === undefined ? undefined : this.#unique.get(index)?.get(value);
      if (holder !== undefined && holder !== key)
        throw new ConstraintError('unique', `${this.name}.${index}`);
    }
  }

  #checkReferences(row: Row): void {
    for (const [reference, { value: extract, to }] of Object.entries(this.#rules.references ?? {})) {
      const value = extract(row);
      if (value !== undefined && !to.has(value)) {
        throw new ConstraintError('foreign_key', `${this.name}.${reference}`);
      }
    }
  }

  #put(key: string, entry: Entry<Row>): void {
    const { row } = entry;
    this.#rows.set(key, entry);
    this.#ordered = undefined;
    this.#index(row, (index, value) => this.#unique.get(index)?.set(value, key));
    this.#refer(row, (group, value) => group.add(value, key));
    this.#journal.record(() => this.#take(key));
  }

  #take(key: string): void {
    const entry = this.#rows.get(key);
    if (!entry) return;
    this.#rows.delete(key);
    this.#ordered = undefined;
    this.#index(entry.row, (index, value) => this.#unique.get(index)?.delete(value));
    this.#refer(entry.row, (group, value) => group.remove(value, key));
    this.#journal.record(() => this.#put(key, entry));
  }

  #index(row: Row, visit: (index: string, value: string) => void): void {
    for (const [index, extract] of Object.entries(this.#rules.unique ?? {})) {
      const value = extract(row);
      if (value !== undefined) visit(index, value);
    }
  }

  #refer(row: Row, visit: (group: GroupIndex, value: string) => void): void {
    for (const [reference, { value: extract }] of Object.entries(this.#rules.references ?? {})) {
      const value = extract(row);
      if (value !== undefined) visit(this.#group(reference), value);
    }
    for (const [group, extract] of Object.entries(this.#rules.groups ?? {})) {
      const value = extract(row);
      if (value !== undefined) visit(this.#group(group), value);
    }
  }
}

const withoutUndefined = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as Value;
