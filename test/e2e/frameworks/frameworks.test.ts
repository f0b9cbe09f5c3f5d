import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  consoleOf,
  launchEngine,
  shifts,
  TELLS_SHIFTS,
  type Browser,
  type Locator,
  type Page,
} from '../browser.js';
import { bundleForBrowser, renderOnServer, type App } from './bundle.js';
import { problemsOf, startHost, WATCH, type Host } from '../pages/host.js';

let browser: Browser;
let host: Host;
let page: Page;
/** What the framework and the browser complain about. */
let said: string[];

beforeAll(async () => {
  [browser, host] = await Promise.all([launchEngine(), startHost()]);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});
beforeEach(async () => {
  page = await browser.newPage();
  said = consoleOf(page, ['error', 'warning']);
});
afterEach(async () => {
  expect([...(await problemsOf(page)), ...said]).toEqual([]);
  await page.context().close();
});

const htmlOf = (content: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>Frameworks</title><link rel="icon" href="data:,">${WATCH}${head}</head><body><div id="root">${content}</div><script type="module" src="/browser.js"></script></body></html>`;

const switcher = (): Locator => page.locator('org-switcher');
const trigger = (name: string | RegExp = 'Switch organization'): Locator =>
  page.getByRole('button', { name });
const heard = (): Promise<string[]> => page.getByRole('listitem').allTextContents();

async function choose(name: string): Promise<void> {
  await trigger().click();
  await page.getByRole('option', { name }).click();
  await trigger(new RegExp(name)).waitFor();
}

const folder = (name: string): string => fileURLToPath(new URL(`./${name}/`, import.meta.url));
const apps: Readonly<Record<string, App>> = {
  'React 18': { folder: folder('react'), alias: { react: 'react-18', 'react-dom': 'react-dom-18' } },
  'React 19': { folder: folder('react') },
  // With its compiler of templates.
  Vue: { folder: folder('vue'), alias: { vue: 'vue/dist/vue.esm-bundler.js' } },
};

describe.each(Object.entries(apps))('%s', (_, app) => {
  beforeAll(async () => {
    host.scripts = await bundleForBrowser(app);
  });

  async function open(content = '', head = ''): Promise<void> {
    host.page = { html: htmlOf(content, head) };
    await page.goto(host.address);
  }

  test('hears events, once each, and hands over properties', async () => {
    await open();
    await choose('Northwind');
    await choose('Halden & Frost Analytics');
    await page.getByText('Current: halden').waitFor();
    const events = (await heard()).filter((text) => text.includes('halden'));
    expect(events).toEqual(['Switcher: halden', 'Provider: halden']);
    await choose('Northwind');
    await page.getByRole('button', { name: 'Go to Halden' }).click();
    await trigger(/Halden & Frost Analytics/).waitFor();
  });

  test('leaves every organization when the page says so', async () => {
    await open();
    await choose('Northwind');
    await page.getByRole('button', { name: 'Go to the personal account' }).click();
    await trigger(/Personal account/).waitFor();
    const current = page.evaluate(() => document.querySelector('org-provider')?.organizationId);
    expect(await current).toBeNull();
  });

  test('knows the current organization', async () => {
    await open();
    await trigger().waitFor();
    const current = page.evaluate(() => document.querySelector('org-provider')?.organizationId);
    await page.getByText(`Current: ${await current}`, { exact: true }).waitFor();
  });

  test('gives attributes, and takes them away again', async () => {
    await open();
    await trigger().waitFor();
    const attributes = (): Promise<string[]> => switcher().evaluate((element) => element.getAttributeNames());
    expect(await attributes()).toEqual(
      expect.arrayContaining(['id', 'with-personal', 'placement', 'data-kind']),
    );
    expect(await attributes()).not.toContain('hidden');
    const width = async (): Promise<number> => (await switcher().boundingBox())?.width ?? 0;
    expect(await width()).toBeGreaterThan(200);
    await page.getByRole('button', { name: 'Make it narrow' }).click();
    await expect.poll(width).toBeLessThan(100);
    await page.getByRole('button', { name: 'Make it wide' }).click();
    await expect.poll(width).toBeGreaterThan(200);
    await trigger().click();
    await page.getByRole('option', { name: 'Personal account' }).waitFor();
    expect(await page.locator('.app').getAttribute('data-state')).toBe('ready');
  });

  test('gives the element to a ref', async () => {
    await open();
    await trigger().waitFor();
    expect(await heard()).toContain('The ref is org-switcher');
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByText('Refreshed').waitFor();
  });

  test('works again when it was taken away and is put back', async () => {
    await open();
    await choose('Northwind');
    await page.getByRole('button', { name: 'Take it away' }).click();
    await switcher().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Put it back' }).click();
    await choose('Halden & Frost Analytics');
    const events = (await heard()).filter((text) => text === 'Switcher: halden');
    expect(events).toEqual(['Switcher: halden']);
  });

  const STYLES = '<link rel="stylesheet" href="/ssr.css">';

  test('takes over what a server has rendered', async () => {
    const content = await renderOnServer(app);
    for (const text of [
      '<org-provider ',
      'class="app"',
      'endpoint="/orgkit"',
      '<org-switcher ',
      ' with-personal',
    ])
      expect(content).toContain(text);
    expect(content).toContain('placement="bottom-end"');
    expect(content).not.toContain('organization-id');
    await open(content, STYLES);
    await choose('Halden & Frost Analytics');
    await page.getByText('Current: halden').waitFor();
  });

  test.runIf(TELLS_SHIFTS)('moves nothing that a server has rendered', async () => {
    await open(await renderOnServer(app), STYLES);
    await trigger().waitFor();
    expect(await shifts(page)).toEqual([]);
  });

  test('takes over what is upgraded already', async () => {
    const content = await renderOnServer(app);
    await open(content, '<script type="module" src="/cdn/orgkit.js"></script>');
    await choose('Halden & Frost Analytics');
    await page.getByText('Current: halden').waitFor();
  });
});
