import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Updates its host from time to time, for texts such as "in 3 days" and "again in 12 seconds". */
export class ClockController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #pause: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isConnected = false;

  /** @param pause milliseconds until the next update, asked after each */
  constructor(host: ReactiveControllerHost, pause: () => number) {
    this.#host = host;
    this.#pause = pause;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    if (this.#isConnected) this.#timer = setTimeout(() => this.#host.requestUpdate(), this.#pause());
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    clearTimeout(this.#timer);
  }
}
