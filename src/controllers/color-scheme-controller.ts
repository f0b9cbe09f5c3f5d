import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Whether the element is drawn dark: by the `color-scheme` that it inherits, which a media query does not know.
 * Needs the probe in tokens.styles.ts, a `light-dark()` colour on the host whose transition tells of a change.
 */
export class ColorSchemeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get dark(): boolean {
    return getComputedStyle(this.#host).columnRuleColor === 'rgb(255, 255, 255)';
  }

  hostConnected(): void {
    this.#host.addEventListener('transitionend', this.#follow);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('transitionend', this.#follow);
  }

  readonly #follow = (event: TransitionEvent): void => {
    if (event.target === this.#host && event.propertyName === 'column-rule-color') this.#host.requestUpdate();
  };
}
