import { afterEach, describe, expect, it, vi } from 'vitest';
import { OrgStore, type OrgStoreHooks } from '../../src/store/org-store.js';
import { acceptInvitation } from '../../src/store/changes/received-invitations.js';
import { me } from '../../src/store/queries/me.js';
import { organizations } from '../../src/store/queries/organizations.js';
import { receivedInvitations } from '../../src/store/queries/received-invitations.js';
import type { OrgQuery, QueryWatch } from '../../src/store/query-watch.js';
import { openBrowser, type Browser } from '../support/browser-half.js';

const watches: { stop(): void }[] = [];
afterEach(() => {
  for (const watch of watches.splice(0)) watch.stop();
});

function watch<Data>(store: OrgStore, query: OrgQuery<Data>): QueryWatch<Data> {
  const made = store.watch(query, () => undefined);
  watches.push(made);
  return made;
}

async function storeOf(
  userId: string,
  hooks?: OrgStoreHooks,
): Promise<{ browser: Browser; store: OrgStore }> {
  const browser = await openBrowser(userId);
  return { browser, store: new OrgStore(browser.openTab().api(), hooks) };
}

const until = <Value>(read: () => Value) =>
  vi.waitFor(() => (expect(read()).toBeTruthy(), read()), { timeout: 5000 });

describe('the store', () => {
  it('asks once for all who watch the same query', async () => {
    const { browser, store } = await storeOf('ada');
    const watches = [1, 2, 3, 4].map(() => watch(store, organizations()));
    await until(() => watches.every(({ data }) => data));
    expect(browser.calls).toEqual(['GET /orgkit/organizations 200']);
    expect(watches[3]?.data).toBe(watches[0]?.data);
  });

  it('keeps old data when a refetch fails, with the error beside it', async () => {
    const { browser, store } = await storeOf('ada');
    const list = watch(store, organizations());
    const data = await until(() => list.data);
    browser.intercept = () => Response.json({ code: 'forbidden', message: 'no' }, { status: 403 });
    await list.refetch();
    expect(list.error).toMatchObject({ code: 'forbidden' });
    expect(list.data).toEqual(data);
  });

  it('tries again what may pass, and at once gives up on what will not', async () => {
    const { browser, store } = await storeOf('ada');
    let failures = 1;
    browser.intercept = () => (failures-- > 0 ? new Response(null, { status: 503 }) : undefined);
    const list = watch(store, organizations());
    await until(() => list.data);
    expect(browser.calls).toHaveLength(2);

    const onQueryError = vi.fn();
    const other = await storeOf('noor', { onQueryError });
    const self = watch(other.store, me('northwind'));
    await until(() => self.error);
    expect(self.error?.code).toBe('not_a_member');
    expect(other.browser.calls).toEqual([]);
    expect(onQueryError).toHaveBeenCalledExactlyOnceWith(self.error, 'northwind');
  });

  it('does not show one organization’s data for another', async () => {
    const { store } = await storeOf('ada');
    const self = watch(store, me('northwind'));
    await until(() => self.data);
    self.follow(me('halden'));
    expect(self.data).toBe(undefined);
    await until(() => self.data);
    expect(self.data).toMatchObject({ organizationId: 'halden' });
  });

  it('joins: drops the tokens, has the organization in the list, and tells the other tabs keys only', async () => {
    const order: string[] = [];
    const { store } = await storeOf('noor', {
      onTokensStale: async (organizationId) => void order.push(`stale ${organizationId}`),
      onChange: (keys) => order.push(JSON.stringify(keys)),
    });
    const list = watch(store, organizations());
    const invitations = watch(store, receivedInvitations());
    await until(() => list.data && invitations.data);
    await expect(store.run(acceptInvitation('invite-noor-halden'))).resolves.toEqual({
      organizationId: 'halden',
    });
    expect(list.data?.items.map(({ id }) => id)).toEqual(['halden']);
    expect(invitations.data?.items.map(({ id }) => id)).toEqual(['invite-noor-northwind']);
    expect(order).toEqual(['stale halden', '[["invitations"],["organizations"]]']);
  });

  it('asks anew after a change that failed', async () => {
    const { store, browser } = await storeOf('noor');
    const invitations = watch(store, receivedInvitations());
    await until(() => invitations.data);
    await browser.backend.management('PUT', '/api/organization-invitations/invite-noor-halden/status', {
      status: 'Revoked',
    });
    await expect(store.run(acceptInvitation('invite-noor-halden'))).rejects.toMatchObject({
      name: 'OrgError',
    });
    expect(invitations.data?.items.map(({ id }) => id)).toEqual(['invite-noor-northwind']);
  });

  it('aborts its calls when it stops', async () => {
    const { browser, store } = await storeOf('ada');
    const signals: AbortSignal[] = [];
    browser.intercept = (request) => {
      signals.push(request.signal);
      return new Promise<Response>(() => undefined);
    };
    store.start();
    const list = watch(store, organizations());
    await until(() => signals.length);
    store.stop();
    await until(() => signals[0]?.aborted);
    expect(list.data).toBe(undefined);
    expect(list.error).toBe(undefined);
  });
});
