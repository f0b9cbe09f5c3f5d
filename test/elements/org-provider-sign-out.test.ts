import { expect, oneEvent } from '@open-wc/testing';
import type { LogtoClientLike } from '../../src/api/logto-client.js';
import type { GetToken } from '../../src/api/token-source.js';
import { ROLE_IDS } from '../../src/sandbox/seed/template.js';
import { startInPageBackend } from '../../stories/support/in-page-backend.js';
import { openPage, until, untilState, type Page } from './org-provider-page.js';

const shows = ({ probe }: Page, text: string): Promise<void> =>
  until(() => probe.text === text, `never showed "${text}", but "${probe.text}"`);

/** Longer than whatever the kit still does by itself. */
const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200));

interface WatchedPage extends Page {
  /** What tokens were asked for, as `new northwind`. */
  readonly asked: string[];
  /** While it is set, a token that is to be a fresh one comes with it. */
  slow: Promise<void> | undefined;
}

/** Sam’s; the sign-in asked for nothing but the permissions of a member. */
async function openWatched(): Promise<WatchedPage> {
  const backend = await startInPageBackend();
  const source = backend.getTokenOf('sam', ['read:data', 'write:data', 'read:member', 'invite:member']);
  const held = new Map<string | undefined, ReturnType<GetToken>>();
  const watched = { asked: [] as string[], slow: undefined as Promise<void> | undefined };
  const getToken: GetToken = async (request) => {
    watched.asked.push(`${request.refresh ? 'new' : 'any'} ${request.organizationId ?? 'person'}`);
    if (request.refresh) await watched.slow;
    if (request.refresh || !held.has(request.organizationId)) {
      held.set(request.organizationId, source(request));
    }
    return held.get(request.organizationId);
  };
  const page = await openPage({
    backend,
    properties: { getToken },
    attributes: { 'organization-id': 'northwind' },
  });
  await untilState(page, 'ready');
  await shows(page, 'northwind: member');
  return Object.assign(watched, page);
}

describe('signing out of <org-provider>', () => {
  it('asks for no further token, also while tokens are renewed', async () => {
    const page = await openWatched();
    let release = (): void => undefined;
    page.slow = new Promise((resolve) => (release = resolve));
    page.backend.sandbox.tenant.tables.organizationRoleUsers.insert({
      organizationId: 'northwind',
      organizationRoleId: ROLE_IDS.billing,
      userId: 'sam',
    });
    page.asked.length = 0;
    await page.probe.me.refetch();
    await until(() => page.asked.includes('new northwind'), 'the tokens were not renewed');
    page.asked.length = 0;
    const request = oneEvent(page.root, 'org-sign-out-request');
    await page.provider.signOut();
    await request;
    release();
    await aWhile();
    expect(page.asked).to.deep.equal([]);
    const refused: unknown = await page.provider.accessToken().catch((error: unknown) => error);
    expect(refused).to.include({ code: 'aborted' });
    expect(page.log.filter((line) => line.startsWith('org-error'))).to.deep.equal([]);
  });

  it('leaves what is shown where it is, and goes on when the page says who is there now', async () => {
    const page = await openWatched();
    await page.provider.signOut();
    await aWhile();
    expect(page.provider.state).to.equal('ready');
    expect(page.probe.text).to.equal('northwind: member');
    page.provider.getToken = page.backend.getTokenOf('ada');
    await shows(page, 'northwind: admin');
    page.provider.getToken = () => Promise.resolve(null);
    await untilState(page, 'signed-out');
  });

  it('looks anew at who is there when somebody comes back to the page by the history', async () => {
    let isOut = false;
    const backend = await startInPageBackend();
    const source = backend.getTokenOf('ada');
    const getToken: GetToken = (request) => (isOut ? Promise.resolve(null) : source(request));
    const page = await openPage({ backend, properties: { getToken } });
    await untilState(page, 'ready');
    await page.provider.signOut();
    isOut = true;
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await untilState(page, 'signed-out');
  });

  it('that fails is told, and the page works on', async () => {
    const backend = await startInPageBackend();
    const source = backend.getTokenOf('ada');
    const read = async (organizationId?: string): Promise<string | undefined> =>
      (await source({ organizationId, refresh: false })) ?? undefined;
    const client: LogtoClientLike = {
      getAccessToken: (_resource, organizationId) => read(organizationId),
      getOrganizationToken: read,
      signOut: () => Promise.reject(new TypeError('Failed to fetch')),
    };
    const page = await openPage({
      backend,
      properties: { getToken: undefined, client, resource: 'https://api.orgkit.test' },
      attributes: { 'organization-id': 'northwind' },
    });
    await untilState(page, 'ready');
    await shows(page, 'northwind: admin');
    await page.provider.signOut();
    expect(page.log).to.include('org-error network');
    await untilState(page, 'ready');
    page.provider.organizationId = 'halden';
    await shows(page, 'halden: member');
  });
});
