import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Gives the focus to something else where what had it goes away with an update, as a bar that closes or a message that
 * is dismissed: who works by keyboard would have to begin again at the top of the page.
 */
export class FocusController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #next: readonly string[];
  #focused: Element | null = null;
  #wasVisible = false;

  /** @param next selectors of what gets it: the first one that there is */
  constructor(host: ReactiveControllerHost & HTMLElement, ...next: readonly string[]) {
    this.#host = host;
    this.#next = next;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement ?? null;
    this.#wasVisible = this.#focused?.matches(':focus-visible') ?? false;
  }

  hostUpdated(): void {
    if (!this.#focused || this.#focused.isConnected) return;
    // Later, because a dialog that closes gives the focus back, and some changes know better where to go on.
    void this.#host.updateComplete.then(this.#find);
  }

  readonly #find = (): void => {
    if (document.activeElement !== document.body) return;
    const found = this.#next.flatMap(
      (selector) => this.#host.shadowRoot?.querySelector<HTMLElement>(selector) ?? [],
    )[0];
    // Where somebody has tapped, a field would bring up the keyboard of the screen.
    const isTapped = !this.#wasVisible && matchMedia('(pointer: coarse)').matches;
    if (!isTapped || !(found instanceof HTMLInputElement)) found?.focus({ preventScroll: true });
  };
}
