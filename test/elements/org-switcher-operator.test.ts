import { expect } from '@open-wc/testing';
import { ROLE_IDS } from '../../src/sandbox/seed/template.js';
import { mountSwitcher, type SwitcherPage } from './org-switcher-fixture.js';

/** Sam is a member of Northwind and Kestrel, and operates on all. */
const mount = (current: string): Promise<SwitcherPage> =>
  mountSwitcher({
    userId: 'sam',
    current,
    isOperator: true,
    attributes: { 'with-personal': '' },
    handler: { operatorScope: 'manage:organizations' },
    prepare: ({ sandbox }) =>
      sandbox.tenant.tables.userRoles.insertMany([{ roleId: ROLE_IDS.operator, userId: 'sam' }]),
  });

describe('<org-switcher> on an operator’s page', () => {
  it('shows an organization that is none of the person’s by its name, and the way back to theirs', async () => {
    const page = await (await mount('aoba')).ready();
    expect(page.triggerText).to.not.include('Personal account');
    await page.until(() => page.triggerText.startsWith('青葉デザイン Switch organization'), 'no name');
    await expect(page.element).to.be.accessible();

    await page.open();
    const selected = (): string[] =>
      page.options
        .filter((option) => option.getAttribute('aria-selected') === 'true')
        .map((option) => option.textContent.trim());
    expect(page.optionNames).to.have.members(['Personal account', 'Northwind Studio', 'Kestrel Bank']);
    expect(selected()).to.deep.equal([]);
    page.option('Northwind Studio').click();
    await page.until(() => page.triggerText.startsWith('Northwind Studio member'), 'it does not switch');

    await page.open();
    page.option('Personal account').click();
    await page.until(() => page.triggerText.startsWith('Personal account'), 'it does not switch');
    expect(page.backend.calls.filter((call) => call === 'GET /organizations/aoba')).to.have.length(1);
  });

  it('asks for nothing, where the page is no operator’s, when one is chosen that is none of the person’s', async () => {
    const page = await (await mountSwitcher({ userId: 'sam', current: 'northwind' })).ready();
    const errors: Event[] = [];
    const provider = page.element.closest('org-provider');
    provider?.addEventListener('org-error', (event) => errors.push(event));
    if (provider) provider.organizationId = 'aoba';
    await page.until(() => page.triggerText.startsWith('Northwind Studio member'), 'it does not come back');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(errors).to.have.length(1);
    expect(page.backend.calls.filter((call) => call === 'GET /organizations/aoba')).to.deep.equal([]);
  });

  it('asks for no profile of the person’s own', async () => {
    const page = await (await mount('northwind')).ready();
    await page.until(() => page.triggerText.startsWith('Northwind Studio member'), 'no name');
    expect(page.backend.calls.filter((call) => /organizations\/\w+$/.test(call))).to.deep.equal([]);
  });
});
