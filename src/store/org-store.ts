import type { Operation } from '../api/operation.js';
import type { OrgApi } from '../api/org-api.js';
import type { OrgError } from '../org-error.js';
import type { Optimism } from './optimistic.js';
import { QueryHost } from './query-host.js';
import type { Key } from './query-keys.js';
import { QueryWatch, type OrgQuery } from './query-watch.js';

/** A change, as data: made by a function in `changes/`, handed to `OrgStore.run`. */
export interface OrgChange<Result> {
  readonly operation: Operation<Result>;
  /** Beginnings of the keys of what it touches. */
  readonly touches: readonly Key[];
  /** The organization in which the person's own permissions are others afterwards: tokens do not know that yet. */
  readonly affectsMeIn?: (result: Result) => string;
  /** Shows it at once, made by `optimistically`. What it shows is put back when the change fails. */
  readonly optimistic?: Optimism;
}

/** Makes one of many changes. */
export type RunChange = <Result>(change: OrgChange<Result>) => Promise<Result>;

export interface OrgStoreHooks {
  /** A change of the person's that their tokens do not know of yet: drop them before anything is fetched again. */
  readonly onTokensStale?: (organizationId: string) => Promise<void>;
  /** What has changed, for the other tabs: keys, never data. */
  readonly onChange?: (keys: readonly Key[]) => void;
  /** A query was answered. An answer that says the same as the one before is the same object. */
  readonly onData?: (key: Key, data: unknown) => void;
  /** A query has failed for good; with the organization that it was about. */
  readonly onQueryError?: (error: OrgError, organizationId: string | undefined) => void;
}

/**
 * What is known of the backend's state: queries that are fetched once for all who watch, and changes that invalidate
 * what they touch. One store belongs to one signed-in person; another person gets another store.
 */
export class OrgStore {
  readonly #api: OrgApi;
  readonly #hooks: OrgStoreHooks;
  readonly #host: QueryHost;

  constructor(api: OrgApi, hooks: OrgStoreHooks = {}) {
    this.#api = api;
    this.#hooks = hooks;
    this.#host = new QueryHost(
      (error, [kind, id]) => hooks.onQueryError?.(error, kind === 'organization' ? String(id) : undefined),
      hooks.onData,
    );
  }

  /** Begins to refetch when the window gets the focus or the network is back. */
  start(): void {
    this.#host.start();
  }

  /** Stops that, and aborts the calls under way. What is watched stays watched until its watch is stopped. */
  stop(): void {
    this.#host.stop();
  }

  /** Resolves when the calls under way for what begins with the key have ended. Never rejects. */
  settled(key: Key): Promise<void> {
    return this.#host.settled(key);
  }

  /** Asks once for all who watch the same key. `changed` is called with every step. */
  watch<Data>(query: OrgQuery<Data>, changed: () => void): QueryWatch<Data> {
    return new QueryWatch(this.#host.client, this.#api, query, changed);
  }

  /**
   * Asks for the whole of something part by part: the answer is handed over and not kept.
   * @throws OrgError
   */
  async ask<Data>({ operation }: OrgQuery<Data>, signal?: AbortSignal): Promise<Data> {
    return this.#api.request(operation, { signal });
  }

  /**
   * Makes a change. Resolves when what it touched has been fetched again where it is watched. A failed change may have
   * left something behind: what it touches is fetched again too.
   * @throws OrgError
   */
  run<Result>(change: OrgChange<Result>): Promise<Result> {
    return this.together((run) => run(change));
  }

  /**
   * Makes many changes as one: what they touch is fetched again once, when `work` has ended, and not after each.
   * @throws what `work` throws
   */
  async together<Result>(work: (run: RunChange) => Promise<Result>): Promise<Result> {
    const touched = new Map<string, Key>();
    const run: RunChange = async ({ operation, touches, affectsMeIn, optimistic }) => {
      for (const key of touches) touched.set(JSON.stringify(key), key);
      const answer = this.#api.request(operation);
      optimistic?.(this.#host, answer);
      const result = await answer;
      if (affectsMeIn) await this.#hooks.onTokensStale?.(affectsMeIn(result));
      return result;
    };
    try {
      return await work(run);
    } finally {
      await this.touch(...touched.values());
    }
  }

  /** Tells everybody, the other tabs too, that what begins with one of the keys has changed. Never rejects. */
  async touch(...keys: readonly Key[]): Promise<void> {
    if (keys.length > 0) this.#hooks.onChange?.(keys);
    await this.invalidate(...keys);
  }

  /** Marks what begins with one of the keys as stale, and refetches what of it is watched. Never rejects. */
  async invalidate(...keys: readonly Key[]): Promise<void> {
    await Promise.all(keys.map((key) => this.#host.invalidate(key)));
  }
}
