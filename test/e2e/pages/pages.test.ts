import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bundle, facade } from '../../../scripts/bundle.mjs';
import { answerLogos, launchBrowser } from '../browser.js';
import { SETUP, startHost, type Host } from './host.js';

let browser: Browser;
let host: Host;
let page: Page;
let problems: string[];

beforeAll(async () => {
  [browser, host] = await Promise.all([launchBrowser(), startHost()]);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});
beforeEach(async () => {
  page = await browser.newPage();
  problems = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  host.fetched.length = 0;
  await answerLogos(page, host.address);
});
afterEach(async () => {
  host.tamper = undefined;
  await page.close();
});

const KIT = '<script type="module" src="/cdn/orgkit.js"></script>';
const WIDGETS =
  '<org-provider endpoint="/orgkit" remember="none" organization-id="northwind"><org-switcher></org-switcher></org-provider>';
/** The icon that a browser asks for by itself is not of the page. */
const htmlOf = (body: string, head = KIT): string =>
  `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,">${head}</head><body>${body}${SETUP}</body></html>`;

async function open(html: string, headers?: Readonly<Record<string, string>>): Promise<void> {
  host.page = { html, ...(headers && { headers }) };
  await page.goto(host.address);
}

/** A person opens the panel, sees it whole and in front, and switches. */
async function switchThere(root: Pick<Page, 'getByRole'> = page): Promise<void> {
  const button = root.getByRole('button', { name: 'Switch organization' });
  await button.click();
  const list = root.getByRole('listbox');
  await list.waitFor();
  // A real click fails when something lies over it or it is clipped away.
  await root.getByRole('option', { name: 'Halden & Frost Analytics' }).click();
  await root.getByRole('button', { name: /Halden & Frost Analytics.*Switch organization/ }).waitFor();
}

describe('a page of somebody else', () => {
  test('with a strict policy, also for Trusted Types', async () => {
    const policy =
      "default-src 'self'; style-src 'self'; script-src 'self'; img-src https: data:; require-trusted-types-for 'script'; trusted-types lit-html";
    await open(htmlOf(WIDGETS), { 'content-security-policy': policy });
    await switchThere();
    expect(problems).toEqual([]);
  });

  test('in quirks mode', async () => {
    await open(htmlOf(WIDGETS).replace('<!doctype html>', ''));
    expect(await page.evaluate(() => document.compatMode)).toBe('BackCompat');
    await switchThere();
    expect(problems).toEqual([]);
  });

  test('with an import map, which it does not need', async () => {
    const map = `<script type="importmap">{"imports":{"lit":"/nowhere.js","orgkit":"/cdn/orgkit.js"}}</script>`;
    await open(htmlOf(WIDGETS, `${map}<script type="module">import 'orgkit';</script>`));
    await switchThere();
    expect(problems).toEqual([]);
  });

  test('with hostile styles', async () => {
    const styles =
      '<style>* { all: unset } div { display: none !important } button { position: absolute; top: -99px }</style>';
    await open(htmlOf(WIDGETS, KIT + styles));
    await page.getByRole('button', { name: 'Switch organization' }).waitFor();
    const box = await page.locator('org-switcher').boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(24);
    await switchThere();
  });

  test.each([
    ['overflow: hidden', 'overflow: hidden; block-size: 60px; inline-size: 260px'],
    ['a transform', 'transform: translate(40px, 30px) rotate(0.01deg); overflow: clip; block-size: 60px'],
    [
      'containment and a stacking context',
      'contain: paint; isolation: isolate; block-size: 60px; z-index: 0; position: relative',
    ],
  ])('inside %s', async (_, style) => {
    await open(
      htmlOf(
        `<div style="${style}">${WIDGETS}</div><p style="position: relative; z-index: 2147483647; block-size: 300px">Over it</p>`,
      ),
    );
    await switchThere();
    expect(problems).toEqual([]);
  });

  test('inside a shadow root', async () => {
    await open(htmlOf(`<div id="host"><template shadowrootmode="open">${WIDGETS}</template></div>`));
    await switchThere();
    expect(problems).toEqual([]);
  });

  test('inside a modal dialog', async () => {
    await open(htmlOf(`<dialog>${WIDGETS}</dialog>`));
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await switchThere();
    expect(await page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
    expect(problems).toEqual([]);
  });

  test('inside an iframe', async () => {
    await open(htmlOf(WIDGETS));
    await page.setContent(`<iframe src="${host.address}frame" width="600" height="500"></iframe>`);
    await switchThere(page.frameLocator('iframe'));
  });

  test('with the kit on it twice', async () => {
    await open(htmlOf(WIDGETS, `${KIT}<script type="module" src="/copy/orgkit.js"></script>`));
    await switchThere();
    expect(host.fetched.filter((file) => file.endsWith('/orgkit.js'))).toEqual([
      '/cdn/orgkit.js',
      '/copy/orgkit.js',
    ]);
    expect(problems).toEqual([]);
  });

  describe('with two versions of the kit on it, the one with fewer elements', () => {
    const FEWER = '<script type="module" src="/fewer/orgkit.js"></script>';
    const widgets = WIDGETS.replace('</org-provider>', '<org-list></org-list></org-provider>');

    beforeAll(async () => {
      const chunks = await bundle(['define/org-provider', 'define/org-switcher']);
      host.scripts = new Map([
        ['fewer/orgkit.js', facade(chunks)],
        ...chunks.map(({ fileName, code }) => [`fewer/${fileName}`, code] as const),
      ]);
    });

    /** Whether the provider and the list stem from the same copy of Lit. */
    const areOfOneVersion = (): Promise<boolean> =>
      page.evaluate(() => {
        const [provider, list] = ['org-provider', 'org-list'].map((tag) => {
          let base: unknown = customElements.get(tag);
          while (Object.getPrototypeOf(base) !== HTMLElement) base = Object.getPrototypeOf(base);
          return base;
        });
        return provider === list;
      });

    test.each([
      ['first: its provider serves the other version', FEWER + KIT, false],
      ['last: it has nothing to add', KIT + FEWER, true],
    ])('%s', async (_, head, isOne) => {
      await open(htmlOf(widgets, head));
      await switchThere();
      await page.getByRole('button', { name: /Halden & Frost Analytics.*Current/ }).waitFor();
      expect(await areOfOneVersion()).toBe(isOne);
      expect(problems).toEqual([]);
    });
  });
});

describe('the autoloader', () => {
  const AUTOLOAD = '<script type="module" src="/cdn/autoload.js"></script>';
  const loaded = (tag: string): boolean => host.fetched.some((file) => file.includes(`/chunks/${tag}-`));

  test('fetches what the page uses, and what is added later', async () => {
    await open(
      htmlOf(
        '<org-provider endpoint="/orgkit" remember="none" organization-id="northwind"></org-provider>',
        AUTOLOAD,
      ),
    );
    await page.waitForFunction(() => customElements.get('org-provider'));
    expect(loaded('org-provider')).toBe(true);
    expect(loaded('org-switcher')).toBe(false);
    await page.evaluate(() => {
      const box = document.createElement('p');
      box.append(document.createElement('org-switcher'));
      document.querySelector('org-provider')?.append(box);
    });
    await switchThere();
    expect(problems).toEqual([]);
  });

  test('finds tags in the open shadow root of an element that is upgraded later', async () => {
    await open(htmlOf('<host-shell></host-shell>', AUTOLOAD));
    await page.evaluate((widgets) => {
      customElements.define(
        'host-shell',
        class extends HTMLElement {
          connectedCallback(): void {
            this.attachShadow({ mode: 'open' });
            // Not before the next task, as a framework renders.
            setTimeout(() => {
              if (this.shadowRoot) this.shadowRoot.innerHTML = widgets;
            });
          }
        },
      );
    }, WIDGETS);
    await page.waitForFunction(
      () => customElements.get('org-provider') && customElements.get('org-switcher'),
    );
    await page.evaluate(() => (window as unknown as { prepare(root: Document): void }).prepare(document));
    await switchThere();
  });

  test('beside the file with everything', async () => {
    await open(htmlOf(WIDGETS, KIT + AUTOLOAD));
    await switchThere();
    expect(problems).toEqual([]);
  });
});

describe('the integrity that the build prints', () => {
  const heads = async (): Promise<string> => {
    const text = await readFile('dist/cdn/integrity.json', 'utf8');
    const hashes = JSON.parse(text) as Readonly<Record<string, string>>;
    const integrity = Object.fromEntries(
      Object.entries(hashes).map(([file, hash]) => [`/cdn/${file}`, hash]),
    );
    return `<script type="importmap">${JSON.stringify({ integrity })}</script><script type="module" src="/cdn/orgkit.js" integrity="${hashes['orgkit.js'] ?? ''}"></script>`;
  };

  test('lets the files through as they were built', async () => {
    await open(htmlOf(WIDGETS, await heads()));
    await switchThere();
    expect(problems).toEqual([]);
  });

  test.each(['orgkit.js', 'chunks/'])('stops a %s that was changed', async (changed) => {
    host.tamper = (file, text) => (file.startsWith(changed) ? `${text};window.changed = true;` : text);
    await open(htmlOf(WIDGETS, await heads()));
    await expect.poll(() => problems.join()).toMatch(/integrity/i);
    expect(await page.evaluate(() => [customElements.get('org-switcher'), 'changed' in window])).toEqual([
      undefined,
      false,
    ]);
  });
});
