import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bundle, facade } from '../../../scripts/bundle.mjs';
import { consoleOf, IMPORTS_AGAIN, launchEngine, type Browser, type Finder, type Page } from '../browser.js';
import { elementsOf, type Manifest } from '../../house/elements.js';
import { problemsOf, SETUP, startHost, WATCH, type Host, type HostPage } from './host.js';

let browser: Browser;
let host: Host;
let page: Page;
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
  said = consoleOf(page, ['error']);
  host.fetched.length = 0;
});
afterEach(async () => {
  host.tamper = undefined;
  host.refuses = undefined;
  await page.context().close();
});

/** What the page heard, and the browser's console. */
const problems = async (): Promise<string[]> => [...(await problemsOf(page)), ...said];

const KIT = '<script type="module" src="/cdn/orgkit.js"></script>';
const WIDGETS =
  '<org-provider endpoint="/orgkit" remember="none" organization-id="northwind"><org-switcher></org-switcher></org-provider>';
/** The icon that a browser asks for by itself is not of the page. */
const htmlOf = (body: string, head = KIT): string =>
  `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,">${WATCH}${head}</head><body>${body}${SETUP}</body></html>`;

async function open(html: string, more: Omit<HostPage, 'html'> = {}): Promise<void> {
  host.page = { html, ...more };
  await page.goto(host.address);
}

/** A person opens the panel, sees it whole and in front, and switches. */
async function switchThere(root: Finder = page): Promise<void> {
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
      "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types lit-html";
    await open(htmlOf(WIDGETS), { headers: { 'content-security-policy': policy } });
    await switchThere();
    expect(await problems()).toEqual([]);
  });

  test('in quirks mode', async () => {
    await open(htmlOf(WIDGETS).replace('<!doctype html>', ''));
    expect(await page.evaluate(() => document.compatMode)).toBe('BackCompat');
    await switchThere();
    expect(await problems()).toEqual([]);
  });

  test('with an import map, which it does not need', async () => {
    const map = `<script type="importmap">{"imports":{"lit":"/nowhere.js","orgkit":"/cdn/orgkit.js"}}</script>`;
    await open(htmlOf(WIDGETS, `${map}<script type="module">import 'orgkit';</script>`));
    await switchThere();
    expect(await problems()).toEqual([]);
  });

  test('in German, by a script tag too', async () => {
    const german = '<script type="module" src="/cdn/locales/de.js"></script>';
    await open(htmlOf(WIDGETS, KIT + german).replace('lang="en"', 'lang="de"'));
    await page.getByRole('button', { name: 'Organisation wechseln' }).waitFor();
    expect(await problems()).toEqual([]);
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
    expect(await problems()).toEqual([]);
  });

  test('inside a shadow root', async () => {
    await open(htmlOf(`<div id="host"><template shadowrootmode="open">${WIDGETS}</template></div>`));
    await switchThere();
    expect(await problems()).toEqual([]);
  });

  test('inside a modal dialog', async () => {
    await open(htmlOf(`<dialog>${WIDGETS}</dialog>`));
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await switchThere();
    expect(await page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
    expect(await problems()).toEqual([]);
  });

  test('inside an iframe', async () => {
    const frame = htmlOf(WIDGETS);
    await open(htmlOf('<iframe src="/frame" width="600" height="500"></iframe>', ''), { frame });
    await switchThere(page.frameLocator('iframe'));
  });

  test('with the kit on it twice', async () => {
    await open(htmlOf(WIDGETS, `${KIT}<script type="module" src="/copy/orgkit.js"></script>`));
    await switchThere();
    // In the order that the engine likes.
    expect(host.fetched.filter((file) => file.endsWith('/orgkit.js')).sort()).toEqual([
      '/cdn/orgkit.js',
      '/copy/orgkit.js',
    ]);
    expect(await problems()).toEqual([]);
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
      expect(await problems()).toEqual([]);
    });
  });
});

describe('a setting that is taken away', () => {
  const manifest = readFileSync(new URL('../../../custom-elements.json', import.meta.url), 'utf8');
  const elements = elementsOf(JSON.parse(manifest) as Manifest).map(({ tagName = '', attributes = [] }) => ({
    tagName,
    attributes: attributes.map(({ name = '', fieldName = '' }) => ({ name, fieldName })),
  }));
  const rest = elements.map(({ tagName }) => tagName).filter((tag) => !/-(?:provider|switcher)$/.test(tag));
  const all = WIDGETS.replace(
    '</org-provider>',
    `${rest.map((tag) => `<${tag}></${tag}>`).join('')}</org-provider>`,
  );
  const settings = elements
    .filter(({ tagName }) => tagName !== 'org-provider')
    .flatMap(({ tagName, attributes }) => attributes.map((attribute) => ({ tagName, ...attribute })));

  type Taken = HTMLElement & Record<string, unknown>;
  test.each([
    [
      'an attribute',
      async (given: string) => {
        for (const { tagName, name, fieldName } of JSON.parse(given) as typeof settings) {
          const element = document.querySelector(tagName) as Taken;
          const value = element[fieldName];
          element.setAttribute(
            name,
            typeof value === 'string' || typeof value === 'number' ? `${value}` : '',
          );
          await element['updateComplete'];
          element.removeAttribute(name);
          await element['updateComplete'];
        }
      },
    ],
    [
      'a property, which frameworks set to nothing',
      async (given: string) => {
        for (const { tagName, fieldName } of JSON.parse(given) as typeof settings) {
          const element = document.querySelector(tagName) as Taken;
          for (const nothing of [undefined, null]) {
            element[fieldName] = nothing;
            await element['updateComplete'];
          }
        }
      },
    ],
  ])('breaks nothing: %s', async (_, takeAway) => {
    await open(htmlOf(all));
    const columns = page.locator('org-members').first().getByRole('columnheader');
    await columns.filter({ hasText: 'Roles' }).waitFor();
    const before = await columns.allTextContents();
    await page.evaluate(takeAway, JSON.stringify(settings));
    await expect.poll(() => columns.allTextContents()).toEqual(before);
    await switchThere();
    // The directory asks whether this is an operator, and hears that there is no such page.
    expect((await problems()).filter((text) => !/status of 404/.test(text))).toEqual([]);
  });
});

describe('the autoloader', () => {
  const AUTOLOAD = '<script type="module" src="/cdn/autoload.js"></script>';
  const NOT_LOADED = '<org-switcher> could not be loaded.';
  const isSwitcher = (file: string): boolean => file.startsWith('chunks/org-switcher-');
  const defined = (tag: string): Promise<void> =>
    page.evaluate((name) => customElements.whenDefined(name).then(() => undefined), tag);
  const loaded = (tag: string): boolean => host.fetched.some((file) => file.includes(`/chunks/${tag}-`));

  test('fetches what the page uses, and what is added later', async () => {
    await open(
      htmlOf(
        '<org-provider endpoint="/orgkit" remember="none" organization-id="northwind"></org-provider>',
        AUTOLOAD,
      ),
    );
    await defined('org-provider');
    expect(loaded('org-provider')).toBe(true);
    expect(loaded('org-switcher')).toBe(false);
    await page.evaluate(() => {
      const box = document.createElement('p');
      box.append(document.createElement('org-switcher'));
      document.querySelector('org-provider')?.append(box);
    });
    await switchThere();
    expect(await problems()).toEqual([]);
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
    await defined('org-provider');
    await defined('org-switcher');
    await page.evaluate(() => (window as unknown as { prepare(root: Document): void }).prepare(document));
    await switchThere();
  });

  test('says what does not come', async () => {
    host.refuses = isSwitcher;
    await open(htmlOf(WIDGETS, AUTOLOAD));
    await expect.poll(async () => (await problems()).join()).toContain(NOT_LOADED);
  });

  test.skipIf(!IMPORTS_AGAIN)('asks again for what did not come', async () => {
    let refused = 0;
    host.refuses = (file) => isSwitcher(file) && (refused += 1) === 1;
    await open(htmlOf(WIDGETS, AUTOLOAD));
    await switchThere();
    expect(refused).toBe(2);
    expect((await problems()).join()).not.toContain(NOT_LOADED);
  });

  test.skipIf(!IMPORTS_AGAIN)('asks for what did not come when the next tag of it is added', async () => {
    host.refuses = isSwitcher;
    await open(htmlOf(WIDGETS, AUTOLOAD));
    await expect.poll(async () => (await problems()).join()).toContain(NOT_LOADED);
    host.refuses = undefined;
    await page.evaluate(() => {
      document.querySelector('org-provider')?.append(document.createElement('org-switcher'));
    });
    await defined('org-switcher');
  });

  test('beside the file with everything', async () => {
    await open(htmlOf(WIDGETS, KIT + AUTOLOAD));
    await switchThere();
    expect(await problems()).toEqual([]);
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
    expect(await problems()).toEqual([]);
  });

  test.each(['orgkit.js', 'chunks/'])('stops a %s that was changed', async (changed) => {
    host.tamper = (file, text) => (file.startsWith(changed) ? `${text};window.changed = true;` : text);
    await open(htmlOf(WIDGETS, await heads()));
    await expect.poll(async () => (await problems()).join()).toMatch(/script did not load.+orgkit\.js/);
    const [hasSwitcher, ran] = await page.evaluate(() => [
      customElements.get('org-switcher') !== undefined,
      'changed' in window,
    ]);
    expect({ hasSwitcher, ran }).toEqual({ hasSwitcher: false, ran: false });
  });
});
