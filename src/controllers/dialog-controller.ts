import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface DialogParts {
  readonly dialog: () => HTMLDialogElement | null;
  /** False keeps it open where Escape or a click beside it would close it: something is under way, or would be lost. */
  readonly mayClose?: () => boolean;
  /** It has closed, by whatever way. */
  readonly closed?: () => void;
}

/**
 * A native modal dialog that is open as long as there is something it is about. The browser keeps the focus in it, makes
 * the rest inert, and gives the focus back afterwards. What has `data-focus` in it gets the focus first. Its template is `dialogFrame()` in elements/parts/dialog.ts.
 */
export class DialogController<Subject> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #parts: DialogParts;
  #subject: Subject | undefined;

  constructor(host: ReactiveControllerHost, parts: DialogParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  /** What it is about; undefined while it is closed. */
  get subject(): Subject | undefined {
    return this.#subject;
  }

  open(subject: Subject): void {
    this.#subject = subject;
    this.#host.requestUpdate();
  }

  /** Closes, whatever `mayClose` says. */
  readonly close = (): void => {
    if (this.#subject === undefined) return;
    this.#subject = undefined;
    this.#host.requestUpdate();
    this.#parts.closed?.();
  };

  /** Closes, when it may. */
  readonly leave = (): void => {
    if (this.#parts.mayClose?.() ?? true) this.close();
  };

  hostUpdated(): void {
    const dialog = this.#parts.dialog();
    if (!dialog) return;
    if (this.#subject !== undefined && !dialog.open) {
      dialog.showModal();
      dialog.querySelector<HTMLElement>('[data-focus]')?.focus();
    } else if (this.#subject === undefined && dialog.open) dialog.close();
  }

  hostDisconnected(): void {
    this.close();
  }

  /** For `@cancel`: Escape, or the back gesture of a phone. */
  readonly cancel = (event: Event): void => {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    this.leave();
  };

  /** For `@close`: a browser closes it at the second Escape, whatever was said at the first. */
  readonly settle = (event: Event): void => {
    // It comes late: by then it may have been opened again.
    const isOpen = (event.target as HTMLDialogElement).open;
    if (event.target === event.currentTarget && !isOpen) this.close();
  };

  /** For `@pointerdown`: a press on the backdrop. */
  readonly press = (event: PointerEvent): void => {
    if (event.target === event.currentTarget) this.leave();
  };
}
