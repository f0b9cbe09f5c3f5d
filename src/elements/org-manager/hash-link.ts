import type { ReactiveController } from 'lit';
import type { OrgManager } from './org-manager.js';

/** Keeps in the hash of the address which tab is shown, where the page wants that. */
export class HashLink implements ReactiveController {
  readonly #host: OrgManager;
  readonly #names: () => readonly string[];
  /** What is shown where the address says nothing. */
  readonly #first: string;

  /** @param names of all tabs: a hash that is none of them is the page's own */
  constructor(host: OrgManager, names: () => readonly string[]) {
    this.#host = host;
    this.#names = names;
    this.#first = host.tab;
    host.addController(this);
  }

  get #isOn(): boolean {
    return this.#host.hash !== null && !this.#host.dialog;
  }

  /** Undefined where tabs are no links. */
  get addressOf(): ((tab: { readonly name: string }) => string) | undefined {
    return this.#isOn ? ({ name }) => this.#address(name) : undefined;
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.#follow);
    this.#follow();
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#follow);
  }

  /** The tab of the address has gone: it is not an address to come back to. */
  replace(name: string): void {
    if (this.#isOn) history.replaceState(history.state, '', this.#address(name));
  }

  #address(name: string): string {
    return `#${this.#host.hash ?? ''}${encodeURIComponent(name)}`;
  }

  readonly #follow = (): void => {
    if (!this.#isOn) return;
    const name = this.#names().find((one) => this.#address(one) === location.hash);
    if (name !== undefined) this.#host.tab = name;
    else if (location.hash === '') this.#host.tab = this.#first;
  };
}
