import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MemberPage } from '../../src/contract/member.js';
import { removeMember, replaceMemberRoles } from '../../src/store/changes/members.js';
import { removeInvitation } from '../../src/store/changes/sent-invitations.js';
import { OrgStore } from '../../src/store/org-store.js';
import { members } from '../../src/store/queries/members.js';
import { roles } from '../../src/store/queries/roles.js';
import { sentInvitations } from '../../src/store/queries/sent-invitations.js';
import type { OrgQuery, QueryWatch } from '../../src/store/query-watch.js';
import { openBrowser, type Browser } from '../support/browser-half.js';

let browser: Browser;
let store: OrgStore;
/** Sends on what is held. */
let release: () => void;
const watches: { stop(): void }[] = [];
beforeEach(async () => {
  browser = await openBrowser('ada');
  store = new OrgStore(browser.openTab().api());
});
afterEach(() => {
  browser.intercept = undefined;
  for (const watch of watches.splice(0)) watch.stop();
});

async function watch<Data>(query: OrgQuery<Data>): Promise<QueryWatch<Data>> {
  const made = store.watch(query, () => undefined);
  watches.push(made);
  await expect.poll(() => made.data).toBeDefined();
  return made;
}

/** Keeps requests that match on their way until `release`. */
function hold(matches: (request: Request) => boolean): void {
  const released = new Promise<void>((resolve) => (release = resolve));
  browser.intercept = (request) =>
    matches(request) ? released.then(() => browser.backend.handler(request)) : undefined;
}

const isChange = ({ method }: Request): boolean => method !== 'GET';
const isOf = (userId: string) => (request: Request) =>
  isChange(request) && request.url.includes(`/${userId}`);
const rolesOf = (list: QueryWatch<MemberPage>): Record<string, string[]> =>
  Object.fromEntries(
    (list.data?.items ?? []).map(({ id, roles: held }) => [id, held.map(({ name }) => name)]),
  );

async function roleId(name: string): Promise<string> {
  const { data } = await watch(roles('northwind'));
  return data?.items.find((role) => role.name === name)?.id ?? '';
}

describe('a change that shows at once', () => {
  it('shows a member’s new roles in every list, also in one that is not watched any more', async () => {
    const [list, other] = [
      await watch(members('northwind')),
      await watch(members('northwind', { q: 'sam' })),
    ];
    const billing = await roleId('billing');
    other.stop();
    hold(isChange);
    const change = store.run(replaceMemberRoles('northwind', 'sam', [billing]));
    expect(rolesOf(list)['sam']).toEqual(['billing']);
    release();
    await change;
    expect(rolesOf(list)['sam']).toEqual(['billing']);
    expect(rolesOf(store.watch(members('northwind', { q: 'sam' }), () => undefined))['sam']).toEqual([
      'billing',
    ]);
  });

  it('waits for the backend where a role has no name yet', async () => {
    const list = await watch(members('northwind', { q: 'sam' }));
    hold(isChange);
    const change = store.run(replaceMemberRoles('northwind', 'sam', ['role-billing']));
    expect(rolesOf(list)['sam']).toEqual(['member']);
    release();
    await change;
    expect(rolesOf(list)['sam']).toEqual(['billing']);
  });

  it('is put back when it is refused, before anything is fetched again', async () => {
    const list = await watch(members('northwind'));
    const before = list.data;
    hold(isChange);
    const change = store.run(removeMember('northwind', 'ada'));
    expect(list.data).toMatchObject({ total: 3 });
    expect(rolesOf(list)).not.toHaveProperty('ada');
    const sent = release;
    // From now on nothing is answered but the change.
    hold(({ method }) => method === 'GET');
    sent();
    await expect.poll(() => list.data).toEqual(before);
    release();
    await expect(change).rejects.toMatchObject({ code: 'last_admin' });
    expect(list.data).toEqual(before);
  });

  it('stays when the list is fetched again meanwhile', async () => {
    const list = await watch(members('northwind'));
    hold(isChange);
    const change = store.run(removeMember('northwind', 'sam'));
    await list.refetch();
    expect(rolesOf(list)).not.toHaveProperty('sam');
    expect(list.data?.total).toBe(3);
    // One that was not there before neither shows what is about to go.
    const other = await watch(members('northwind', { q: 'sam' }));
    expect(other.data).toMatchObject({ items: [], total: 0 });
    release();
    await change;
    expect(list.data?.total).toBe(3);
  });

  it('stays when an answer from before it comes after it', async () => {
    const list = await watch(members('northwind'));
    const late = new Promise<void>((resolve) => (release = resolve));
    let answered: () => void = () => undefined;
    const isAnswered = new Promise<void>((resolve) => (answered = resolve));
    browser.intercept = async (request) => {
      const answer = await browser.backend.handler(request);
      if (isChange(request)) return answer;
      answered();
      await late;
      return answer;
    };
    const refetched = list.refetch();
    await isAnswered;
    // As one of several changes: nothing is fetched again before the last of them.
    await store.together(async (run) => {
      await run(removeMember('northwind', 'sam'));
      release();
      await refetched;
      expect(rolesOf(list)).not.toHaveProperty('sam');
      expect(list.data?.total).toBe(3);
    });
    expect(list.data?.total).toBe(3);
  });

  it('is neither put back nor kept by another one that fails', async () => {
    const list = await watch(members('northwind'));
    hold(isOf('sam'));
    const first = store.run(removeMember('northwind', 'sam'));
    const second = store.run(removeMember('northwind', 'ada'));
    expect(Object.keys(rolesOf(list))).toHaveLength(2);
    await expect(second).rejects.toMatchObject({ code: 'last_admin' });
    expect(rolesOf(list)).toHaveProperty('ada');
    expect(rolesOf(list)).not.toHaveProperty('sam');
    release();
    await first;
    expect(list.data?.total).toBe(3);
  });

  it('takes an invitation off the pending ones, and marks it where all are shown', async () => {
    const pending = await watch(sentInvitations('northwind', { status: 'pending' }));
    const all = await watch(sentInvitations('northwind'));
    const [{ id } = { id: '' }] = pending.data?.items ?? [];
    const total = pending.data?.total ?? 0;
    hold(isChange);
    const change = store.run(removeInvitation('northwind', id));
    expect(pending.data?.total).toBe(total - 1);
    expect(all.data?.items.find((one) => one.id === id)).toMatchObject({ status: 'revoked' });
    expect(all.data?.items.find((one) => one.id === id)?.link).toBeUndefined();
    const shown = all.data?.items.map((one) => [one.id, one.status]);
    release();
    await change;
    expect(all.data?.items.map((one) => [one.id, one.status])).toEqual(shown);
    expect(pending.data?.total).toBe(total - 1);
  });
});
