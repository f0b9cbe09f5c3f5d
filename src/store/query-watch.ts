import { hashKey, QueryObserver, type QueryClient, type QueryObserverOptions } from '@tanstack/query-core';
import type { OrgApi } from '../api/org-api.js';
import type { Operation } from '../api/operation.js';
import type { OrgError } from '../org-error.js';
import type { Key } from './query-keys.js';

/**
 * What an element asks for, as data: made by a function in `queries/`, handed to a `QueryController`. Who asks for the
 * same key shares the data and the call.
 */
export interface OrgQuery<Data> {
  readonly key: Key;
  readonly operation: Operation<Data>;
  /**
   * How much of the key another query must share for its data to stay on the screen while this one loads: a page of
   * the same list may, another organization's may not. Nothing stays when absent.
   */
  readonly keepFor?: number;
  /** Asks again after so many milliseconds, over and over, while the page can be seen. */
  readonly refetchInterval?: number;
}

/** Watches one query. */
export class QueryWatch<Data> {
  readonly #api: OrgApi;
  readonly #observer: QueryObserver<Data, OrgError>;
  readonly #stop: () => void;
  #hash: string;

  constructor(client: QueryClient, api: OrgApi, query: OrgQuery<Data>, changed: () => void) {
    this.#api = api;
    this.#hash = hashKey(query.key);
    this.#observer = new QueryObserver(client, this.#optionsOf(query));
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
    const hash = hashKey(query.key);
    if (hash === this.#hash) return;
    this.#hash = hash;
    this.#observer.setOptions(this.#optionsOf(query));
  }

  async refetch(): Promise<void> {
    await this.#observer.refetch();
  }

  stop(): void {
    this.#stop();
  }

  #optionsOf({
    key,
    operation,
    keepFor = 0,
    refetchInterval = 0,
  }: OrgQuery<Data>): QueryObserverOptions<Data, OrgError> {
    const family = (of: Key): string => hashKey(of.slice(0, keepFor));
    const keep = (previous: Data | undefined, query?: { readonly queryKey: Key }): Data | undefined =>
      keepFor && query && family(query.queryKey) === family(key) ? previous : undefined;
    return {
      queryKey: key,
      refetchInterval,
      queryFn: (call) => this.#api.request(operation, call),
      placeholderData: keep as QueryObserverOptions<Data, OrgError>['placeholderData'],
    };
  }
}
