import { setTimeout as pause } from 'node:timers/promises';
import type { Locator, Named, Role, State } from '../browser.js';
import { find, pointOf, type Step, type Words } from './find.js';
import { DriverError, type ElementReference, type Session, type Target } from './session.js';

const TIMEOUT_MS = 30_000;
const PAUSE_MS = 50;

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Found {
  readonly element: ElementReference;
  readonly visible: boolean;
  readonly enabled: boolean;
}

const words = (text: string | RegExp, exact = false): Words =>
  typeof text === 'string' ? { text, exact } : { pattern: text.source, flags: text.flags };

/** Asked again for as long as the page is changing under the question. */
const isPassing = (error: unknown): boolean =>
  error instanceof DriverError &&
  /stale|not interactable|no such element|no such frame|javascript error/.test(error.code);

/** Finds in a page of WebKit as Playwright's locators find elsewhere: by role and words, waiting until it is there. */
export class WebKitLocator implements Locator {
  readonly #steps: readonly Step[];
  readonly #session: Session;
  readonly #target: Target;

  constructor(session: Session, target: Target, steps: readonly Step[] = []) {
    this.#session = session;
    this.#target = target;
    this.#steps = steps;
  }

  locator(selector: string): Locator {
    return this.#narrowed({ by: 'css', selector });
  }

  getByRole(role: Role, { name, exact }: Named = {}): Locator {
    return this.#narrowed({ by: 'role', role, name: name === undefined ? null : words(name, exact) });
  }

  getByText(text: string | RegExp, { exact }: { exact?: boolean } = {}): Locator {
    return this.#narrowed({ by: 'text', words: words(text, exact) });
  }

  filter({ hasText }: { readonly hasText: string | RegExp }): Locator {
    return this.#narrowed({ by: 'filter', hasText: words(hasText) });
  }

  first(): Locator {
    return this.nth(0);
  }

  nth(index: number): Locator {
    return this.#narrowed({ by: 'nth', index });
  }

  async count(): Promise<number> {
    return (await this.#find()).length;
  }

  async waitFor({ state = 'visible' }: { state?: State } = {}): Promise<void> {
    await this.#until(state, async () => {
      const one = await this.#one();
      const reached = {
        attached: one !== undefined,
        detached: one === undefined,
        visible: one?.visible === true,
        hidden: !one?.visible,
      };
      return reached[state] || undefined;
    });
  }

  async click(): Promise<void> {
    let before: string | null = null;
    await this.#until('clicked', async () => {
      const one = await this.#one();
      if (!one?.visible || !one.enabled) return undefined;
      const point = await this.#session.call<Point | null>(this.#target, pointOf.toString(), one.element);
      const place = point && `${point.x} ${point.y}`;
      // Not while it moves.
      if (!point || place !== before) {
        before = place;
        return undefined;
      }
      await this.#session.click(this.#target, point);
      return true;
    });
  }

  async check(): Promise<void> {
    const checked = '(box) => box.checked';
    if (!(await this.#read<boolean>(checked))) await this.click();
    if (!(await this.#read<boolean>(checked))) throw new Error(`${this.#name} is not checked.`);
  }

  async fill(text: string): Promise<void> {
    await this.#until('filled', async () => {
      const one = await this.#one();
      if (!one?.visible || !one.enabled) return undefined;
      await this.#session.call(this.#target, '(field) => (field.focus(), field.select())', one.element);
      await this.#session.type(this.#target, one.element, text);
      return true;
    });
  }

  async focus(): Promise<void> {
    await this.#read('(element) => element.focus()');
  }

  innerText(): Promise<string> {
    return this.#read('(element) => element.innerText');
  }

  textContent(): Promise<string | null> {
    return this.#read('(element) => element.textContent');
  }

  async allTextContents(): Promise<string[]> {
    const found = await this.#find();
    const read = '(element) => element.textContent';
    return Promise.all(found.map(({ element }) => this.#session.call<string>(this.#target, read, element)));
  }

  inputValue(): Promise<string> {
    return this.#read('(field) => field.value');
  }

  getAttribute(name: string): Promise<string | null> {
    return this.#read(`(element) => element.getAttribute(${JSON.stringify(name)})`);
  }

  boundingBox(): Promise<{ readonly width: number; readonly height: number } | null> {
    return this.#read('(element) => element.getBoundingClientRect().toJSON()');
  }

  evaluate<Value>(call: (element: HTMLElement) => Value): Promise<Value> {
    return this.#read(call.toString());
  }

  get #name(): string {
    return JSON.stringify(this.#steps);
  }

  #narrowed(step: Step): WebKitLocator {
    return new WebKitLocator(this.#session, this.#target, [...this.#steps, step]);
  }

  #find(): Promise<Found[]> {
    return this.#session.callWithAxe<Found[]>(this.#target, find.toString(), this.#steps);
  }

  /** The only one: a test that means one of several has to say which. */
  async #one(): Promise<Found | undefined> {
    const found = await this.#find();
    if (found.length > 1) throw new Error(`${this.#name} are ${found.length}.`);
    return found[0];
  }

  async #read<Value>(source: string): Promise<Value> {
    const { value } = await this.#until('there', async () => {
      const one = await this.#one();
      return one && { value: await this.#session.call<Value>(this.#target, source, one.element) };
    });
    return value;
  }

  async #until<Value>(what: string, attempt: () => Promise<Value | undefined>): Promise<Value> {
    const end = Date.now() + TIMEOUT_MS;
    for (;;) {
      const result = await attempt().catch((error: unknown) => {
        if (!isPassing(error) || Date.now() > end) throw error;
      });
      if (result !== undefined) return result;
      if (Date.now() > end) throw new Error(`${this.#name} was not ${what} within ${TIMEOUT_MS / 1000} s.`);
      await pause(PAUSE_MS);
    }
  }
}
