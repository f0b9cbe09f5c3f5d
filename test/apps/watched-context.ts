import type * as playwright from 'playwright-core';
import { TELLS_SHIFTS, type Browser, type BrowserContext } from '../e2e/browser.js';
import { WebKitBrowser } from '../e2e/webkit/browser.js';

interface Watched {
  /** Of the window, where the engine allows to say so, in CSS pixels. */
  readonly width: number;
  /** Where the application is. */
  readonly address: string;
  /** What goes wrong is written here, as far as the engine tells: WebKit's driver tells nothing. */
  readonly trouble: string[];
}

/** A browser of a person's own that takes down errors of the console, and layout shifts of the application's pages. */
export async function watchedContext(
  browser: Browser | playwright.Browser,
  { width, address, trouble }: Watched,
): Promise<BrowserContext> {
  if (browser instanceof WebKitBrowser) return browser.newContext();
  const context = await (browser as playwright.Browser).newContext({ viewport: { width, height: 720 } });
  context.on('weberror', (error) => trouble.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') trouble.push(`console: ${message.text()}`);
  });
  if (TELLS_SHIFTS) await watchShifts(context, address, trouble);
  return context;
}

/** Those before the page is touched. The sandbox's pages are its own. */
async function watchShifts(
  context: playwright.BrowserContext,
  address: string,
  trouble: string[],
): Promise<void> {
  await context.exposeBinding('layoutShifted', ({ page }, shift: string) => {
    if (page.url().startsWith(address)) trouble.push(`${page.url()} moved: ${shift}`);
  });
  await context.addInitScript(() => {
    type Shift = PerformanceEntry & {
      readonly value: number;
      readonly sources: readonly {
        readonly node: Node | null;
        readonly previousRect: DOMRectReadOnly;
        readonly currentRect: DOMRectReadOnly;
      }[];
    };
    const place = ({ x, y, width, height }: DOMRectReadOnly): string => `${[x, y, width, height].join()}`;
    const { layoutShifted } = window as unknown as { layoutShifted(shift: string): void };
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as Shift;
        const moves = sources.map(
          ({ node, previousRect, currentRect }) =>
            `${node?.nodeName} from ${place(previousRect)} to ${place(currentRect)}`,
        );
        layoutShifted(`${moves.join('; ')} (${value})`);
      }
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    for (const touch of ['pointerdown', 'keydown']) {
      addEventListener(touch, () => observer.disconnect(), { capture: true });
    }
  });
}
