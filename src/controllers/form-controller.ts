import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Errors<Values> = Partial<Record<keyof Values, string>>;

interface FormOptions {
  /** False where what is typed need not be guarded against leaving the page. */
  readonly isGuarded?: boolean;
}

/**
 * What a person has typed, beside what was there. It outlives errors, refetches and renderings: a field that the person
 * has touched keeps their value until it is saved or `reset()`. The browser asks before the page is left with changes.
 */
export class FormController<Values extends object> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: FormOptions;
  #base: Values;
  #edits: Partial<Values> = {};
  #errors: Errors<Values> = {};

  constructor(host: ReactiveControllerHost, base: Values, options: FormOptions = {}) {
    this.#host = host;
    this.#base = base;
    this.#options = options;
    host.addController(this);
  }

  get values(): Values {
    return { ...this.#base, ...this.#edits };
  }

  /** What differs from what was there. */
  get changes(): Partial<Values> {
    return this.#edits;
  }

  get isDirty(): boolean {
    return Object.keys(this.#edits).length > 0;
  }

  /** Why a field is not taken, by its name. */
  get errors(): Readonly<Errors<Values>> {
    return this.#errors;
  }

  /** A person's change. Back to what was there, it is none. */
  set<Name extends keyof Values>(name: Name, value: Values[Name]): void {
    const others = without(this.#edits, name);
    const isSame = JSON.stringify(value) === JSON.stringify(this.#base[name]);
    this.#edits = isSame ? others : { ...others, [name]: value };
    this.#errors = without(this.#errors, name);
    this.#host.requestUpdate();
  }

  /** Marks the fields that are not taken, instead of those before. True when there are none. */
  judge(errors: Partial<Record<keyof Values, string | undefined>>): boolean {
    this.#errors = Object.fromEntries(
      Object.entries(errors).filter(([, text]) => text !== undefined),
    ) as Errors<Values>;
    this.#host.requestUpdate();
    return Object.keys(this.#errors).length === 0;
  }

  /** What is there now, by the backend. Touched fields keep what the person typed. */
  rebase(base: Values): void {
    this.#base = base;
    const edits = Object.entries(this.#edits).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(base[name as keyof Values]),
    );
    this.#edits = Object.fromEntries(edits) as Partial<Values>;
  }

  /** Forgets what was typed. */
  readonly reset = (): void => {
    this.#edits = {};
    this.#errors = {};
    this.#host.requestUpdate();
  };

  hostConnected(): void {
    if (this.#options.isGuarded !== false) window.addEventListener('beforeunload', this.#ask);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeunload', this.#ask);
  }

  readonly #ask = (event: BeforeUnloadEvent): void => {
    if (this.isDirty) event.preventDefault();
  };
}

function without<Held extends object>(held: Held, name: keyof Held): Held {
  const rest = { ...held };
  delete rest[name];
  return rest;
}
