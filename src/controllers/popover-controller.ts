import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { placePopup, type Placement } from './place-popup.js';

interface PopoverParts {
  readonly popup: () => HTMLElement | null;
  /** What gets the focus when it has opened; by default the first control in it. */
  readonly focus?: () => HTMLElement | null | undefined;
  readonly placement?: Placement;
  /** It has closed, by whatever way. */
  readonly closed?: () => void;
}

const controls = 'input:not(:disabled), button:not(:disabled), a[href], select, textarea, [tabindex="0"]';

/**
 * One popup in the top layer that many buttons share, such as the one for the roles of whichever row was clicked: a long
 * table has one of it, not one for each row. It is anchored to the button that opened it, closes by Escape, by a click
 * outside and when the focus leaves it, and gives the focus back.
 *
 * `Key` says what it is open about. Put `popover="auto"`, `class="popup"`, `@toggle` and `@focusout` on the popup.
 */
export class PopoverController<Key> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #parts: PopoverParts;
  #key: Key | undefined;
  #pressedKey: Key | undefined;
  #trigger: HTMLElement | undefined;
  #stopPlacing: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, parts: PopoverParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  /** What it is open about; undefined while it is closed. */
  get key(): Key | undefined {
    return this.#key;
  }

  /** For `@click` of a button: opens it there, or closes it when it is open about the same. */
  async toggle(key: Key, event: MouseEvent): Promise<void> {
    // The browser has closed it already, because the press was outside of it.
    const wasOpen = this.#key === key || (event.detail > 0 && this.#pressedKey === key);
    this.#pressedKey = undefined;
    if (wasOpen) return this.close();
    await this.open(key, event.currentTarget as HTMLElement);
  }

  /** Opens it beside the trigger. Its content is rendered before it is seen. */
  async open(key: Key, trigger: HTMLElement): Promise<void> {
    this.#release();
    this.#key = key;
    this.#trigger = trigger;
    trigger.style.setProperty('anchor-name', '--org-trigger');
    trigger.setAttribute('aria-expanded', 'true');
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const popup = this.#parts.popup();
    if (!popup || this.#trigger !== trigger) return;
    if (!popup.matches(':popover-open')) popup.showPopover();
    this.#stopPlacing = placePopup(popup, trigger, this.#parts.placement ?? 'bottom-start');
    (this.#parts.focus?.() ?? popup.querySelector<HTMLElement>(controls) ?? popup).focus();
  }

  /** Closes, and gives the focus back to the button. */
  close(): void {
    const trigger = this.#trigger;
    this.#parts.popup()?.hidePopover();
    this.#forget();
    trigger?.focus();
  }

  hostConnected(): void {
    this.#host.addEventListener('pointerdown', this.#press, true);
    this.#host.addEventListener('keydown', this.#escape);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('pointerdown', this.#press, true);
    this.#host.removeEventListener('keydown', this.#escape);
    this.#forget();
  }

  /** For `@toggle` of the popup. */
  readonly settle = (event: ToggleEvent): void => {
    if (event.newState === 'open' || this.#parts.popup()?.matches(':popover-open')) return;
    // Escape leaves the focus nowhere: the browser gives it back only to what it knows as the invoker.
    const focused = this.#host.shadowRoot?.activeElement;
    // Still in what is hidden now, or already nowhere.
    const isLost = focused
      ? (this.#parts.popup()?.contains(focused) ?? false)
      : document.activeElement === document.body;
    const trigger = this.#trigger;
    this.#forget();
    if (isLost) trigger?.focus();
  };

  /** For `@focusout` of the popup: who tabs out of it leaves it closed. */
  readonly closeWhenLeft = (event: FocusEvent): void => {
    const popup = this.#parts.popup();
    const next = event.relatedTarget as Node | null;
    if (popup && next && !popup.contains(next) && next !== this.#trigger) popup.hidePopover();
  };

  readonly #press = (): void => {
    this.#pressedKey = this.#key;
  };

  /** WebKit would close the dialog around it with the same key. */
  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing || !this.#parts.popup()?.matches(':popover-open')) return;
    event.preventDefault();
    this.close();
  };

  #forget(): void {
    if (this.#key === undefined) return;
    this.#release();
    this.#key = undefined;
    this.#host.requestUpdate();
    this.#parts.closed?.();
  }

  #release(): void {
    this.#stopPlacing?.();
    this.#stopPlacing = undefined;
    this.#trigger?.style.removeProperty('anchor-name');
    this.#trigger?.setAttribute('aria-expanded', 'false');
    this.#trigger = undefined;
  }
}
