import {
  focusManager,
  hashKey,
  notifyManager,
  onlineManager,
  QueryCache,
  type DefaultedQueryObserverOptions,
  type QueryClient,
  type QueryObserverOptions,
} from '@tanstack/query-core';
import type { OrgError, OrgErrorCode } from '../org-error.js';
import type { Key } from './query-keys.js';

/** Failures that may be over in a second. */
const passing: readonly OrgErrorCode[] = ['network', 'timeout', 'unavailable', 'internal'];

const defaults = {
  _defaulted: true,
  staleTime: 30_000,
  // Offline, a person shall see an error with a retry, not a skeleton for ever.
  networkMode: 'always',
  refetchOnReconnect: true,
  throwOnError: false,
  retry: (failures: number, { code }: OrgError) => failures < 2 && passing.includes(code),
  retryDelay: (failures: number) => 500 * 2 ** failures,
} as const;

/**
 * Where queries live. It takes the place of query-core's `QueryClient`, which brings mutations, endless lists and
 * imperative fetching with it: 2 kB that nobody here uses. What cache and observers ask of a client is here.
 */
export class QueryHost {
  readonly #cache: QueryCache;
  #stops: (() => void)[] = [];

  /** `onError` hears of each query that has failed after its retries, `onData` of each answer. */
  constructor(
    onError: (error: OrgError, key: Key) => void,
    onData: ((key: Key, data: unknown) => void) | undefined,
  ) {
    this.#cache = new QueryCache({
      onError: (error, { queryKey }) => onError(error as OrgError, queryKey),
      onSuccess: (_answer, { queryKey, state }) => onData?.(queryKey, state.data),
    });
  }

  /** What `QueryObserver` takes for its client. */
  get client(): QueryClient {
    return this as unknown as QueryClient;
  }

  getQueryCache(): QueryCache {
    return this.#cache;
  }

  getQueryDefaults(): undefined {
    return undefined;
  }

  defaultQueryOptions(options: QueryObserverOptions): DefaultedQueryObserverOptions {
    return { ...defaults, queryHash: hashKey(options.queryKey), ...options } as DefaultedQueryObserverOptions;
  }

  /** Resolves when the calls under way for what begins with the key have ended, however they do. */
  async settled(queryKey: Key): Promise<void> {
    const calls = this.#cache.findAll({ queryKey, fetchStatus: 'fetching' });
    await Promise.allSettled(calls.flatMap(({ promise }) => promise ?? []));
  }

  /** Begins to refetch what is stale when the window gets the focus, or the network is back. */
  start(): void {
    this.stop();
    this.#stops = [
      focusManager.subscribe((isFocused) => isFocused && this.#cache.onFocus()),
      onlineManager.subscribe((isOnline) => isOnline && this.#cache.onOnline()),
    ];
  }

  /** Stops that, and aborts the calls under way. */
  stop(): void {
    for (const stop of this.#stops) stop();
    if (this.#stops.length > 0) for (const query of this.#cache.getAll()) void query.cancel({ revert: true });
    this.#stops = [];
  }

  /** Marks what begins with the key as stale, refetches what of it is watched, and resolves when that has ended. */
  async invalidate(queryKey: Key): Promise<void> {
    const calls = notifyManager.batch(() => {
      const queries = this.#cache.findAll({ queryKey });
      for (const query of queries) query.invalidate();
      return queries
        .filter((query) => query.isActive())
        .map((query) => query.fetch(undefined, { cancelRefetch: true }));
    });
    await Promise.allSettled(calls);
  }
}
