import { expect } from '@open-wc/testing';
import '../../src/locales/ar.js';
import '../../src/locales/de.js';
import { addManyOrganizations, addOrganizations } from '../../stories/support/add-organizations.js';
import { emulateMedia, setViewport } from './browser-settings.js';
import { mountSwitcher } from './org-switcher-fixture.js';

describe('<org-switcher> in any page', () => {
  afterEach(async () => {
    await setViewport({ width: 800, height: 600 });
    await emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' });
    document.documentElement.removeAttribute('style');
    document.documentElement.lang = 'en';
  });

  it('stays in a window of 320 px, wherever the button is', async () => {
    await setViewport({ width: 320, height: 480 });
    for (const side of ['start', 'end']) {
      const page = await mountSwitcher({
        userId: 'noor',
        attributes: { compact: '', 'with-create': '', 'with-personal': '' },
      });
      page.root.style.textAlign = side;
      await page.open();
      const { left, right, top, bottom } = page.panel?.getBoundingClientRect() as DOMRect;
      expect(left).to.be.at.least(0);
      expect(right).to.be.at.most(320);
      expect(top).to.be.at.least(0);
      expect(bottom).to.be.at.most(480);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      page.root.remove();
    }
  });

  it('gives way in a narrow flex row, where its neighbours keep their size', async () => {
    await setViewport({ width: 320, height: 480 });
    const page = await mountSwitcher({ userId: 'ada' });
    const provider = page.element.parentElement as HTMLElement;
    const button = document.createElement('button');
    button.style.cssText = 'flex: none; inline-size: 10rem';
    provider.style.display = 'flex';
    provider.append(button);
    await page.ready();
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    expect(page.trigger?.getBoundingClientRect().right).to.be.at.most(button.getBoundingClientRect().left);
  });

  it('is as high as the text of the page needs', async () => {
    const page = await mountSwitcher();
    page.root.style.font = '24px serif';
    await page.ready();
    const box = page.trigger?.getBoundingClientRect() as DOMRect;
    const label = page.query('.trigger .label')?.getBoundingClientRect() as DOMRect;
    expect(label.top).to.be.at.least(box.top);
    expect(label.bottom).to.be.at.most(box.bottom);
  });

  it('opens upwards where there is no room below', async () => {
    await setViewport({ width: 600, height: 480 });
    const page = await mountSwitcher({ prepare: ({ sandbox }) => addManyOrganizations(sandbox, 'ada', 40) });
    page.root.style.cssText = 'position: fixed; inset: auto auto 1rem 1rem';
    await page.open();
    const [panel, trigger] = [page.panel, page.trigger].map((element) => element?.getBoundingClientRect());
    expect(panel?.bottom).to.be.at.most(trigger?.top ?? 0);
    expect(panel?.top).to.be.at.least(0);
    page.root.style.cssText = 'position: fixed; inset: 1rem auto auto 1rem';
    await page.until(() => (page.panel?.getBoundingClientRect().top ?? 0) > 60, 'it stays above');
    expect(page.panel?.getBoundingClientRect().bottom).to.be.at.most(480);
  });

  it('opens from the other side, right to left, in Arabic', async () => {
    const page = await mountSwitcher({ language: 'ar', direction: 'rtl' });
    await page.open();
    const rightOf = (element: HTMLElement | null): number =>
      Math.round(element?.getBoundingClientRect().right ?? 0);
    await page.until(() => rightOf(page.panel) === rightOf(page.trigger), 'it is elsewhere');
    expect(page.panel?.getAttribute('aria-label')).to.equal('تبديل مؤسسة');
    await expect(page.element).to.be.accessible();
  });

  it('follows the language and the word of the page when they change', async () => {
    const page = await (await mountSwitcher()).ready();
    page.root.lang = 'de-CH';
    await page.until(() => page.triggerText.includes('Organisation wechseln'), 'it stays English');
    page.root.dataset['orgTerm'] = 'workspace';
    await page.until(() => page.triggerText.includes('Arbeitsbereich wechseln'), 'it keeps its own word');
    page.root.lang = 'xx';
    await page.until(() => page.triggerText.includes('Switch workspace'), 'no fallback to English');
  });

  it('is readable on a dark page, and takes the logo for dark pages', async () => {
    const page = await mountSwitcher({
      prepare: ({ sandbox }) =>
        addOrganizations(sandbox, 'ada', [
          {
            id: 'logo',
            name: 'Logo',
            logoUrl: new URL('../../stories/support/logo.svg', import.meta.url).href,
            darkLogoUrl: new URL('../../stories/support/logo-dark.svg', import.meta.url).href,
          },
        ]),
    });
    await page.open();
    const source = (): string | null | undefined =>
      page.option('Logo').querySelector('img')?.getAttribute('src');
    expect(source()).to.match(/logo\.svg$/);
    document.documentElement.style.cssText = 'color-scheme: dark; background: Canvas; color: CanvasText';
    await page.until(() => source()?.endsWith('logo-dark.svg'), 'it keeps the logo for light pages');
    await expect(page.element).to.be.accessible();
  });

  it('leaves the initials where a logo does not load', async () => {
    const page = await mountSwitcher({
      prepare: ({ sandbox }) =>
        addOrganizations(sandbox, 'ada', [
          { id: 'broken', name: 'Broken Logo', logoUrl: new URL('/nowhere.svg', location.href).href },
        ]),
    });
    await page.open();
    const image = page.option('Broken Logo').querySelector('img') as HTMLImageElement;
    await page.until(() => image.complete, 'the image never settles');
    expect(image.parentElement?.textContent?.trim()).to.equal('BL');
    expect(getComputedStyle(image).opacity).to.equal('0');
  });

  it('draws initials for names of any script', async () => {
    const names: Readonly<Record<string, string>> = {
      acme: 'A',
      'Northern  Lights GmbH': 'NG',
      'a.b-c': 'AC',
      株式会社みどり: '株',
      'مؤسسة النور': 'م',
      'Ёлка и Ко': 'ЁК',
      '👩‍🚀 Space Crew': '👩‍🚀',
      '42 North': '4N',
    };
    const page = await mountSwitcher({
      prepare: ({ sandbox }) =>
        addOrganizations(
          sandbox,
          'ada',
          Object.keys(names).map((name, index) => ({ id: `name-${index}`, name })),
        ),
    });
    await page.open();
    for (const [name, initials] of Object.entries(names)) {
      expect(page.option(name).querySelector('[part="avatar"]')?.textContent?.trim(), name).to.equal(
        initials,
      );
    }
  });

  it('can be read with forced colors', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const page = await (await mountSwitcher({ attributes: { 'with-create': '' } })).open();
    const active = page.query('[data-active]') as HTMLElement;
    expect(getComputedStyle(active).backgroundColor).to.not.equal(
      getComputedStyle(page.panel as HTMLElement).backgroundColor,
    );
  });

  it('does not move with reduced motion', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const page = await (await mountSwitcher()).open();
    const parts = [...page.shadow.querySelectorAll('*')];
    expect(parts).to.include(page.panel);
    for (const part of parts) {
      expect(getComputedStyle(part).transitionDuration, part.className).to.match(/^0s(, 0s)*$/);
    }
  });

  it('has targets of 24 px and more', async () => {
    const page = await mountSwitcher({
      userId: 'noor',
      attributes: { 'with-create': '', 'with-personal': '' },
    });
    await page.open();
    await page.until(() => page.control('Join Northwind Studio'), 'no invitation');
    const targets = page.shadow.querySelectorAll('button, a, [role="option"]');
    expect(targets.length).to.be.greaterThan(4);
    for (const target of targets) {
      const { width, height } = target.getBoundingClientRect();
      expect(Math.min(width, height), target.outerHTML).to.be.at.least(24);
    }
  });

  it('keeps its place when the browser has no anchors', async () => {
    const { supports } = CSS;
    CSS.supports = (...args: string[]) =>
      args[0] !== 'position-area' && supports(...(args as [string, string]));
    try {
      const page = await (await mountSwitcher()).open();
      await page.until(() => page.panel?.style.left, '@floating-ui/dom does not place it');
      const [panel, trigger] = [page.panel, page.trigger].map((element) => element?.getBoundingClientRect());
      expect(panel?.top).to.be.at.least(trigger?.bottom ?? Infinity);
    } finally {
      CSS.supports = supports;
    }
  });
});
