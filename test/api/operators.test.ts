import { beforeEach, describe, expect, it } from 'vitest';
import { listDirectory } from '../../src/api/operations/directory.js';
import { getMe, leaveOrganization } from '../../src/api/operations/me.js';
import { listMembers, replaceMemberRoles } from '../../src/api/operations/members.js';
import { SANDBOX_RESOURCE } from '../../src/sandbox/index.js';
import { openBrowser, type Browser } from '../support/browser-half.js';

const asOperator = (organizationId: string): boolean => organizationId !== 'northwind';

let browser: Browser;
beforeEach(async () => {
  browser = await openBrowser('sam', { options: { operatorScope: 'manage:organizations' } });
  await browser.backend.management('POST', '/api/users/sam/roles', { roleIds: ['role-operator'] });
  browser.backend.forget();
});

describe('an operator’s calls', () => {
  it('reach every organization by one token of their own, on the record', async () => {
    const api = browser.openTab().api({ asOperator });
    const { items } = await api.request(listDirectory());
    expect(items.map(({ id }) => id)).toContain('aoba');
    expect((await api.request(listMembers('aoba'))).items).toMatchObject([{ id: 'sakura' }]);
    await api.request(replaceMemberRoles('kestrel', 'ada', ['role-member']));
    expect(browser.oidc.refreshes).toEqual([SANDBOX_RESOURCE]);
    expect(browser.backend.audit).toMatchObject(
      ['listDirectory', 'listMembers', 'replaceMemberRoles'].map((operation) => ({
        operation,
        outcome: 'done',
        actor: operation === 'listDirectory' ? { userId: 'sam' } : { userId: 'sam', isOperator: true },
      })),
    );
  });

  it('are told what they may do there, and that there is nothing to leave', async () => {
    const api = browser.openTab().api({ asOperator });
    const me = await api.request(getMe('aoba'));
    expect(me).toMatchObject({ userId: 'sam', organizationId: 'aoba', isOperator: true, roles: [] });
    expect(me.capabilities).toEqual(expect.arrayContaining(['see-addresses', 'change-roles']));
    await expect(api.request(leaveOrganization('aoba'))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('stay a member’s in the organizations that are their own', async () => {
    const api = browser.openTab().api({ asOperator });
    expect(await api.request(getMe('northwind'))).toMatchObject({
      isOperator: false,
      roles: [{ name: 'member' }],
    });
    expect(browser.oidc.refreshes).toEqual(['northwind']);
    expect(browser.backend.audit).toEqual([]);
  });

  it('are never made unless asked for: Logto gives a stranger no token', async () => {
    const api = browser.openTab().api();
    await expect(api.request(listMembers('aoba'))).rejects.toMatchObject({ code: 'not_a_member' });
    expect(browser.calls).toEqual([]);
  });

  it('drop a refused token and ask once more', async () => {
    let refusals = 1;
    browser.intercept = () => (refusals-- > 0 ? new Response(null, { status: 401 }) : undefined);
    const api = browser.openTab().api({ asOperator });
    await expect(api.request(listMembers('aoba'))).resolves.toMatchObject({ total: 1 });
    expect(browser.oidc.refreshes).toEqual([SANDBOX_RESOURCE, SANDBOX_RESOURCE]);
  });

  it('are a stranger’s without the global role', async () => {
    await browser.backend.management('DELETE', '/api/users/sam/roles/role-operator');
    const api = browser.openTab().api({ asOperator });
    for (const operation of [getMe('aoba'), listMembers('aoba'), listMembers('nowhere')]) {
      await expect(api.request<unknown>(operation)).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});
