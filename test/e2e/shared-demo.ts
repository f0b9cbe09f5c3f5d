import { afterAll, beforeAll, expect } from 'vitest';
import { signInAs, switchTo, type Browser, type Page } from './browser.js';
import { startCommand, type DemoAddresses, type Started } from './demo-process.js';

export interface SharedDemo<Driven extends Browser> {
  readonly browser: Driven;
  readonly line: DemoAddresses;
}

/**
 * The demo and the browser of all tests of a file: started before the first one, ended after the last.
 * @param launch What to look at it with.
 * @param options Further options of `orgkit demo`.
 */
export function shareDemo<Driven extends Browser>(
  launch: () => Promise<Driven>,
  ...options: string[]
): SharedDemo<Driven> {
  const shared = {} as { browser: Driven; line: DemoAddresses };
  let demo: Started<DemoAddresses>;
  beforeAll(async () => {
    [shared.browser, demo] = await Promise.all([
      launch(),
      startCommand<DemoAddresses>(['demo', '--port', '0', '--json', ...options]),
    ]);
    shared.line = demo.line;
  });
  afterAll(async () => {
    await shared.browser.close();
    expect(await demo.stop()).toBe(0);
  });
  return shared;
}

/** A page of the demo in a browser of the person's own: signed in, in an organization, where a link leads. */
export async function visit(
  { browser, line }: SharedDemo<Browser>,
  address: string,
  organization?: string,
  link?: string,
): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(line.page);
  await signInAs(page, address);
  if (organization !== undefined) await switchTo(page, organization);
  if (link !== undefined) await page.getByRole('link', { name: link, exact: true }).click();
  return page;
}
