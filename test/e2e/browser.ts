import * as playwright from 'playwright-core';
import { chromium } from '../../scripts/chromium.mjs';
import { firefoxPath } from '../../scripts/engines.mjs';
import { WebKitBrowser, WebKitPage } from './webkit/browser.js';

export type Role = Parameters<playwright.Page['getByRole']>[0];

export interface Named {
  readonly name?: string | RegExp;
  readonly exact?: boolean;
}

export type State = 'attached' | 'detached' | 'visible' | 'hidden';

/** What finds something on a page: as much of Playwright's interface as every engine here has. */
export interface Finder {
  locator(selector: string): Locator;
  getByRole(role: Role, named?: Named): Locator;
  getByText(text: string | RegExp, options?: { exact?: boolean }): Locator;
}

export interface Locator extends Finder {
  filter(filter: { readonly hasText: string | RegExp }): Locator;
  first(): Locator;
  nth(index: number): Locator;
  count(): Promise<number>;
  waitFor(options?: { state?: State }): Promise<void>;
  click(): Promise<void>;
  check(): Promise<void>;
  fill(text: string): Promise<void>;
  focus(): Promise<void>;
  innerText(): Promise<string>;
  textContent(): Promise<string | null>;
  allTextContents(): Promise<string[]>;
  inputValue(): Promise<string>;
  getAttribute(name: string): Promise<string | null>;
  boundingBox(): Promise<{ readonly width: number; readonly height: number } | null>;
  /** Calls a function with the element. */
  evaluate<Value>(call: (element: HTMLElement) => Value): Promise<Value>;
}

export interface Page extends Finder {
  readonly keyboard: { press(keys: string): Promise<void> };
  context(): BrowserContext;
  /** What is inside an iframe of the page. */
  frameLocator(selector: string): Finder;
  /** @param options `timeout`, in ms: 30,000 unless given; WebKit's driver has 300,000. */
  goto(address: string, options?: { readonly timeout?: number }): Promise<unknown>;
  reload(): Promise<unknown>;
  evaluate<Value>(call: () => Value | Promise<Value>): Promise<Value>;
  evaluate<Value>(call: (text: string) => Value | Promise<Value>, text: string): Promise<Value>;
  close(): Promise<void>;
}

/** A browser of a person's own: nothing in it is known to another. */
export interface BrowserContext {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

export interface Browser {
  newContext(): Promise<BrowserContext>;
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

/** The engine that `$ORGKIT_ENGINE` names, as for the element tests. */
const engine = process.env.ORGKIT_ENGINE ?? 'chromium';

/** Chromium or Firefox, with all that Playwright can do. */
export async function launchBrowser(): Promise<playwright.Browser> {
  if (engine === 'chromium') return playwright.chromium.launch(await chromium());
  return playwright.firefox.launch({ channel: 'moz-firefox', executablePath: firefoxPath(), headless: true });
}

/** The engine that is tested, with what every engine can do. */
export async function launchEngine(): Promise<Browser> {
  return engine === 'webkit' ? new WebKitBrowser() : launchBrowser();
}

/** Signs in on the sandbox's page, as a person does who picks an account there. */
export async function signInAs(page: Page, address: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: address }).click();
  await page.getByRole('button', { name: 'Switch organization' }).waitFor();
}

/** Chooses an organization in the switcher. */
export async function switchTo(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Switch organization' }).click();
  await page.getByRole('option', { name }).click();
}

/**
 * What the browser complains of in its console, of the kinds that are named, and what nobody caught. WebKit's driver tells
 * nothing of it: there it stays empty.
 */
export function consoleOf(page: Page, kinds: readonly string[]): string[] {
  const said: string[] = [];
  if (!(page instanceof WebKitPage)) {
    const driven = page as playwright.Page;
    driven.on('console', (message) => {
      if (kinds.includes(message.type())) said.push(message.text());
    });
    driven.on('pageerror', (error) => said.push(error.message));
  }
  return said;
}

/** Whether the engine that is tested measures what moves. */
export const TELLS_SHIFTS = engine === 'chromium';

/** Whether a test hears what the engine that is tested writes to the console. */
export const TELLS_CONSOLE = engine !== 'webkit';

/** Whether a module that did not come is asked for again. Firefox remembers the failure for as long as the page is there. */
export const IMPORTS_AGAIN = engine !== 'firefox';

/** Whether a window of the engine that is tested can be as narrow as a phone. */
export const CAN_BE_NARROW = engine !== 'webkit';

/** What moved since the page began, by the browser's own measure. */
export const shifts = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const read = (entries: PerformanceObserverEntryList): void => {
          const moved = entries
            .getEntries()
            .map((entry) => entry as PerformanceEntry & { value: number; sources: { node: Node | null }[] });
          resolve(moved.map(({ value, sources }) => `${sources[0]?.node?.nodeName}: ${value}`));
        };
        new PerformanceObserver(read).observe({ type: 'layout-shift', buffered: true });
        // Nothing has moved, then nothing is told.
        setTimeout(() => resolve([]), 500);
      }),
  );

/** Where the page is now. */
export const addressOf = async (page: Page): Promise<URL> =>
  new URL(await page.evaluate(() => location.href));
