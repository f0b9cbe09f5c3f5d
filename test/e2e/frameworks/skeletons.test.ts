import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.js';
import { startHost, type Host } from '../pages/host.js';

let browser: Browser;
let host: Host;
beforeAll(async () => {
  [browser, host] = await Promise.all([launchBrowser(), startHost()]);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

const manifest = readFileSync(new URL('../../../custom-elements.json', import.meta.url), 'utf8');
const tags = [...manifest.matchAll(/"tagName": "(org-[^"]+)"/g)].map(([, tag = '']) => tag);
const elements = [
  ...tags.filter((tag) => tag !== 'org-provider').map((tag) => `<${tag}><b>It has content</b></${tag}>`),
  '<org-switcher compact></org-switcher>',
  '<org-invite dialog></org-invite>',
  '<org-invite languages="en de"></org-invite>',
  '<p slot="signed-out">Signed out</p>',
];

/** Where each begins, and how large it is: the next one is where it ends. */
const places = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('org-provider > *')].map((element, index) => {
        const { width, height } = element.getBoundingClientRect();
        return [`${index} ${element.localName}`, `${Math.round(width)} × ${Math.round(height)}`];
      }),
    ),
  );

test.each([
  [1100, 'auto'],
  [1100, '36rem'],
  [1100, '21rem'],
  [320, 'auto'],
])(
  'a page looks before the kit is there as it does while it loads, at %i px, in a column of %s',
  async (width, column) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    // It loads for as long as nobody gets a token.
    await page.route('**/token*', () => undefined);
    const provider = `<org-provider endpoint="/orgkit" remember="none" organization-id="northwind">${elements.join('')}</org-provider>`;
    host.page = {
      html: `<!doctype html><html lang="en"><head><link rel="stylesheet" href="/ssr.css"></head><body><div style="inline-size: ${column}">${provider}</div></body></html>`,
    };
    await page.goto(host.address);
    const before = await places(page);
    await page.addScriptTag({ type: 'module', url: '/cdn/orgkit.js' });
    await page.addScriptTag({ type: 'module', url: '/setup.js' });
    await page.locator('org-members [part=skeleton]').waitFor();
    expect(before).toEqual(await places(page));
    await page.close();
  },
);
