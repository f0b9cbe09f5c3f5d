import type { CSSResult, LitElement } from 'lit';

/**
 * What an element loads when it is about to be needed: most visits go without. When its code does not come, `failed` is
 * true until the next try.
 */
export class OnDemandController<Part> {
  readonly #host: LitElement;
  readonly #make: () => Promise<Part>;
  #part: Part | undefined;
  #loading: Promise<Part | undefined> | undefined;
  #failed = false;

  /** @param make imports the code, and makes of it what the element renders */
  constructor(host: LitElement, make: () => Promise<Part>) {
    this.#host = host;
    this.#make = make;
  }

  get part(): Part | undefined {
    return this.#part;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** Loads it once, however often it is called. Undefined when its code did not come. */
  readonly load = (): Promise<Part | undefined> => {
    this.#loading ??= this.#make().then(
      (part) => {
        this.#settle(part);
        return part;
      },
      () => {
        this.#loading = undefined;
        this.#settle(undefined);
        return undefined;
      },
    );
    return this.#loading;
  };

  #settle(part: Part | undefined): void {
    this.#part = part;
    this.#failed = part === undefined;
    this.#host.requestUpdate();
  }
}

/** Adds the styles of what was loaded to those of the element, which they follow. What is there already stays in place. */
export function addStyles(host: LitElement, styles: readonly CSSResult[]): void {
  const root = host.renderRoot as ShadowRoot;
  const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
  root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...sheets])];
}

/** Acts for a button with what was loaded. Pressed before it was there, the button is pressed again once it is. */
export function actWith<Part>(
  { part, load }: OnDemandController<Part>,
  event: Event,
  act: (part: Part) => void,
): void {
  if (part) return act(part);
  const button = event.currentTarget as HTMLElement;
  void load().then((loaded) => loaded && button.click());
}
