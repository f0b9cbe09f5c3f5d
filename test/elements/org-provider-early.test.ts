import { expect } from '@open-wc/testing';
import { emit } from '../../src/events.js';
import { organizations } from '../../src/store/queries/organizations.js';
import { ROLE_IDS } from '../../src/sandbox/seed/template.js';
import { startInPageBackend, type InPageBackend } from '../../stories/support/in-page-backend.js';
import { openPage, until, untilState, type Page } from './org-provider-page.js';

interface EarlyPage extends Page {
  /** Lets the list of the person's organizations come. */
  readonly release: () => void;
}

/** A page on which the person's organizations are not known yet. */
async function openEarly(
  attributes: Readonly<Record<string, string>>,
  options: { readonly userId: string; readonly backend?: InPageBackend },
): Promise<EarlyPage> {
  const { userId, backend = await startInPageBackend() } = options;
  const release = hold(backend, '/organizations');
  const page = await openPage({ userId, backend, attributes });
  await until(() => page.probe.consumer.value?.store, 'nobody was signed in');
  return { ...page, release };
}

/** Answers what ends like this only when it is released. */
function hold(backend: InPageBackend, path: string): () => void {
  const held: (() => void)[] = [];
  let isHeld = true;
  backend.intercept = async ({ url }) => {
    if (isHeld && url.endsWith(path)) await new Promise<void>((resolve) => held.push(resolve));
    return undefined;
  };
  return () => {
    isHeld = false;
    for (const resolve of held) resolve();
  };
}

const choose = ({ probe, provider }: Page, organizationId: string | null): boolean =>
  emit(
    probe,
    'org-change',
    { organizationId, previousOrganizationId: provider.organizationId },
    { cancelable: true },
  );

const refusalOf = ({ probe }: Page) => probe.consumer.value?.refusal;

const shows = ({ probe }: Page, text: string): Promise<void> =>
  until(() => probe.text === text, `never showed "${text}", but "${probe.text}"`);

describe('an organization that is chosen before the list of mine has come', () => {
  it('is current as soon as the list has come, the last one of several', async () => {
    const page = await openEarly({ 'organization-id': 'northwind' }, { userId: 'ada' });
    choose(page, 'kestrel');
    choose(page, 'halden');
    await shows(page, 'northwind: admin');
    page.release();
    await shows(page, 'halden: member');
    expect(page.provider.organizationId).to.equal('halden');
    expect(page.log.filter((line) => line.startsWith('org-error'))).to.deep.equal([]);
  });

  it('is refused as aloud as later, and the page is where it would have begun', async () => {
    const page = await openEarly({ 'organization-id': 'northwind' }, { userId: 'sam' });
    choose(page, 'kestrel');
    page.release();
    await until(() => refusalOf(page), 'no refusal');
    expect(refusalOf(page)?.organizationId).to.equal('kestrel');
    expect(refusalOf(page)?.error.code).to.equal('mfa_required');
    expect(page.log).to.include('org-error mfa_required');
    expect(page.log).to.include(
      'org-change {"organizationId":"northwind","previousOrganizationId":"kestrel"}',
    );
    await shows(page, 'northwind: member');
  });

  it('is refused as aloud when the page keeps what is current itself', async () => {
    const page = await openEarly({ 'organization-id': 'northwind' }, { userId: 'sam' });
    page.root.addEventListener('org-change', ({ detail }) =>
      setTimeout(() => (page.provider.organizationId = detail.organizationId)),
    );
    choose(page, 'kestrel');
    await new Promise((resolve) => setTimeout(resolve, 20));
    page.release();
    await until(() => refusalOf(page), 'no refusal');
    expect(refusalOf(page)?.error.code).to.equal('mfa_required');
    expect(page.provider.organizationId).to.equal('northwind');
  });

  it('leads back to the first of mine when it is none of them and nothing was kept', async () => {
    const page = await openEarly({}, { userId: 'ada' });
    choose(page, 'aoba');
    page.release();
    await until(() => refusalOf(page), 'no refusal');
    expect(refusalOf(page)?.error.code).to.equal('not_a_member');
    expect(page.provider.organizationId).to.be.oneOf(['halden', 'kestrel', 'northwind']);
  });

  it('may be the personal account', async () => {
    const page = await openEarly({ 'organization-id': 'northwind' }, { userId: 'ada' });
    choose(page, null);
    page.release();
    await untilState(page, 'ready');
    expect(page.provider.organizationId).to.equal(null);
  });

  it('is current at once when an element has the list already', async () => {
    const backend = await startInPageBackend();
    // What was kept is being read: until then the provider does not look at the list.
    const release = hold(backend, '/me');
    const page = await openPage({ backend, attributes: { 'organization-id': 'northwind' } });
    await until(() => backend.calls.includes('GET /organizations/northwind/me'), 'never asked');
    const list = page.probe.consumer.value?.store?.watch(organizations(), () => undefined);
    await until(() => list?.data, 'there is no list');
    expect(page.provider.state).to.equal('loading');
    choose(page, 'halden');
    await Promise.resolve();
    expect(page.provider.organizationId).to.equal('halden');
    release();
    await shows(page, 'halden: member');
    list?.stop();
  });

  it('gives way to what the page says afterwards, which elements follow at once', async () => {
    const page = await openEarly({ 'organization-id': 'northwind' }, { userId: 'ada' });
    choose(page, 'halden');
    await Promise.resolve();
    page.provider.setAttribute('organization-id', 'kestrel');
    await shows(page, 'kestrel: admin');
    expect(page.provider.state).to.equal('loading');
    page.release();
    await untilState(page, 'ready');
    await shows(page, 'kestrel: admin');
  });

  it('is opened to an operator, and the refusal of one that there is not is told', async () => {
    const backend = await startInPageBackend({}, { operatorScope: 'manage:organizations' });
    backend.sandbox.tenant.tables.userRoles.insertMany([{ roleId: ROLE_IDS.operator, userId: 'sam' }]);
    const open = (attributes: Readonly<Record<string, string>>): Promise<EarlyPage> =>
      openEarly({ operator: '', ...attributes }, { userId: 'sam', backend });
    const page = await open({});
    choose(page, 'aoba');
    page.release();
    await shows(page, 'aoba:');
    const other = await open({ 'organization-id': 'northwind' });
    choose(other, 'nowhere');
    other.release();
    await until(() => refusalOf(other), 'no refusal');
    expect(other.log).to.include('org-error not_found');
    await shows(other, 'northwind: member');
  });
});
