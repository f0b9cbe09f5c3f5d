import type { ReactiveControllerHost } from 'lit';

/** Which rows of a list are selected, over all its pages. */
export class SelectionController {
  readonly #host: ReactiveControllerHost;
  #ids: ReadonlySet<string> = new Set();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  get size(): number {
    return this.#ids.size;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Whether all of these are selected, some, or none: what the checkbox in the head shows. */
  of(ids: readonly string[]): 'all' | 'some' | 'none' {
    const count = ids.filter((id) => this.#ids.has(id)).length;
    if (count === 0) return 'none';
    return count === ids.length ? 'all' : 'some';
  }

  /** Adds or takes away these; the others stay. */
  set(ids: readonly string[], isSelected: boolean): void {
    const next = new Set(this.#ids);
    for (const id of ids) {
      if (isSelected) next.add(id);
      else next.delete(id);
    }
    this.#replace(next);
  }

  /** These and no others: after a batch the ones that failed. */
  keep(ids: readonly string[]): void {
    this.#replace(new Set(ids));
  }

  readonly clear = (): void => {
    if (this.#ids.size > 0) this.#replace(new Set());
  };

  #replace(ids: ReadonlySet<string>): void {
    this.#ids = ids;
    this.#host.requestUpdate();
  }
}
