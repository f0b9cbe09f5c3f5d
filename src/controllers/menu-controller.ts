import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where a popup opens, in logical directions: `start` is the left edge in English and the right one in Arabic. */
export type Placement = 'bottom-start' | 'bottom-end' | 'top-start' | 'top-end';

interface MenuHost extends ReactiveControllerHost, HTMLElement {
  open: boolean;
  readonly placement: Placement;
}

/**
 * A popup in the top layer that belongs to a button: `popover="auto"`, so that Escape and a click outside close it.
 * CSS anchors it to the button (`.popup` in controls.styles.ts); where the browser can't, `@floating-ui/dom` is
 * loaded and does. The host's `open` follows the popup, and the popup follows `open`.
 */
export class MenuController implements ReactiveController {
  readonly #host: MenuHost;
  readonly #trigger: () => HTMLElement | null;
  readonly #popup: () => HTMLElement | null;
  #stopPlacing: (() => void) | undefined;

  constructor(host: MenuHost, trigger: () => HTMLElement | null, popup: () => HTMLElement | null) {
    this.#host = host;
    this.#trigger = trigger;
    this.#popup = popup;
    host.addController(this);
  }

  hostUpdated(): void {
    const popup = this.#popup();
    if (!popup?.isConnected || popup.matches(':popover-open') === this.#host.open) return;
    if (this.#host.open) popup.showPopover();
    else popup.hidePopover();
  }

  hostDisconnected(): void {
    // The browser closes a popover that leaves the document, without an event.
    this.#host.open = false;
    this.#stopPlacing?.();
  }

  /** Closes, and gives the focus back to the button. */
  close(): void {
    this.#popup()?.hidePopover();
    this.#trigger()?.focus();
  }

  /** For `@beforetoggle` of the popup: before it is seen, so that its first frame has content and place. */
  readonly follow = (event: ToggleEvent): void => {
    if (event.target !== this.#popup()) return;
    this.#host.open = event.newState === 'open';
    this.#stopPlacing?.();
    this.#stopPlacing = undefined;
    if (this.#host.open) this.place(event.target as HTMLElement);
  };

  /** For `@focusout` of the popup: whoever tabs out of it has left it. */
  readonly closeWhenLeft = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (to instanceof Node && !this.#popup()?.contains(to) && !this.#host.contains(to)) {
      if (to !== this.#trigger()) this.#popup()?.hidePopover();
    }
  };

  /** Puts a popup next to the button where CSS anchors are missing; does nothing elsewhere. */
  async place(popup: HTMLElement): Promise<void> {
    const trigger = this.#trigger();
    if (!trigger || CSS.supports('position-area', 'block-end')) return;
    const { autoUpdate, computePosition, flip, offset, shift } = await import('@floating-ui/dom');
    const update = async (): Promise<void> => {
      const { x, y } = await computePosition(trigger, popup, {
        strategy: 'fixed',
        placement: this.#host.placement,
        middleware: [offset(6), flip(), shift({ padding: 8 })],
      });
      Object.assign(popup.style, { inset: 'auto', left: `${x}px`, top: `${y}px` });
    };
    if (this.#host.isConnected) this.#stopPlacing = autoUpdate(trigger, popup, update);
  }
}
