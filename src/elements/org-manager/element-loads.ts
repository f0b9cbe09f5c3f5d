import type { OrgManager } from './org-manager.js';

/** Whether an element can be shown by now. */
export type LoadState = 'loading' | 'ready' | 'failed';

/** Gets the code of elements by their tags, each once. */
export class ElementLoads {
  readonly #host: OrgManager;
  readonly #states = new Map<string, LoadState>();

  constructor(host: OrgManager) {
    this.#host = host;
  }

  /** Begins to load it when nobody has. Without a loader it is the page's own matter. */
  stateOf(tag: string): LoadState {
    const known = this.#states.get(tag);
    if (known) return known;
    const load = (this.#host.constructor as typeof OrgManager).loaders[tag];
    if (customElements.get(tag) || !load) return 'ready';
    this.#states.set(tag, 'loading');
    load().then(
      () => this.#settle(tag, 'ready'),
      () => this.#settle(tag, 'failed'),
    );
    return 'loading';
  }

  /** Tries again what failed. */
  retry(tag: string): void {
    this.#states.delete(tag);
    this.#host.requestUpdate();
  }

  #settle(tag: string, state: LoadState): void {
    this.#states.set(tag, state);
    this.#host.requestUpdate();
  }
}
