import { ContextConsumer } from '@lit/context';
import { nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { OrgError } from '../org-error.js';
import { orgContext, type OrgContextValue } from '../store/org-context.js';
import type { OrgStore } from '../store/org-store.js';
import type { OrgQuery, QueryWatch } from '../store/query-watch.js';

/** The context of a provider that somebody is signed in to. */
export interface ReadyContext extends OrgContextValue {
  readonly store: OrgStore;
}

/** Whoever asks for nothing yet returns one of these in place of a query. */
type Nothing = undefined | null | false | '';

type Rendered = TemplateResult | typeof nothing;

interface QueryRenderers<Data> {
  readonly pending?: () => Rendered;
  readonly error?: (error: OrgError) => Rendered;
  readonly complete?: (data: Data) => Rendered;
}

/**
 * What an element shows of the backend's state. The query is chosen anew before each update of the host, from the
 * provider's context and the host's own properties; the host is updated whenever its data changes.
 *
 * Data that was there stays while it is loaded again, and when that fails: `error` is set beside it.
 */
export class QueryController<Data> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #select: (context: ReadyContext) => OrgQuery<Data> | Nothing;
  readonly #consumer: ContextConsumer<typeof orgContext, ReactiveControllerHost & HTMLElement>;
  #store: OrgStore | undefined;
  #watch: QueryWatch<Data> | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    select: (context: ReadyContext) => OrgQuery<Data> | Nothing,
  ) {
    this.#host = host;
    this.#select = select;
    this.#consumer = new ContextConsumer(host, { context: orgContext, subscribe: true });
    host.addController(this);
  }

  /** What the provider around the host gives; undefined outside one. */
  get context(): OrgContextValue | undefined {
    return this.#consumer.value;
  }

  get data(): Data | undefined {
    return this.#watch?.data;
  }

  /** Of the last call, also when there is older data. */
  get error(): OrgError | undefined {
    return this.#watch?.error;
  }

  /** No data yet, and none refused. False when nothing is asked for. */
  get pending(): boolean {
    if (this.#watch) return this.data === undefined && !this.error;
    return this.context?.state === 'loading';
  }

  /** A call is under way, with or without older data. */
  get fetching(): boolean {
    return this.#watch?.isFetching ?? false;
  }

  /** Asks again, and resolves when the answer is there. Never rejects. */
  async refetch(): Promise<void> {
    await this.#watch?.refetch();
  }

  render({ pending, error, complete }: QueryRenderers<Data>): Rendered {
    if (this.data !== undefined) return complete?.(this.data) ?? nothing;
    if (this.error) return error?.(this.error) ?? nothing;
    return (this.pending && pending?.()) || nothing;
  }

  hostUpdate(): void {
    const { context } = this;
    const query = this.#host.isConnected && context?.store && this.#select(context as ReadyContext);
    if (!query || context.store !== this.#store) this.#stop();
    if (!query) return;
    this.#store = context.store;
    if (this.#watch) this.#watch.follow(query);
    else this.#watch = context.store.watch(query, () => this.#host.requestUpdate());
  }

  hostConnected(): void {
    // Put back: the same query may be watched again.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop();
    // The consumer keeps what the old place gave; the new one may be outside of any provider.
    delete this.#consumer.value;
  }

  #stop(): void {
    this.#watch?.stop();
    this.#watch = undefined;
  }
}
