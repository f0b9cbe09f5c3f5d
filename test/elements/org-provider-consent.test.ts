import { expect } from '@open-wc/testing';
import type { OrgPermissionsChangeDetail } from '../../src/events.js';
import type { OrgProvider } from '../../src/elements/org-provider/org-provider.js';
import { compositeKey } from '../../src/sandbox/database/table-rules.js';
import { ROLE_IDS } from '../../src/sandbox/seed/template.js';
import { heldTokens, type HeldTokens } from '../../stories/support/held-tokens.js';
import { startInPageBackend, type InPageBackend } from '../../stories/support/in-page-backend.js';
import { openPage, until, type Page } from './org-provider-page.js';

/** The sign-in asked for less than a member holds. */
const requested = ['read:data', 'write:data', 'read:member'];
const missing = ['invite:member'];

interface Application {
  readonly backend: InPageBackend;
  readonly tokens: HeldTokens;
  /** Loads its page, which keeps its tokens as a client does. */
  load(properties?: Partial<OrgProvider>): Promise<Loaded>;
}

interface Loaded extends Page {
  readonly told: OrgPermissionsChangeDetail[];
}

async function start(userId = 'sam', backend?: InPageBackend): Promise<Application> {
  const shared = backend ?? (await startInPageBackend());
  const tokens = heldTokens(shared.getTokenOf(userId, requested));
  let last: Page | undefined;
  return {
    backend: shared,
    tokens,
    load: async (properties) => {
      last?.provider.remove();
      tokens.asked.length = 0;
      const told: OrgPermissionsChangeDetail[] = [];
      const page = await openPage({
        backend: shared,
        properties: { getToken: tokens.getToken, remember: 'tab', ...properties },
        attributes: { 'organization-id': 'northwind' },
      });
      page.root.addEventListener('org-permissions-change', (event) => told.push(event.detail));
      last = page;
      await until(() => told.length > 0, 'nothing was told');
      // Whatever it asks for by itself.
      await new Promise((resolve) => setTimeout(resolve, 150));
      return { ...page, told };
    },
  };
}

const giveBilling = ({ backend }: Application): void => {
  backend.sandbox.tenant.tables.organizationRoleUsers.insert({
    organizationId: 'northwind',
    organizationRoleId: ROLE_IDS.billing,
    userId: 'sam',
  });
};

const consentOf = ({ told }: Loaded) => told.map(({ consentRequired }) => consentRequired);

describe('a page that does not ask for all that the person holds', () => {
  afterEach(() => sessionStorage.clear());

  it('tries one new token, and is told at later loads without another', async () => {
    const application = await start();
    const first = await application.load();
    expect(consentOf(first)).to.deep.equal([missing]);
    // The one that it began with, and the one that it was tried with.
    expect(application.tokens.asked.filter((name) => name === 'northwind')).to.have.length(2);

    const second = await application.load();
    expect(consentOf(second)).to.deep.equal([missing]);
    expect(second.told[0]?.gained.permissions).to.deep.equal(missing);
    expect(application.tokens.asked).to.deep.equal([]);
    expect(second.probe.text).to.equal('northwind: member');
  });

  it('tries again when the person holds more', async () => {
    const application = await start();
    await application.load();
    giveBilling(application);
    const page = await application.load();
    const more = ['invite:member', 'manage:billing', 'read:billing'];
    expect([...(page.told[0]?.consentRequired ?? [])].sort()).to.deep.equal(more);
    expect(application.tokens.asked.filter((name) => name === 'northwind')).to.have.length(1);
    await application.load();
    expect(application.tokens.asked).to.deep.equal([]);
  });

  it('tries again after it has asked for consent', async () => {
    const application = await start();
    const { provider } = await application.load();
    await provider.requestConsent();
    const page = await application.load();
    expect(consentOf(page)).to.deep.equal([missing]);
    expect(application.tokens.asked.filter((name) => name === 'northwind')).to.have.length(1);
  });

  it('replaces a token that has too much all the same', async () => {
    const application = await start();
    await application.load();
    giveBilling(application);
    await application.load();
    const { organizationRoleUsers } = application.backend.sandbox.tenant.tables;
    for (const role of [ROLE_IDS.member, ROLE_IDS.billing]) {
      organizationRoleUsers.delete(compositeKey('northwind', role, 'sam'));
    }
    const page = await application.load();
    expect(page.told[0]?.lost.permissions).to.include('read:member');
    expect(application.tokens.asked.filter((name) => name === 'northwind')).to.have.length(1);
  });

  it('tries for each person', async () => {
    const sam = await start();
    await sam.load();
    const ada = await start('ada', sam.backend);
    await ada.load();
    expect(ada.tokens.asked.filter((name) => name === 'northwind')).to.have.length(2);
  });

  it('keeps nothing when it is to remember nothing', async () => {
    const application = await start();
    await application.load({ remember: 'none' });
    expect(sessionStorage).to.have.length(0);
    await application.load({ remember: 'none' });
    expect(application.tokens.asked.filter((name) => name === 'northwind')).to.have.length(1);
  });
});
