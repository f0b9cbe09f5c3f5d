import { expect } from '@open-wc/testing';
import type { OrgProvider } from '../../src/elements/org-provider/org-provider.js';
import { startInPageBackend, type InPageBackend } from '../../stories/support/in-page-backend.js';
import { heldIdToken, strictTokens, type StrictTokens } from '../support/strict-tokens.js';
import { record, until } from './org-provider-page.js';
import type * as PageModule from './org-provider-page.js';

const RESOURCE = 'https://api.orgkit.test';
const tabs: HTMLIFrameElement[] = [];

interface Tab {
  readonly provider: OrgProvider;
  readonly log: string[];
  readonly texts: () => string[];
  close(): void;
}

/** Signed in, as the client leaves it in the storage. */
function signIn(oidc: StrictTokens, userId: string): void {
  localStorage.setItem('logto:sandbox-spa:refreshToken', oidc.grant(userId));
  localStorage.setItem('logto:sandbox-spa:idToken', heldIdToken(oidc.issuer, userId));
}

/**
 * A tab: a page of its own with modules of its own. All it shares with the others is what tabs share: storage, Web
 * Locks, channels. It has a provider that makes its own client, and four widgets.
 */
async function openTab(backend: InPageBackend, oidc: StrictTokens, attributes: string): Promise<Tab> {
  const frame = document.createElement('iframe');
  frame.src = new URL('../support/blank.html', import.meta.url).href;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  tabs.push(frame);
  const view = frame.contentWindow as Window & typeof globalThis;
  // Read by query-core where nothing has bundled it; the test page has it too.
  Object.assign(view, { process: { env: { NODE_ENV: 'production' } } });
  view.fetch = (input, init) => {
    const url = input instanceof view.Request ? input.url : String(input);
    return url.startsWith(backend.sandbox.endpoint) ? oidc.fetch(url, init) : fetch(url, init);
  };
  const { RolesProbe } = await new Promise<typeof PageModule>((receive, fail) => {
    Object.assign(view, { receive });
    const script = view.document.createElement('script');
    script.type = 'module';
    script.textContent = `import * as module from '${new URL('./org-provider-page.ts', import.meta.url).href}'; receive(module);`;
    script.addEventListener('error', () => fail(new Error('the tab could not load its modules')));
    view.document.head.append(script);
  });
  const log = record(view.document);
  const provider = view.document.createElement('org-provider');
  const probes = [1, 2, 3, 4].map(() => new RolesProbe());
  provider.append(...probes);
  const template = view.document.createElement('template');
  template.innerHTML = `<i endpoint="${backend.endpoint}" logto-endpoint="${backend.sandbox.endpoint}" app-id="sandbox-spa" resource="${RESOURCE}" ${attributes}></i>`;
  for (const { name, value } of template.content.firstElementChild?.attributes ?? []) {
    provider.setAttribute(name, value);
  }
  view.document.body.append(provider);
  return { provider, log, texts: () => probes.map(({ text }) => text), close: () => frame.remove() };
}

const subjectOf = (token: string): string =>
  (JSON.parse(atob(token.split('.')[1] ?? '')) as { readonly sub: string }).sub;

const untilReady = ({ provider, log }: Tab): Promise<void> =>
  until(() => provider.dataset['state'] === 'ready', `not ready but ${log.join('; ')}`);

describe('several tabs', () => {
  let backend: InPageBackend;
  let oidc: StrictTokens;

  beforeEach(async () => {
    localStorage.clear();
    backend = await startInPageBackend();
    oidc = strictTokens(backend.sandbox);
  });

  afterEach(() => {
    for (const tab of tabs.splice(0)) tab.remove();
    localStorage.clear();
  });

  it('with four widgets each ask for tokens at once under strict rotation, and every call succeeds', async () => {
    signIn(oidc, 'ada');
    const opened = await Promise.all([
      openTab(backend, oidc, 'remember="none" organization-id="northwind"'),
      openTab(backend, oidc, 'remember="none" organization-id="halden"'),
    ]);
    await Promise.all(opened.map(untilReady));
    const asked = opened.flatMap(({ provider }) => [
      provider.accessToken(),
      ...['northwind', 'halden', 'kestrel'].map((id) => provider.organizationToken(id)),
      // The page's own call to the client takes its turn too.
      provider.logtoClient?.getOrganizationToken('kestrel') ?? Promise.reject(new Error('no client')),
    ]);
    const tokens = await Promise.all(asked);
    expect(tokens.every((token) => token?.split('.').length === 3)).to.equal(true);
    await until(
      () => opened.every((tab) => tab.texts().every((text) => text.includes(':'))),
      'a widget has no data',
    );
    expect(opened.map((tab) => tab.texts())).to.deep.equal([
      Array(4).fill('northwind: admin'),
      Array(4).fill('halden: member'),
    ]);
    expect(oidc.isRevoked).to.equal(false);
    expect(oidc.overlaps).to.equal(0);
    expect(opened.flatMap(({ log }) => log.filter((line) => line.startsWith('org-error')))).to.deep.equal([]);
  });

  it('follow each other’s switch, and remember it', async () => {
    signIn(oidc, 'ada');
    const [one, two] = await Promise.all([openTab(backend, oidc, ''), openTab(backend, oidc, '')]);
    await Promise.all([untilReady(one), untilReady(two)]);
    one.provider.organizationId = 'kestrel';
    await until(() => two.provider.organizationId === 'kestrel', 'the other tab did not follow');
    expect(two.log.some((line) => line.startsWith('org-change {"organizationId":"kestrel"'))).to.equal(true);
    const three = await openTab(backend, oidc, '');
    await untilReady(three);
    expect(three.provider.organizationId).to.equal('kestrel');
  });

  it('sign out together, and are another person’s when another signs in', async () => {
    signIn(oidc, 'ada');
    const one = await openTab(backend, oidc, '');
    await untilReady(one);
    await until(() => one.texts().every((text) => text.includes(':')), 'a widget has no data');
    localStorage.clear();
    await until(() => one.provider.dataset['state'] === 'signed-out', 'the tab is still signed in');
    signIn(oidc, 'sakura');
    await untilReady(one);
    expect(subjectOf(await one.provider.accessToken())).to.equal('sakura');
  });

  it('never use a token of who was signed in before', async () => {
    const token = await backend.sandbox.accessToken({ userId: 'ada', resource: RESOURCE });
    const left = { token, scope: '', expiresAt: Date.now() / 1000 + 3600 };
    localStorage.setItem('logto:sandbox-spa:accessToken', JSON.stringify({ [`@${RESOURCE}`]: left }));
    signIn(oidc, 'sakura');
    const one = await openTab(backend, oidc, '');
    await untilReady(one);
    expect(subjectOf(await one.provider.accessToken())).to.equal('sakura');
    expect(localStorage.getItem('logto:sandbox-spa:accessToken')).to.not.include(token);
  });

  it('begin a sign-in that was asked for before the client was there, and keep where it began', async () => {
    const one = await openTab(backend, oidc, 'redirect-uri="/callback"');
    void one.provider.signIn({ postRedirectUri: '/boards?id=7' });
    const key = 'logto:sandbox-spa:signInSession';
    await until(() => sessionStorage.getItem(key), 'no sign-in has begun');
    const session = JSON.parse(sessionStorage.getItem(key) ?? '') as { readonly redirectUri: string };
    expect(session.redirectUri).to.equal(`${location.origin}/callback`);
    expect(sessionStorage.getItem('orgkit:sandbox-spa:return')).to.equal(`${location.origin}/boards?id=7`);
    expect(one.log.filter((line) => line.startsWith('org-sign-in-request'))).to.deep.equal([]);
    sessionStorage.clear();
  });

  it('keep the query of the page that is itself the redirect address', async () => {
    const one = await openTab(backend, oidc, '');
    const view = one.provider.ownerDocument.defaultView as Window;
    view.history.replaceState(null, '', '?invitation=abc');
    const began = view.location.href;
    void one.provider.signIn();
    const key = 'orgkit:sandbox-spa:return';
    await until(() => sessionStorage.getItem(key), 'where it began is not kept');
    // The tab itself may be gone to the sign-in page by now.
    expect(sessionStorage.getItem(key)).to.equal(began);
    sessionStorage.clear();
  });

  it('stay signed in when another tab signs in anew while one hears that its grant was revoked', async () => {
    const slow = strictTokens(backend.sandbox, 500);
    signIn(slow, 'ada');
    slow.isRevoked = true;
    const one = await openTab(backend, slow, 'remember="none"');
    await until(() => slow.refreshes.length > 0, 'no token was asked for');
    // The other tab completes its sign-in as soon as it is its turn, which is before this one has heard why.
    await navigator.locks.request('orgkit:tokens:sandbox-spa', () => {
      slow.isRevoked = false;
      signIn(slow, 'ada');
    });
    await untilReady(one);
    expect(localStorage.getItem('logto:sandbox-spa:idToken')).to.not.equal(null);
  });

  it('are signed out when the grant was revoked, and stay so after a reload', async () => {
    signIn(oidc, 'ada');
    oidc.isRevoked = true;
    const one = await openTab(backend, oidc, '');
    await until(() => one.provider.dataset['state'] === 'signed-out', 'the tab is still signed in');
    expect(localStorage.getItem('logto:sandbox-spa:idToken')).to.equal(null);
  });
});
