import { expect, fixture, html } from '@open-wc/testing';
import { emit, type OrgBeforeDetail } from '../../src/events.js';
import { compositeKey } from '../../src/sandbox/database/table-rules.js';
import { OrgProvider } from '../../src/elements/org-provider/org-provider.js';
import { startInPageBackend } from '../../stories/support/in-page-backend.js';
import { organizationsKey } from '../../src/store/query-keys.js';
import { openPage, type RolesProbe, until, untilState, type Page } from './org-provider-page.js';

const switchTo = ({ probe, provider }: Page, organizationId: string | null): boolean =>
  emit(
    probe,
    'org-change',
    { organizationId, previousOrganizationId: provider.organizationId },
    { cancelable: true },
  );

const shows = ({ probe }: Page, text: string): Promise<void> =>
  until(() => probe.text === text, `never showed "${text}", but "${probe.text}"`);

async function captureWarnings(act: () => Promise<void>): Promise<string[]> {
  const warn = console.warn;
  const texts: string[] = [];
  console.warn = (text: string) => void texts.push(text);
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return texts;
}

describe('<org-provider>', () => {
  it('goes from loading to ready, with the first organization, and tells it', async () => {
    const page = await openPage();
    await untilState(page, 'ready');
    expect(page.log).to.deep.equal([
      'org-state-change {"state":"loading"}',
      'org-state-change {"state":"ready"}',
    ]);
    expect(page.provider.organizationId).to.be.a('string');
    await until(() => page.probe.text.includes(':'), 'the probe never got its data');
    await expect(page.provider).to.be.accessible();
  });

  it('begins with the organization of the attribute, and ignores one that is not mine', async () => {
    const page = await openPage({ attributes: { 'organization-id': 'kestrel' } });
    await shows(page, 'kestrel: admin');
    const other = await openPage({ attributes: { 'organization-id': 'aoba' } });
    await untilState(other, 'ready');
    expect(other.provider.organizationId).to.not.equal('aoba');
  });

  it('switches at once, and gives the new organization’s data', async () => {
    const page = await openPage({ attributes: { 'organization-id': 'northwind' } });
    await untilState(page, 'ready');
    switchTo(page, 'halden');
    await Promise.resolve();
    expect(page.provider.organizationId).to.equal('halden');
    await shows(page, 'halden: member');
    expect(page.log.filter((line) => line.startsWith('org-change'))).to.have.length(1);
  });

  it('stays where it is when a listener outside cancels', async () => {
    const page = await openPage({ attributes: { 'organization-id': 'northwind' } });
    await untilState(page, 'ready');
    page.root.addEventListener('org-change', (event) => event.preventDefault());
    expect(switchTo(page, 'halden')).to.equal(false);
    await shows(page, 'northwind: admin');
    expect(page.provider.organizationId).to.equal('northwind');
  });

  it('gives a listener of org-change the token of the new organization', async () => {
    const page = await openPage({ attributes: { 'organization-id': 'northwind' } });
    await untilState(page, 'ready');
    const token = new Promise<string>((resolve) => {
      page.root.addEventListener('org-change', () => resolve(page.provider.organizationToken()), {
        once: true,
      });
    });
    switchTo(page, 'halden');
    const claims = JSON.parse(atob((await token).split('.')[1] ?? '')) as { aud: string };
    expect(claims.aud).to.equal('urn:logto:organization:halden');
  });

  it('undoes a switch that asks for MFA, says why, and tells the page', async () => {
    const page = await openPage({ userId: 'sam', attributes: { 'organization-id': 'northwind' } });
    await untilState(page, 'ready');
    switchTo(page, 'kestrel');
    await until(() => page.probe.consumer.value?.refusal, 'no refusal');
    const { refusal } = page.probe.consumer.value ?? {};
    expect(refusal?.organizationId).to.equal('kestrel');
    expect(refusal?.error.code).to.equal('mfa_required');
    expect(page.provider.organizationId).to.equal('northwind');
    expect(page.log).to.include('org-error mfa_required');
    expect(page.log).to.include(
      'org-change {"organizationId":"northwind","previousOrganizationId":"kestrel"}',
    );
    page.probe.consumer.value?.dismissRefusal();
    expect(page.probe.consumer.value?.refusal).to.equal(undefined);
  });

  it('goes back to the last choice that holds, when two switches follow each other at once', async () => {
    const page = await openPage({ userId: 'sam', attributes: { 'organization-id': 'northwind' } });
    await untilState(page, 'ready');
    switchTo(page, null);
    switchTo(page, 'northwind');
    switchTo(page, 'kestrel');
    await until(() => page.probe.consumer.value?.refusal, 'no refusal');
    expect(page.provider.organizationId).to.equal('northwind');
    await shows(page, 'northwind: member');
  });

  it('undoes no switch of who was signed in before', async () => {
    localStorage.setItem('orgkit:before:organization', 'northwind');
    const backend = await startInPageBackend();
    const tokensOfSam = backend.getTokenOf('sam');
    let refuse: (reason: unknown) => void = () => undefined;
    const late = new Promise<never>((_, reject) => (refuse = reject));
    const page = await openPage({
      backend,
      properties: {
        getToken: (request) => (request.organizationId === 'kestrel' ? late : tokensOfSam(request)),
      },
      attributes: { remember: 'browser', 'app-id': 'before' },
    });
    const { provider, log } = page;
    await untilState(page, 'ready');
    switchTo(page, 'kestrel');
    await until(() => provider.organizationId === 'kestrel', 'no switch');
    log.length = 0;
    provider.getToken = backend.getTokenOf('ada');
    await untilState(page, 'loading');
    refuse(await tokensOfSam({ organizationId: 'kestrel', refresh: false }).catch((error: unknown) => error));
    await untilState(page, 'ready');
    expect(provider.organizationId).to.equal('kestrel');
    expect(log.filter((line) => !line.startsWith('org-state-change'))).to.deep.equal([]);
    localStorage.clear();
  });

  it('undoes a switch to where I am no member any more, and the organization disappears', async () => {
    const page = await openPage({ attributes: { 'organization-id': 'northwind' } });
    await untilState(page, 'ready');
    const { tables } = page.backend.sandbox.tenant;
    tables.organizationUsers.delete(compositeKey('halden', 'ada'));
    switchTo(page, 'halden');
    await until(() => page.probe.consumer.value?.refusal, 'no refusal');
    expect(page.probe.consumer.value?.refusal?.error.code).to.equal('not_a_member');
    expect(page.provider.organizationId).to.equal('northwind');
  });

  it('warns once and names the attribute when a setting is missing, and recovers', async () => {
    let page: Page | undefined;
    const warnings = await captureWarnings(async () => {
      page = await openPage({ properties: { endpoint: '' } });
      await untilState(page, 'error');
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('`endpoint`');
    if (!page) throw new Error('no page');
    expect(page.provider.error?.code).to.equal('not_configured');
    page.provider.endpoint = page.backend.endpoint;
    await untilState(page, 'ready');
  });

  it('takes a token function that comes late, without a warning', async () => {
    const backend = await startInPageBackend();
    const warnings = await captureWarnings(async () => {
      const root = await fixture<HTMLElement>(
        html`<main><org-provider endpoint=${backend.endpoint} remember="none"></org-provider></main>`,
      );
      const provider = root.querySelector('org-provider');
      if (provider) provider.getToken = backend.getTokenOf('ada');
      await until(() => provider?.dataset['state'] === 'ready', 'never ready');
    });
    expect(warnings).to.deep.equal([]);
  });

  it('shows what is for the signed out in place of the rest, and asks the page to sign in', async () => {
    const page = await openPage({ properties: { getToken: () => Promise.resolve(null) } });
    page.provider.insertAdjacentHTML('beforeend', '<button slot="signed-out">Sign in</button>');
    await untilState(page, 'signed-out');
    await page.provider.updateComplete;
    expect(page.probe.checkVisibility()).to.equal(false);
    expect(page.provider.querySelector('button')?.checkVisibility()).to.equal(true);
    await page.provider.signIn({ firstScreen: 'register', redirectUri: '/callback' });
    expect(page.log).to.include('org-sign-in-request {"firstScreen":"register","redirectUri":"/callback"}');
    page.provider.getToken = page.backend.getTokenOf('ada');
    await untilState(page, 'ready');
    await page.provider.updateComplete;
    expect(page.provider.querySelector('button')?.checkVisibility()).to.equal(false);
    expect(page.probe.checkVisibility()).to.equal(true);
  });

  it('says that the backend cannot be reached, and is ready when a retry succeeds', async () => {
    const backend = await startInPageBackend();
    backend.isOnline = false;
    const page = await openPage({ backend });
    await untilState(page, 'error');
    expect(page.provider.error?.code).to.equal('network');
    backend.isOnline = true;
    await page.probe.consumer.value?.store?.invalidate(organizationsKey);
    await untilState(page, 'ready');
  });

  it('keeps apart two providers on one page', async () => {
    const one = await openPage({ userId: 'ada', attributes: { 'organization-id': 'northwind' } });
    const two = await openPage({ userId: 'sakura', attributes: { 'organization-id': 'aoba' } });
    await Promise.all([shows(one, 'northwind: admin'), untilState(two, 'ready')]);
    expect(two.probe.consumer.value).to.not.equal(one.probe.consumer.value);
    await until(() => two.probe.text.startsWith('aoba: '), 'the second one never got its own data');
    switchTo(two, 'northwind');
    await shows(two, 'northwind: member');
    await shows(one, 'northwind: admin');
  });

  it('reaches an element that was upgraded before the provider', async () => {
    const backend = await startInPageBackend();
    const root = await fixture<HTMLElement>(
      html`<main>
        <late-provider><roles-probe></roles-probe></late-provider>
      </main>`,
    );
    const probe = root.querySelector<RolesProbe>('roles-probe');
    await probe?.updateComplete;
    expect(probe?.consumer.value).to.equal(undefined);
    const late = root.firstElementChild;
    Object.assign(late ?? {}, { endpoint: backend.endpoint, getToken: backend.getTokenOf('ada') });
    customElements.define('late-provider', class extends OrgProvider {});
    await until(() => probe?.text.includes(':'), 'the probe never got its data');
  });

  it('works on after it was moved, and after it was removed and put back', async () => {
    const page = await openPage({ attributes: { 'organization-id': 'northwind' } });
    await shows(page, 'northwind: admin');
    const place = document.createElement('section');
    page.root.append(place);
    place.append(page.provider);
    await shows(page, 'northwind: admin');
    switchTo(page, 'halden');
    await shows(page, 'halden: member');
    page.provider.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    page.root.append(page.provider);
    await shows(page, 'halden: member');
    switchTo(page, 'northwind');
    await shows(page, 'northwind: admin');
  });

  it('comes up when it is removed while it starts, and put back later', async () => {
    const page = await openPage({ attributes: { 'organization-id': 'northwind' } });
    page.provider.remove();
    await new Promise((resolve) => setTimeout(resolve, 100));
    page.root.append(page.provider);
    await shows(page, 'northwind: admin');
  });

  it('tells nothing to a widget that was taken out of it', async () => {
    const page = await openPage({ attributes: { 'organization-id': 'northwind' } });
    await shows(page, 'northwind: admin');
    page.root.append(page.probe);
    await page.probe.updateComplete;
    expect(page.probe.me.context).to.equal(undefined);
    expect(page.probe.text).to.equal('');
    page.provider.append(page.probe);
    await shows(page, 'northwind: admin');
  });

  it('leaves nothing behind: no listener and no open channel', async () => {
    const { addEventListener, removeEventListener } = window;
    const listeners = new Map<string, number>();
    const count = (name: string, by: number): void =>
      void listeners.set(name, (listeners.get(name) ?? 0) + by);
    window.addEventListener = function (this: Window, ...args: Parameters<typeof addEventListener>) {
      count(args[0], 1);
      addEventListener.apply(window, args);
    } as typeof addEventListener;
    window.removeEventListener = function (this: Window, ...args: Parameters<typeof removeEventListener>) {
      count(args[0], -1);
      removeEventListener.apply(window, args);
    } as typeof removeEventListener;
    const NativeChannel = BroadcastChannel;
    let open = 0;
    window.BroadcastChannel = class extends NativeChannel {
      constructor(name: string) {
        super(name);
        open++;
      }
      override close(): void {
        open--;
        super.close();
      }
    };
    try {
      const page = await openPage({ properties: { remember: 'browser' } });
      await untilState(page, 'ready');
      expect(open).to.equal(1);
      expect(listeners.get('storage')).to.equal(1);
      page.provider.remove();
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(open).to.equal(0);
      expect([...listeners.values()].every((balance) => balance === 0)).to.equal(true);
    } finally {
      Object.assign(window, { addEventListener, removeEventListener, BroadcastChannel: NativeChannel });
    }
  });
});

describe('what an action does', () => {
  it('can be delayed and stopped by the page, and reports its failure', async () => {
    const page = await openPage({ userId: 'noor' });
    await untilState(page, 'ready');
    let answer: unknown = false;
    page.root.addEventListener('org-before-invitation-accept', (event) => {
      (event as CustomEvent<OrgBeforeDetail<unknown>>).detail.waitUntil(Promise.resolve(answer));
    });
    expect(await page.probe.join.run('invite-noor-halden')).to.equal(undefined);
    expect(page.provider.organizationId).to.equal(null);
    answer = undefined;
    const run = page.probe.join.run('invite-noor-halden');
    expect(page.probe.join.busy).to.equal(true);
    expect(await page.probe.join.run('invite-noor-northwind')).to.equal(undefined);
    expect(await run).to.deep.equal({ organizationId: 'halden' });
    expect(page.provider.organizationId).to.equal('halden');
    expect(await page.probe.join.run('no-such-invitation')).to.equal(undefined);
    expect(page.probe.join.error?.code).to.equal('not_found');
    expect(page.log).to.include('org-error not_found');
  });
});
