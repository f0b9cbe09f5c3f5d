import { matchQuery, type Query, type QueryCache } from '@tanstack/query-core';
import type { QueryHost } from './query-host.js';
import type { Key } from './query-keys.js';

/** How a change shows in what was fetched, before the backend has made it. */
export interface OptimisticWrite<Data> {
  /** Beginning of the keys of what it shows in. The change has to touch all of it. */
  readonly key: Key;
  /** Makes new data, as it is after the change; also of what is fetched while the change is under way. */
  readonly update: (data: Data, around: Around) => Data;
}

/** What an update may look at besides. */
export interface Around {
  /** The whole key of the data. */
  readonly key: Key;
  /** Data of another query, as far as it is known. */
  readonly read: (key: Key) => unknown;
}

/** Shows a change until its answer has come; when that is a refusal, what was there is put back. */
export type Optimism = (host: QueryHost, answer: Promise<unknown>) => void;

/** In a module of its own: a page without such changes does not carry it. */
export function optimistically<Data>(write: OptimisticWrite<Data>): Optimism {
  return (host, answer) => {
    const cache = host.getQueryCache();
    let shown = caches.get(cache);
    if (!shown) caches.set(cache, (shown = new Shown(cache)));
    const end = shown.begin(write as OptimisticWrite<unknown>);
    void answer.then(
      // What is on its way may be from before the change.
      () => host.settled(write.key).then(() => end(true)),
      () => end(false),
    );
  };
}

const caches = new WeakMap<QueryCache, Shown>();

/**
 * What is shown in place of what the backend said, while changes are under way. Keeps what the backend said, so that
 * putting one change back takes away neither another one nor what was fetched in the meantime.
 */
class Shown {
  readonly #cache: QueryCache;
  readonly #writes = new Set<OptimisticWrite<unknown>>();
  readonly #said = new WeakMap<Query, unknown>();

  constructor(cache: QueryCache) {
    this.#cache = cache;
    cache.subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return;
      const query = event.query as Query;
      this.#said.delete(query);
      this.#show(query);
    });
  }

  begin(write: OptimisticWrite<unknown>): (isDone: boolean) => void {
    this.#writes.add(write);
    this.#showAll(write);
    return (isDone) => {
      this.#writes.delete(write);
      this.#showAll(write, isDone);
    };
  }

  #showAll(write: OptimisticWrite<unknown>, isDone = false): void {
    for (const query of this.#cache.findAll({ queryKey: write.key })) {
      if (isDone && this.#said.has(query))
        this.#said.set(query, this.#apply(write, this.#said.get(query), query));
      this.#show(query);
    }
  }

  #show(query: Query): void {
    const { data, dataUpdatedAt } = query.state;
    const writes = [...this.#writes].filter(({ key }) => matchQuery({ queryKey: key }, query));
    if (data === undefined || (writes.length === 0 && !this.#said.has(query))) return;
    const said = this.#said.has(query) ? this.#said.get(query) : data;
    if (writes.length > 0) this.#said.set(query, said);
    else this.#said.delete(query);
    const shown = writes.reduce((before, write) => this.#apply(write, before, query), said);
    query.setData(shown, { manual: true, updatedAt: dataUpdatedAt });
  }

  #apply({ update }: OptimisticWrite<unknown>, data: unknown, { queryKey }: Query): unknown {
    return update(data, { key: queryKey, read: (key) => this.#cache.find({ queryKey: key })?.state.data });
  }
}
