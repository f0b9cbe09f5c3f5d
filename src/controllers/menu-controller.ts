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
  /** What the popup is, or is about to become: known before the browser has done it. */
  #isShown = false;
  #hadFocus = false;
  #stopPlacing: (() => void) | undefined;

  constructor(host: MenuHost, parts: MenuParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  hostUpdated(): void {
    const popup = this.#parts.popup();
    if (!popup) this.#isShown = false;
    else if (this.#isShown !== this.#host.open) popup.togglePopover(this.#host.open);
  }

  hostDisconnected(): void {
    // The browser closes a popover that leaves the document, without telling.
    this.#isShown = this.#host.open = false;
    this.#stopPlacing?.();
  }

  /** Puts the focus into the open popup. */
  focus(): void {
    if (this.#isShown) (this.#parts.focus() ?? this.#parts.popup())?.focus();
  }

  /** Closes, and gives the focus back to the button. */
  close(): void {
    this.#parts.popup()?.hidePopover();
    this.#parts.trigger()?.focus();
  }

  /** For `@beforetoggle` of the popup: its content is rendered before it is seen. */
  readonly prepare = (event: ToggleEvent): void => {
    this.#hadFocus = this.#hasFocus();
    this.#isShown = this.#host.open = event.newState === 'open';
  };

  #hasFocus(): boolean {
    const { shadowRoot } = this.#host;
    if (shadowRoot?.activeElement) return shadowRoot.activeElement !== this.#parts.trigger();
    // In a slot: then it is a child of the host that has the focus.
    const { activeElement } = this.#host.getRootNode() as Document | ShadowRoot;
    return activeElement !== this.#host && this.#host.contains(activeElement);
  }

  /** For `@toggle` of the popup. */
  readonly settle = async (): Promise<void> => {
    this.#stopPlacing?.();
    this.#stopPlacing = undefined;
    await this.#host.updateComplete;
    const { popup, trigger } = this.#parts;
    const [element, anchor] = [popup(), trigger()];
    if (this.#isShown && element && anchor) {
      this.focus();
      this.#stopPlacing = placePopup(element, anchor, this.#host.placement);
    } else if (this.#hadFocus) {
      // The browser would do it, had the focused content not gone by then.
      anchor?.focus();
    }
  };

  /** For `@focusout` of the popup. */
  readonly closeWhenLeft = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (!(to instanceof Node) || this.#host.contains(to) || this.#host.shadowRoot?.contains(to)) return;
    this.#hadFocus = false;
    this.#parts.popup()?.hidePopover();
  };
}
