/**
 * Undoes writes: every write says how to take itself back, and a transaction that throws takes back what was
 * written since it began. Transactions may nest; only the outermost one is reported as a change.
 */
export class Journal {
  readonly #onCommit: () => void;
  #undo: (() => void)[] = [];
  #depth = 0;
  #undoing = false;

  constructor(onCommit: () => void) {
    this.#onCommit = onCommit;
  }

  /** Remembers how to take a write back. Outside a transaction there is nothing to remember. */
  record(undo: () => void): void {
    if (this.#depth > 0 && !this.#undoing) this.#undo.push(undo);
  }

  /** Runs `work`: all of its writes happen, or none. Synchronous on purpose, so that nothing runs in between. */
  transaction<Result>(work: () => Result): Result {
    const savepoint = this.#undo.length;
    this.#depth += 1;
    try {
      return work();
    } catch (error) {
      this.#takeBack(savepoint);
      throw error;
    } finally {
      this.#depth -= 1;
      if (this.#depth === 0) this.#finish();
    }
  }

  #takeBack(savepoint: number): void {
    this.#undoing = true;
    while (this.#undo.length > savepoint) this.#undo.pop()?.();
    this.#undoing = false;
  }

  #finish(): void {
    const changed = this.#undo.length > 0;
    this.#undo = [];
    if (changed) this.#onCommit();
  }
}
