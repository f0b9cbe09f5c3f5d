import { afterEach, describe, expect, it, vi } from 'vitest';
import { addBot, removeBot, replaceBotRoles } from '../../src/store/changes/bots.js';
import {
  grantRoles,
  leaveOrganization,
  removeMember,
  replaceMemberRoles,
} from '../../src/store/changes/members.js';
import {
  createOrganization,
  deleteOrganization,
  updateOrganization,
} from '../../src/store/changes/organizations.js';
import { acceptInvitation, declineInvitation } from '../../src/store/changes/received-invitations.js';
import {
  invite,
  removeInvitation,
  renewInvitation,
  resendInvitation,
} from '../../src/store/changes/sent-invitations.js';
import { OrgStore, type OrgStoreHooks } from '../../src/store/org-store.js';
import { bots } from '../../src/store/queries/bots.js';
import { directory } from '../../src/store/queries/directory.js';
import { me } from '../../src/store/queries/me.js';
import { members } from '../../src/store/queries/members.js';
import { organization, organizations } from '../../src/store/queries/organizations.js';
import { receivedInvitation } from '../../src/store/queries/received-invitations.js';
import { roles } from '../../src/store/queries/roles.js';
import { sentInvitations } from '../../src/store/queries/sent-invitations.js';
import type { OrgQuery, QueryWatch } from '../../src/store/query-watch.js';
import type { BackendOptions } from '../server/support/backend.js';
import { openBrowser, type Browser } from '../support/browser-half.js';

const watches: { stop(): void }[] = [];
afterEach(() => {
  for (const watch of watches.splice(0)) watch.stop();
});

interface Person {
  readonly browser: Browser;
  readonly store: OrgStore;
  /** Watches until the test ends; resolves with the first data. */
  watch<Data>(query: OrgQuery<Data>): Promise<QueryWatch<Data>>;
}

async function open(userId: string, options?: BackendOptions, hooks?: OrgStoreHooks): Promise<Person> {
  const browser = await openBrowser(userId, options);
  const store = new OrgStore(browser.openTab().api(), hooks);
  return {
    browser,
    store,
    watch: async (query) => {
      const made = store.watch(query, () => undefined);
      watches.push(made);
      await expect.poll(() => made.data ?? made.error).toBeDefined();
      expect(made.error).toBeUndefined();
      return made;
    },
  };
}

const ids = (items: readonly { readonly id: string }[] | undefined): string[] =>
  (items ?? []).map(({ id }) => id);

async function roleId({ watch }: Person, name: string): Promise<string> {
  const { data } = await watch(roles('northwind'));
  return data?.items.find((role) => role.name === name)?.id ?? '';
}

describe('members', () => {
  it('come by pages, by search and by role, and the page before stays while the next one loads', async () => {
    const ada = await open('ada');
    const list = await ada.watch(members('northwind', { pageSize: 2 }));
    expect(list.data).toMatchObject({ total: 4, page: 1, pageSize: 2 });
    const first = list.data;
    list.follow(members('northwind', { pageSize: 2, page: 2 }));
    expect(list.data).toBe(first);
    await expect.poll(() => list.data?.page).toBe(2);
    list.follow(members('northwind', { q: 'sakura' }));
    await expect.poll(() => ids(list.data?.items)).toEqual(['sakura']);
    list.follow(members('northwind', { role: await roleId(ada, 'admin') }));
    await expect.poll(() => ids(list.data?.items)).toEqual(['ada']);
    list.follow(members('halden'));
    expect(list.data).toBe(undefined);
  });

  it('get other roles, and the list shows it when the change resolves', async () => {
    const ada = await open('ada');
    const list = await ada.watch(members('northwind'));
    const admin = await roleId(ada, 'admin');
    await ada.store.run(replaceMemberRoles('northwind', 'sakura', [admin]));
    expect(list.data?.items.find(({ id }) => id === 'sakura')?.roles).toMatchObject([{ name: 'admin' }]);
    const billing = await roleId(ada, 'billing');
    const result = await ada.store.run(grantRoles('northwind', { userIds: ['sam'], roleIds: [billing] }));
    expect(result.items).toEqual([{ userId: 'sam', status: 'granted' }]);
    expect(list.data?.items.find(({ id }) => id === 'sam')?.roles).toHaveLength(2);
  });

  it('are removed, and the last administrator cannot leave', async () => {
    const onTokensStale = vi.fn(async () => undefined);
    const ada = await open('ada', {}, { onTokensStale });
    const list = await ada.watch(members('northwind'));
    await ada.store.run(removeMember('northwind', 'sam'));
    expect(ids(list.data?.items)).not.toContain('sam');
    await expect(ada.store.run(leaveOrganization('northwind'))).rejects.toMatchObject({ code: 'last_admin' });
    expect(onTokensStale).not.toHaveBeenCalled();
    const mine = await ada.watch(organizations());
    await ada.store.run(leaveOrganization('halden'));
    expect(ids(mine.data?.items)).not.toContain('halden');
    expect(onTokensStale).toHaveBeenCalledExactlyOnceWith('halden');
  });

  it('who change their own roles have their tokens dropped', async () => {
    const onTokensStale = vi.fn(async () => undefined);
    const ada = await open('ada', {}, { onTokensStale });
    const self = await ada.watch(me('northwind'));
    const [admin, member] = [await roleId(ada, 'admin'), await roleId(ada, 'member')];
    await ada.store.run(replaceMemberRoles('northwind', 'sakura', [admin]));
    await expect.poll(() => self.data?.isLastAdministrator).toBe(false);
    await ada.store.run(replaceMemberRoles('northwind', 'ada', [member], true));
    expect(onTokensStale).toHaveBeenCalledExactlyOnceWith('northwind');
    expect(self.data?.roles).toMatchObject([{ name: 'member' }]);
  });
});

describe('organizations', () => {
  it('are made, changed and deleted, and the lists follow', async () => {
    const ada = await open('ada');
    const mine = await ada.watch(organizations());
    const { id } = await ada.store.run(createOrganization({ name: 'Fjord Works' }));
    expect(ids(mine.data?.items)).toContain(id);
    const profile = await ada.watch(organization(id));
    const version = profile.data?.version;
    await ada.store.run(updateOrganization(id, { description: 'By the sea' }, version));
    expect(profile.data?.description).toBe('By the sea');
    const late = ada.store.run(updateOrganization(id, { name: 'Too late' }, version));
    await expect(late).rejects.toMatchObject({ code: 'precondition_failed' });
    await expect(ada.store.run(deleteOrganization(id, 'Fjord'))).rejects.toMatchObject({ name: 'OrgError' });
    profile.stop();
    await ada.store.run(deleteOrganization(id, 'Fjord Works'));
    expect(ids(mine.data?.items)).not.toContain(id);
  });
});

describe('invitations', () => {
  it('are sent with a result for each address, mailed again, and taken back', async () => {
    const ada = await open('ada');
    const list = await ada.watch(sentInvitations('northwind', { status: 'pending' }));
    const member = await roleId(ada, 'member');
    const { items } = await ada.store.run(
      invite('northwind', {
        invitations: [{ email: 'new@demo.test' }, { email: 'no address' }],
        roleIds: [member],
      }),
    );
    expect(items.map(({ status }) => status)).toEqual(['invited', 'invalid']);
    const id = items[0]?.invitation?.id ?? '';
    expect(ids(list.data?.items)).toContain(id);
    const again = await ada.store.run(resendInvitation('northwind', id)).catch((error: unknown) => error);
    expect(again).toMatchObject({ code: 'rate_limited', retryAfter: expect.any(Number) });
    await ada.store.run(removeInvitation('northwind', id));
    expect(ids(list.data?.items)).not.toContain(id);
  });

  it('that are taken back together are asked for again once', async () => {
    const ada = await open('ada');
    const list = await ada.watch(sentInvitations('northwind', { status: 'pending' }));
    const before = ada.browser.calls.length;
    await ada.store.together(async (run) => {
      for (const { id } of list.data?.items ?? []) await run(removeInvitation('northwind', id));
    });
    const calls = ada.browser.calls.slice(before).map((call) => call.split(' ')[0]);
    expect(calls).toEqual(['DELETE', 'DELETE', 'GET']);
    expect(list.data?.items).toEqual([]);
    const answer = await ada.store.ask(sentInvitations('northwind', { status: 'pending' }));
    expect(answer.total).toBe(0);
  });

  it('that have expired are renewed under another id', async () => {
    const ada = await open('ada');
    const list = await ada.watch(sentInvitations('northwind'));
    const fresh = await ada.store.run(
      renewInvitation('northwind', 'invite-teo-northwind', { delivery: 'link' }),
    );
    expect(fresh).toMatchObject({ status: 'pending', email: 'teo@demo.test' });
    expect(ids(list.data?.items)).toContain(fresh.id);
    expect(ids(list.data?.items)).not.toContain('invite-teo-northwind');
  });

  it('are read by their link, declined, and accepted', async () => {
    const noor = await open('noor');
    const one = await noor.watch(receivedInvitation('invite-noor-northwind'));
    expect(one.data).toMatchObject({ status: 'pending', organization: { id: 'northwind' } });
    await noor.store.run(declineInvitation('invite-noor-northwind'));
    expect(one.data?.status).toBe('revoked');
    const mine = await noor.watch(organizations());
    await noor.store.run(acceptInvitation('invite-noor-halden'));
    expect(ids(mine.data?.items)).toEqual(['halden']);
  });

  it('of others are nobody’s business', async () => {
    const noor = await open('noor');
    const refused = noor.store.run(acceptInvitation('invite-lena-northwind'));
    await expect(refused).rejects.toMatchObject({
      code: expect.stringMatching(/^(wrong_account|not_found)$/),
    });
  });
});

describe('bots', () => {
  it('are added, given other roles, and removed', async () => {
    const options = { bots: { applications: ['demo-build-bot', 'demo-report-bot'] } };
    const sakura = await open('sakura', { options });
    const list = await sakura.watch(bots('halden'));
    const applicationId = list.data?.available[0]?.id ?? '';
    const grantable = list.data?.roles.filter((role) => role.grantable).map(({ id }) => id) ?? [];
    await sakura.store.run(addBot('halden', { applicationId }));
    expect(ids(list.data?.items)).toContain(applicationId);
    await sakura.store.run(replaceBotRoles('halden', applicationId, grantable));
    const bot = list.data?.items.find(({ id }) => id === applicationId);
    expect(ids(bot?.roles)).toEqual(grantable);
    await sakura.store.run(removeBot('halden', applicationId));
    expect(ids(list.data?.items)).not.toContain(applicationId);
  });
});

describe('the directory', () => {
  it('is for operators', async () => {
    const options = { operatorScope: 'manage:organizations' };
    const ada = await open('ada', { options });
    const refused = ada.store.watch(directory(), () => undefined);
    watches.push(refused);
    await expect.poll(() => refused.error?.code).toBe('forbidden');
    const noor = await open('noor', { options });
    await noor.browser.backend.management('POST', '/api/users/noor/roles', { roleIds: ['role-operator'] });
    const found = await noor.watch(directory({ q: 'halden' }));
    expect(found.data).toMatchObject({ total: 1, items: [{ id: 'halden', memberCount: 3 }] });
  });
});
