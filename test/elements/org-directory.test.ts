import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/org-directory.js';
import type { OrgDirectory } from '../../src/elements/org-directory/org-directory.js';
import type { OrgChangeDetail, OrgDirectoryShowDetail } from '../../src/events.js';
import { ROLE_IDS } from '../../src/sandbox/seed/template.js';
import { addManyOrganizations } from '../../stories/support/add-organizations.js';
import { setViewport } from './browser-settings.js';
import { mount, words, type ElementPage, type PageOptions } from './element-page.js';

type Page = ElementPage<OrgDirectory>;

/** Sam is a member of Northwind and Kestrel, and operates on all. */
async function mountDirectory(options: PageOptions = {}): Promise<Page> {
  const page = await mount<OrgDirectory>('org-directory', {
    userId: 'sam',
    handler: { operatorScope: 'manage:organizations' },
    ...options,
    prepare: async (backend) => {
      backend.sandbox.tenant.tables.userRoles.insert({ roleId: ROLE_IDS.operator, userId: 'sam' });
      await options.prepare?.(backend);
    },
  });
  page.provider.operator = true;
  page.root.style.inlineSize = '60rem';
  return page;
}

async function ready(options: PageOptions = {}): Promise<Page> {
  const page = await mountDirectory(options);
  await page.until(() => page.query('table[role="table"]'), 'there is no table');
  return page;
}

const names = (page: Page): string[] => page.all('[part="name"]').map(words);
const rowOf = (page: Page, name: string): string =>
  words(page.all('tbody tr').find((row) => words(row).startsWith(name)));
const directoryCalls = ({ backend }: Page): string[] =>
  backend.calls.filter((call) => call.includes('/admin/organizations'));

describe('<org-directory>', () => {
  it('has every organization of the tenant, with what tells them apart', async () => {
    const page = await ready();
    expect(names(page)).to.have.members([
      'Northwind Studio',
      'Halden & Frost Analytics',
      '青葉デザイン',
      'Kestrel Bank',
    ]);
    expect(rowOf(page, 'Northwind')).to.match(
      /^Northwind Studio Open now You are a member Maps and instruments .* 4 .*20\d\d Open$/,
    );
    expect(rowOf(page, 'Kestrel')).to.contain('You are a member Second factor');
    expect(rowOf(page, 'Halden')).not.to.match(/member|factor|now/);
    expect(page.text).to.contain('1–4 of 4');
    expect(directoryCalls(page)).to.have.length(1);
  });

  it('opens one that the person is no member of, and asks for its management', async () => {
    const page = await ready();
    const asked: string[] = [];
    page.root.addEventListener(
      'org-manage-request',
      ({ detail }: CustomEventInit<{ organizationId: string }>) => asked.push(detail?.organizationId ?? ''),
    );
    (await page.find('Open Halden & Frost Analytics')).focus();
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.provider.organizationId === 'halden', 'it is not the current one');
    expect(asked).to.eql(['halden']);
    expect(page.announced).to.contain('Halden & Frost Analytics is open now');
    await page.until(() => rowOf(page, 'Halden').includes('Open now'), 'it is not marked');
    expect(rowOf(page, 'Northwind')).not.to.contain('Open now');
    await page.press('Open Halden & Frost Analytics');
    expect(asked, 'the current one too').to.eql(['halden', 'halden']);
  });

  it('opens nothing that the page does not want', async () => {
    const page = await ready();
    let wanted: OrgChangeDetail | undefined;
    let isAsked = false;
    page.root.addEventListener('org-manage-request', () => (isAsked = true));
    page.root.addEventListener('org-change', (event) => {
      wanted = event.detail;
      event.preventDefault();
    });
    await page.press('Open Halden & Frost Analytics');
    expect(wanted).to.eql({ organizationId: 'halden', previousOrganizationId: 'northwind' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(page.provider.organizationId).to.equal('northwind');
    expect(isAsked).to.equal(false);
  });

  it('says so when one that is listed has gone in the meantime', async () => {
    const page = await ready();
    page.backend.sandbox.tenant.tables.organizations.delete('halden');
    await page.press('Open Halden & Frost Analytics');
    await page.untilText('Switching to Halden & Frost Analytics did not work.');
    expect(page.provider.organizationId).to.equal('northwind');
    await page.press('Dismiss');
    expect(page.text).not.to.contain('did not work');
  });

  it('makes the way in a link where the page has an address for it', async () => {
    const page = await ready({ attributes: { 'open-url': '/o/{id}?from=directory' } });
    const asked: Event[] = [];
    page.root.addEventListener('org-manage-request', (event) => asked.push(event));
    page.root.addEventListener('click', (event) => event.preventDefault());
    const link = await page.find<HTMLAnchorElement>('Open Halden & Frost Analytics');
    expect(link.getAttribute('href')).to.equal('/o/halden?from=directory');
    link.click();
    await page.until(() => page.provider.organizationId === 'halden', 'it is not the current one');
    expect(asked).to.eql([]);
  });

  it('searches after a pause, tells how many there are, and keeps the choice for the page', async () => {
    const page = await ready();
    const told: OrgDirectoryShowDetail[] = [];
    page.root.addEventListener('org-directory-show', (event) => told.push(event.detail));
    const before = directoryCalls(page).length;
    const field = await page.find('Search all organizations');
    field.focus();
    await sendKeys({ type: 'kestrel' });
    await page.until(() => names(page).length === 1, 'it was not searched');
    expect(names(page)).to.eql(['Kestrel Bank']);
    expect(directoryCalls(page).slice(before)).to.eql([
      'GET /admin/organizations?page=1&page_size=20&q=kestrel',
    ]);
    expect(page.shadow.activeElement, 'the field has the focus still').to.equal(field);
    expect(page.announced).to.contain('1–1 of 1');
    expect(page.element.getAttribute('search')).to.equal('kestrel');
    expect(told.map(({ search, total, organizations }) => [search, total, organizations[0]?.id])).to.eql([
      ['kestrel', 1, 'kestrel'],
    ]);
    await page.fill('Search all organizations', 'no such thing');
    await page.untilText('Nothing matches “no such thing”');
    (await page.find('Clear search')).focus();
    await sendKeys({ press: 'Enter' });
    await page.until(() => names(page).length === 4, 'they do not come back');
    await page.until(() => page.shadow.activeElement?.closest('table'), 'the focus is lost');
    expect(page.element.hasAttribute('search')).to.equal(false);
  });

  it('turns pages, and begins where the page says', async () => {
    const page = await ready({
      attributes: { page: '2', 'page-size': '10' },
      prepare: ({ sandbox }) => addManyOrganizations(sandbox, 'ada', 30),
    });
    await page.untilText('11–20 of 34');
    await page.press('Next page');
    await page.untilText('21–30 of 34');
    expect(page.element.page).to.equal(3);
    page.element.page = 9;
    await page.untilText('31–34 of 34');
    expect(page.element.page, 'there is no ninth').to.equal(4);
  });

  it('counts as its words are read, on a page from right to left whose language it does not speak', async () => {
    const page = await ready({ language: 'he', direction: 'rtl' });
    const range = page.query('[part="range"]') as HTMLElement;
    expect(words(range)).to.equal('1–4 of 4');
    expect(getComputedStyle(range).direction).to.equal('ltr');
  });

  it('tells somebody who is no operator that it is not for them, and offers nothing', async () => {
    const page = await mountDirectory({ userId: 'ada' });
    await page.untilText('shown to its operators only');
    expect(page.query('[role="alert"]')).to.equal(null);
    expect(page.control(/Retry|Search/)).to.equal(undefined);
    const without = await mountDirectory({ handler: {} });
    await without.untilText('shown to its operators only');
  });

  it('keeps what was there when it fails later, and asks again', async () => {
    const page = await ready();
    page.backend.intercept = () => Response.json({ code: 'invalid_input', message: '' }, { status: 400 });
    await page.element.refresh();
    await page.untilText('Please check what you entered.');
    expect(names(page)).to.have.length(4);
    page.backend.intercept = undefined;
    await page.press('Retry');
    await page.until(() => !page.query('[role="alert"]'), 'the message stays');
  });

  it('has what the page puts beside each', async () => {
    const page = await ready({ content: '<b slot="row-aoba">Trial ends soon</b>' });
    const slot = page.query<HTMLSlotElement>('slot[name="row-aoba"]');
    expect(slot?.assignedElements().map(words)).to.eql(['Trial ends soon']);
  });

  it('is a list on a phone, whose values say what they are', async () => {
    const page = await ready();
    page.root.style.inlineSize = '320px';
    const [cell] = page.all('[part="members"]');
    if (!cell) throw new Error('no number');
    // Engines tell it as text, or as the attribute that it comes from.
    const told = () =>
      getComputedStyle(cell, '::before').content.replace('attr(data-label)', cell.dataset['label'] ?? '');
    await page.until(() => told().includes('Members'), 'the number stands alone');
    expect(page.element.scrollWidth).to.be.at.most(320);
  });

  for (const width of [320, 1000]) {
    it(`is accessible at ${width} px`, async () => {
      await setViewport({ width, height: 700 });
      const page = await ready();
      page.root.style.inlineSize = 'auto';
      await expect(page.element).to.be.accessible();
      await setViewport({ width: 800, height: 600 });
    });
  }
});
