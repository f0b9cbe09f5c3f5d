import { grantRolesResult, memberPage } from '../../../contract/member.js';
import type { CheckGroup } from '../check.js';
import { each, expect, refused, succeeded } from '../expectations.js';
import { NOBODY } from '../samples.js';
import type { Stage } from '../stage.js';
import { setRoles } from './permissions.js';

export const members: CheckGroup<Stage> = {
  title: 'Members',
  checks: [
    {
      id: 'members/list',
      rule: 'Members are listed with their roles, page by page',
      run: async (stage) => {
        stage.need('joined');
        const token = await stage.organizationToken('owner');
        const list = async (query: string) => {
          const answer = await stage.backend.call('listMembers', { token, params: stage.inside(), query });
          return succeeded(answer, memberPage);
        };
        const all = await list('');
        const ids = new Set(all.items.map(({ id }) => id));
        const missing = (['owner', 'manager', 'member', 'guest'] as const).filter(
          (name) => !ids.has(stage.person(name).userId),
        );
        expect(missing.length === 0, `members that are not in the list: ${missing.length}`);
        const [first, second] = [await list('?page=1&page_size=1'), await list('?page=2&page_size=1')];
        expect(first.items.length === 1 && second.items.length === 1, 'page_size=1 is not one member');
        expect(first.items[0]?.id !== second.items[0]?.id, 'two pages show the same member');
        expect(
          first.total === all.total && first.pageSize === 1 && second.page === 2,
          'a page tells wrong numbers',
        );
      },
    },
    {
      id: 'members/search',
      rule: 'Members are found by their name, and % and _ mean themselves',
      run: async (stage) => {
        stage.need('joined');
        const token = await stage.organizationToken('owner');
        const search = async (q: string) => {
          const query = `?q=${encodeURIComponent(q)}`;
          const answer = await stage.backend.call('listMembers', { token, params: stage.inside(), query });
          return succeeded(answer, memberPage).items.map(({ id }) => id);
        };
        const found = await search(`${stage.name} manager`);
        const { userId } = stage.person('manager');
        expect(found.length === 1 && found[0] === userId, 'a member is not found by the whole name');
        expect((await search('%')).length === 0, 'q=% finds members without a % in their names');
      },
    },
    {
      id: 'members/roles',
      rule: 'Roles are set, and given to many with a result for each',
      run: async (stage) => {
        stage.need('joined');
        const weak = stage.need('weakRole').id;
        const { userId } = stage.person('guest');
        await setRoles(stage, 'guest', [weak]);
        await setRoles(stage, 'guest', []);
        const token = await stage.organizationToken('owner');
        const body = { userIds: [userId, NOBODY], roleIds: [weak] };
        const answer = await stage.backend.call('grantRoles', { token, params: stage.inside(), body });
        const { items } = succeeded(answer, grantRolesResult);
        const statusOf = (id: string) => items.find((item) => item.userId === id)?.status ?? 'no result';
        await setRoles(stage, 'guest', []);
        expect(statusOf(userId) === 'granted', `${answer.request}: ${statusOf(userId)} for a member`);
        expect(statusOf(NOBODY) === 'not_a_member', `${answer.request}: ${statusOf(NOBODY)} for nobody`);
      },
    },
    {
      id: 'members/unknown',
      rule: 'Somebody who is no member can be neither changed nor removed',
      run: async (stage) => {
        const token = await stage.organizationToken('owner');
        await each([NOBODY, stage.person('outsider').userId], async (userId) => {
          const params = stage.inside({ userId });
          const body = { roleIds: [] };
          refused(await stage.backend.call('replaceMemberRoles', { token, params, body }), ['not_found']);
          refused(await stage.backend.call('removeMember', { token, params }), ['not_found']);
        });
      },
    },
    {
      id: 'members/wrong-roles',
      rule: 'People get no roles that there are not, or that are for machines',
      run: async (stage) => {
        stage.need('joined');
        const token = await stage.organizationToken('owner');
        const forMachines = (await stage.logto.roles()).find(({ type }) => type === 'MachineToMachine');
        await each([NOBODY, ...(forMachines ? [forMachines.id] : [])], async (roleId) => {
          const roleIds = [roleId];
          const params = stage.inside({ userId: stage.person('guest').userId });
          const one = await stage.backend.call('replaceMemberRoles', { token, params, body: { roleIds } });
          refused(one, ['invalid_input']);
          const invitations = [{ email: stage.address('wrong-role') }];
          const body = { invitations, roleIds, delivery: 'link' };
          const other = await stage.backend.call('invite', { token, params: stage.inside(), body });
          // Where nobody can be invited that is told first.
          refused(other, ['invalid_input', 'forbidden']);
        });
      },
    },
  ],
};
