import type { ReactiveController, ReactiveControllerHost } from 'lit';

const TOLD_FOR = 2_000; // milliseconds

/** Copies texts, and knows for a moment which one was copied, for the button that did it. */
export class CopyController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #copied: string | undefined;
  #refused: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The text that was copied a moment ago. */
  get copied(): string | undefined {
    return this.#copied;
  }

  /** The text that the browser did not let be copied: show it, so that a person can. */
  get refused(): string | undefined {
    return this.#refused;
  }

  /** False when the browser does not allow it. */
  async copy(text: string): Promise<boolean> {
    // Without a secure context there is no clipboard.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    const isCopied = await (clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))).then(
      () => true,
      () => false,
    );
    this.#set(isCopied ? text : undefined, isCopied ? undefined : text);
    clearTimeout(this.#timer);
    if (isCopied) this.#timer = setTimeout(() => this.#set(undefined, undefined), TOLD_FOR);
    return isCopied;
  }

  readonly dismiss = (): void => this.#set(undefined, undefined);

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#copied = this.#refused = undefined;
  }

  #set(copied: string | undefined, refused: string | undefined): void {
    this.#copied = copied;
    this.#refused = refused;
    this.#host.requestUpdate();
  }
}
