import { expect } from '@open-wc/testing';
import { compositeKey } from '../../src/sandbox/database/table-rules.js';
import { ROLE_IDS } from '../../src/sandbox/seed/template.js';
import { startInPageBackend } from '../../stories/support/in-page-backend.js';
import { openPage, until, untilState, type Page } from './org-provider-page.js';

/** Sam is a member of Northwind and Kestrel, and operates on all. */
async function openOperatorPage(attributes: Readonly<Record<string, string>> = {}): Promise<Page> {
  const backend = await startInPageBackend({}, { operatorScope: 'manage:organizations' });
  backend.sandbox.tenant.tables.userRoles.insertMany([{ roleId: ROLE_IDS.operator, userId: 'sam' }]);
  return openPage({ userId: 'sam', backend, attributes: { operator: '', ...attributes } });
}

const dismissOperator = ({ backend }: Page): void => {
  backend.sandbox.tenant.tables.userRoles.delete(compositeKey(ROLE_IDS.operator, 'sam'));
};

const shows = ({ probe }: Page, text: string): Promise<void> =>
  until(() => probe.text === text, `never showed "${text}", but "${probe.text}"`);

describe('<org-provider operator>', () => {
  it('opens an organization that is not the person’s, and goes back to one that is', async () => {
    const page = await openOperatorPage({ 'organization-id': 'northwind' });
    await shows(page, 'northwind: member');
    page.provider.organizationId = 'aoba';
    expect(page.provider.organizationId).to.equal('aoba');
    await shows(page, 'aoba:');
    expect(page.probe.me.data).to.include({ isOperator: true });
    page.provider.organizationId = 'northwind';
    await shows(page, 'northwind: member');
    expect(page.log.filter((entry) => entry.startsWith('org-error'))).to.deep.equal([]);
  });

  it('begins with the one that the page is about, and asks nobody before it knows whose it is', async () => {
    const page = await openOperatorPage({ 'organization-id': 'aoba' });
    await shows(page, 'aoba:');
    expect(page.provider.organizationId).to.equal('aoba');
    expect(page.backend.calls).to.deep.equal(['GET /organizations', 'GET /organizations/aoba/me']);
    await page.provider.refresh();
    await shows(page, 'aoba:');
    expect(page.log.filter((entry) => entry.startsWith('org-error'))).to.deep.equal([]);
  });

  it('undoes the switch to one that there is not', async () => {
    const page = await openOperatorPage({ 'organization-id': 'northwind' });
    await shows(page, 'northwind: member');
    page.provider.organizationId = 'nowhere';
    await until(() => page.provider.organizationId === 'northwind', 'stayed nowhere');
    await shows(page, 'northwind: member');
    expect(page.log).to.include('org-error not_found');
  });

  it('stays where only a part is not found', async () => {
    const page = await openOperatorPage({ 'organization-id': 'aoba' });
    await shows(page, 'aoba:');
    page.backend.intercept = ({ url }) =>
      url.endsWith('/me') ? Response.json({ code: 'not_found', message: '' }, { status: 404 }) : undefined;
    const before = page.backend.calls.length;
    await page.probe.me.refetch();
    await until(() => page.backend.calls.slice(before).includes('GET /organizations'), 'never looked again');
    await untilState(page, 'ready');
    expect(page.provider.organizationId).to.equal('aoba');
  });

  it('leaves an organization that is closed to the person from now on', async () => {
    const page = await openOperatorPage({ 'organization-id': 'aoba' });
    await shows(page, 'aoba:');
    dismissOperator(page);
    await page.probe.me.refetch();
    await until(() => page.provider.organizationId !== 'aoba', 'stayed');
    expect(page.log.filter((entry) => entry.startsWith('org-change'))).to.have.length(1);
    page.provider.organizationId = 'aoba';
    await until(() => page.provider.organizationId !== 'aoba', 'came back');
  });

  it('without the attribute opens none, whoever asks', async () => {
    const page = await openOperatorPage({ 'organization-id': 'northwind' });
    page.provider.operator = false;
    await page.provider.updateComplete;
    await untilState(page, 'ready');
    await shows(page, 'northwind: member');
    page.provider.organizationId = 'aoba';
    await until(() => page.provider.organizationId === 'northwind', 'stayed');
    expect(page.backend.calls.filter((call) => call.includes('aoba'))).to.deep.equal([]);
  });
});
