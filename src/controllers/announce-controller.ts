import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** Tells screen readers politely how something ended. `render()` is the region; it must always be in the template. */
export class AnnounceController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #text = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The same text twice is read twice: a space more makes it another. */
  say(text: string): void {
    this.#text = text === this.#text ? `${text}\u00a0` : text;
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    return html`<span class="spoken" role="status">${this.#text}</span>`;
  }

  hostDisconnected(): void {
    this.#text = '';
  }
}
