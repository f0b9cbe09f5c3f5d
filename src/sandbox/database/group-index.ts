/** Rows by a value that many of them share, each group ordered by primary key. Sorted when read, not when written. */
export class GroupIndex {
  readonly #groups = new Map<string, { keys: string[]; sorted: boolean }>();

  add(value: string, key: string): void {
    const group = this.#groups.get(value);
    if (!group) {
      this.#groups.set(value, { keys: [key], sorted: true });
      return;
    }
    const last = group.keys.at(-1);
    group.sorted &&= last === undefined || last < key;
    group.keys.push(key);
  }

  remove(value: string, key: string): void {
    const keys = this.keys(value);
    const at = position(keys, key);
    if (keys[at] !== key) return;
    // The only place that writes to a list which `keys` handed out: nobody keeps one across writes.
    (keys as string[]).splice(at, 1);
    if (keys.length === 0) this.#groups.delete(value);
  }

  /** Primary keys of a group, ascending. Valid until the next write. */
  keys(value: string): readonly string[] {
    const group = this.#groups.get(value);
    if (!group) return [];
    if (!group.sorted) {
      group.keys.sort(ascending);
      group.sorted = true;
    }
    return group.keys;
  }

  size(value: string): number {
    return this.#groups.get(value)?.keys.length ?? 0;
  }
}

const ascending = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const position = (keys: readonly string[], key: string): number => {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
};
