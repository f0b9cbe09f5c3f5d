import { chromium as playwright, type Browser, type Page } from 'playwright-core';
import { chromium } from '../../scripts/chromium.mjs';

export async function launchBrowser(): Promise<Browser> {
  return playwright.launch(await chromium());
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

/** Answers what the seed's organizations have elsewhere: their logos. No test reaches the network. */
export async function answerLogos(page: Page, address: string): Promise<void> {
  const body = '<svg xmlns="http://www.w3.org/2000/svg"/>';
  await page.route(
    ({ href }) => !href.startsWith(address),
    (route) => route.fulfill({ contentType: 'image/svg+xml', body }),
  );
}

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
