import {
  hashKey,
  QueryObserver,
  type QueryClient,
  type QueryKey,
  type QueryObserverOptions,
} from '@tanstack/query-core';
import type { OrgError } from '../org-error.js';

/** What an element asks for: made by `OrgStore`, to be handed to a `QueryController` or to `OrgStore.watch`. */
export interface OrgQuery<Data> {
  readonly queryKey: QueryKey;
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<Data>;
  /**
   * How much of the key another query must share for its data to stay on the screen while this one loads: a page of
   * the same list may, another organization's may not. Nothing stays when absent.
   */
  readonly keepFor?: number;
}

/** Watches one query; several watches of one query share its data and its calls. */
export class QueryWatch<Data> {
  readonly #observer: QueryObserver<Data, OrgError>;
  readonly #stop: () => void;
  #hash: string;

  constructor(client: QueryClient, query: OrgQuery<Data>, changed: () => void) {
    this.#hash = hashKey(query.queryKey);
    this.#observer = new QueryObserver(client, toOptions(query));
    this.#stop = this.#observer.subscribe(changed);
  }

  get data(): Data | undefined {
    return this.#observer.getCurrentResult().data;
  }

  get error(): OrgError | undefined {
    return this.#observer.getCurrentResult().error ?? undefined;
  }

  get isFetching(): boolean {
    return this.#observer.getCurrentResult().isFetching;
  }

  /** Follows another query from now on. */
  follow(query: OrgQuery<Data>): void {
    const hash = hashKey(query.queryKey);
    if (hash === this.#hash) return;
    this.#hash = hash;
    this.#observer.setOptions(toOptions(query));
  }

  async refetch(): Promise<void> {
    await this.#observer.refetch();
  }

  stop(): void {
    this.#stop();
  }
}

function toOptions<Data>({
  queryKey,
  queryFn,
  keepFor,
}: OrgQuery<Data>): QueryObserverOptions<Data, OrgError> {
  if (keepFor === undefined) return { queryKey, queryFn, placeholderData: undefined };
  const family = (key: QueryKey): string => hashKey(key.slice(0, keepFor));
  const keep = (previous: Data | undefined, query?: { readonly queryKey: QueryKey }): Data | undefined =>
    query && family(query.queryKey) === family(queryKey) ? previous : undefined;
  return {
    queryKey,
    queryFn,
    placeholderData: keep as QueryObserverOptions<Data, OrgError>['placeholderData'],
  };
}
