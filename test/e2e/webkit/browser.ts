import type { Browser, BrowserContext, Finder, Locator, Named, Page, Role } from '../browser.js';
import { WebKitLocator } from './locator.js';
import { Session, type Target } from './session.js';

/** WebDriver's names of the keys that the tests press. */
const KEYS: Readonly<Record<string, string>> = { ControlOrMeta: '\uE009', Enter: '\uE007', Escape: '\uE00C' };

export class WebKitPage implements Page {
  readonly #context: WebKitContext;
  readonly #session: Session;
  readonly #target: Target;
  readonly #root: Locator;

  constructor(context: WebKitContext, session: Session, window: string) {
    this.#context = context;
    this.#session = session;
    this.#target = { window };
    this.#root = new WebKitLocator(session, this.#target);
  }

  readonly keyboard = {
    press: async (keys: string): Promise<void> => {
      const values = keys.split('+').map((key) => KEYS[key] ?? key);
      const down = values.map((value) => ({ type: 'keyDown', value }));
      const up = values.map((value) => ({ type: 'keyUp', value })).reverse();
      await this.#command('POST', '/actions', {
        actions: [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }],
      });
    },
  };

  context(): BrowserContext {
    return this.#context;
  }

  async goto(address: string): Promise<void> {
    await this.#command('POST', '/url', { url: address });
  }

  async reload(): Promise<void> {
    await this.#command('POST', '/refresh', {});
  }

  evaluate<Value>(call: (text: string) => Value | Promise<Value>, text?: string): Promise<Value> {
    return this.#session.call(this.#target, call.toString(), text);
  }

  getByRole(role: Role, named?: Named): Locator {
    return this.#root.getByRole(role, named);
  }

  getByText(text: string | RegExp, options?: { exact?: boolean }): Locator {
    return this.#root.getByText(text, options);
  }

  locator(selector: string): Locator {
    return this.#root.locator(selector);
  }

  frameLocator(selector: string): Finder {
    return new WebKitLocator(this.#session, { ...this.#target, frame: selector });
  }

  async close(): Promise<void> {
    await this.#command('DELETE', '/window');
  }

  #command(method: string, path: string, body?: object): Promise<unknown> {
    return this.#session.command(this.#target, method, path, body);
  }
}

/** A WebKit for itself: nothing that one context is told is known to another. */
class WebKitContext implements BrowserContext {
  readonly #session: Session;
  readonly #onEnd: () => void;

  constructor(session: Session, onEnd: () => void) {
    this.#session = session;
    this.#onEnd = onEnd;
  }

  async newPage(): Promise<Page> {
    return new WebKitPage(this, this.#session, await this.#session.newWindow());
  }

  async close(): Promise<void> {
    this.#onEnd();
    await this.#session.end();
  }
}

/** WebKit with as much of Playwright's interface as the tests use. Playwright itself can drive only a WebKit of its own. */
export class WebKitBrowser implements Browser {
  readonly #contexts = new Set<BrowserContext>();

  async newContext(): Promise<BrowserContext> {
    const context: BrowserContext = new WebKitContext(await Session.start(), () =>
      this.#contexts.delete(context),
    );
    this.#contexts.add(context);
    return context;
  }

  async newPage(): Promise<Page> {
    return (await this.newContext()).newPage();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#contexts].map((context) => context.close()));
  }
}
