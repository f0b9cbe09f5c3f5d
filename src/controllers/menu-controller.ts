import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { placePopup, type Placement } from './place-popup.js';

interface MenuHost extends ReactiveControllerHost, HTMLElement {
  open: boolean;
  readonly placement: Placement;
}

interface MenuParts {
  readonly trigger: () => HTMLElement | null;
  readonly popup: () => HTMLElement | null;
  /** What gets the focus when the popup has opened. */
  readonly focus: () => HTMLElement | null | undefined;
}

/**
 * A popup in the top layer that belongs to a button: `popover="auto"`, so that Escape and a click outside close it.
 * The host's `open` follows the popup, and the popup follows `open`. When it closes, the focus goes back to the
 * button; who tabs out of it leaves it closed.
 */
export class MenuController implements ReactiveController {
  readonly #host: MenuHost;
  readonly #parts: MenuParts;
  #isMoving = false;
  #stopPlacing: (() => void) | undefined;

  constructor(host: MenuHost, parts: MenuParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  hostUpdated(): void {
    const popup = this.#parts.popup();
    if (this.#isMoving || !popup?.isConnected || popup.matches(':popover-open') === this.#host.open) return;
    if (this.#host.open) popup.showPopover();
    else popup.hidePopover();
  }

  hostDisconnected(): void {
    // The browser closes a popover that leaves the document, without telling.
    this.#isMoving = false;
    this.#host.open = false;
    this.#stopPlacing?.();
  }

  /** Closes, and gives the focus back to the button. */
  close(): void {
    this.#parts.popup()?.hidePopover();
    this.#parts.trigger()?.focus();
  }

  /** For `@beforetoggle` of the popup: its content is rendered before it is seen. */
  readonly prepare = (event: ToggleEvent): void => {
    this.#isMoving = true;
    this.#host.open = event.newState === 'open';
  };

  /** For `@toggle` of the popup. */
  readonly settle = async (event: ToggleEvent): Promise<void> => {
    this.#isMoving = false;
    this.#stopPlacing?.();
    this.#stopPlacing = undefined;
    await this.#host.updateComplete;
    const { popup, trigger, focus } = this.#parts;
    const [element, anchor] = [popup(), trigger()];
    if (event.newState !== 'open' || !this.#host.open || !element || !anchor) return;
    focus()?.focus();
    this.#stopPlacing = placePopup(element, anchor, this.#host.placement);
  };

  /** For `@focusout` of the popup. */
  readonly closeWhenLeft = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (!(to instanceof Node) || this.#host.contains(to) || this.#host.shadowRoot?.contains(to)) return;
    this.#parts.popup()?.hidePopover();
  };
}
