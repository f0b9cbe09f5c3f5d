import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { startWebKit } from '../../../scripts/webkit.mjs';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** How WebDriver names an element of a page. */
export interface ElementReference {
  readonly [ELEMENT]: string;
}

/** Where a command goes: to a window, or into the iframe of it that a selector finds. */
export interface Target {
  readonly window: string;
  readonly frame?: string;
}

/** What the driver answered in place of a value. */
export class DriverError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

const require = createRequire(import.meta.url);
let axeSource: Promise<string> | undefined;
const readAxe = (): Promise<string> =>
  (axeSource ??= readFile(require.resolve('axe-core/axe.min.js'), 'utf8'));

/** A WebKit of its own, with nothing remembered from another, driven by the W3C's WebDriver protocol. */
export class Session {
  readonly #address: string;
  readonly #stop: () => void;
  /** Where commands go. */
  #target: Target | undefined;
  /** One command after the other: they share what is the current window. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(address: string, stop: () => void) {
    this.#address = address;
    this.#stop = stop;
  }

  static async start(): Promise<Session> {
    const { options, stop } = await startWebKit();
    const { 'webkitgtk:browserOptions': browserOptions } = options.capabilities;
    const driver = `http://${options.hostname}:${options.port}/session`;
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': browserOptions } };
    const { sessionId } = await request<{ sessionId: string }>('POST', driver, { capabilities });
    return new Session(`${driver}/${sessionId}`, stop);
  }

  async newWindow(): Promise<string> {
    return this.#inTurn(async () => {
      const { handle } = await this.#send<{ handle: string }>('POST', '/window/new', { type: 'window' });
      return handle;
    });
  }

  async command<Value>(target: Target, method: string, path: string, body?: object): Promise<Value> {
    return this.#inTurn(async () => {
      await this.#switchTo(target);
      return this.#send<Value>(method, path, body);
    });
  }

  /** Calls a function there, and waits for what it promises. */
  async call<Value>(target: Target, source: string, argument: unknown): Promise<Value> {
    const script = `const [argument, done] = arguments;
      Promise.resolve().then(() => (${source})(argument)).then(
        (value) => done({ value }),
        (error) => done({ error: String(error) }),
      );`;
    const { value, error } = await this.command<{ value: Value; error?: string }>(
      target,
      'POST',
      '/execute/async',
      { script, args: [argument ?? null] },
    );
    if (error !== undefined) throw new Error(error);
    return value;
  }

  /** The same for what needs axe in the page. */
  async callWithAxe<Value>(target: Target, source: string, argument: unknown): Promise<Value> {
    const call = `(argument) => 'axe' in window ? { found: (${source})(argument) } : null`;
    const answer = await this.call<{ found: Value } | null>(target, call, argument);
    if (answer) return answer.found;
    await this.command(target, 'POST', '/execute/sync', { script: await readAxe(), args: [] });
    return this.callWithAxe(target, source, argument);
  }

  /** A press of the left button, at a place of the window. */
  async click({ window }: Target, place: { readonly x: number; readonly y: number }): Promise<void> {
    const actions = [
      { type: 'pointerMove', duration: 0, ...place },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
    await this.command({ window }, 'POST', '/actions', { actions: [mouse] });
  }

  async type(target: Target, element: ElementReference, text: string): Promise<void> {
    await this.command(target, 'POST', `/element/${element[ELEMENT]}/value`, { text });
  }

  async end(): Promise<void> {
    await this.#inTurn(() => this.#send('DELETE', ''));
    this.#stop();
  }

  async #switchTo(target: Target): Promise<void> {
    const { window, frame } = target;
    if (this.#target?.window === window && this.#target.frame === frame) return;
    this.#target = undefined;
    await this.#send('POST', '/window', { handle: window });
    if (frame !== undefined) {
      const id = await this.#send('POST', '/element', { using: 'css selector', value: frame });
      await this.#send('POST', '/frame', { id });
    }
    this.#target = target;
  }

  #send<Value>(method: string, path: string, body?: object): Promise<Value> {
    return request<Value>(method, this.#address + path, body);
  }

  #inTurn<Value>(task: () => Promise<Value>): Promise<Value> {
    const result = this.#last.then(task);
    this.#last = result.catch(() => undefined);
    return result;
  }
}

async function request<Value>(method: string, address: string, body?: object): Promise<Value> {
  const response = await fetch(address, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value as Value;
  const { error, message } = value as { error: string; message: string };
  throw new DriverError(error, message);
}
