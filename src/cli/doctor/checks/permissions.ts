import { account } from '../../../contract/account.js';
import { PERMISSION_DRIFT_HEADER } from '../../../contract/headers.js';
import { me } from '../../../contract/me.js';
import { memberPage, memberRoles } from '../../../contract/member.js';
import { NotCheckable, type CheckGroup } from '../check.js';
import { done, each, expect, refused, succeeded } from '../expectations.js';
import { inOrganization, isOfBots, sample } from '../samples.js';
import type { PersonName, Stage } from '../stage.js';

/** Sets somebody's roles in the doctor's organization, as its owner. */
export const setRoles = async (stage: Stage, name: PersonName, roleIds: readonly string[]): Promise<void> => {
  const token = await stage.organizationToken('owner');
  const params = stage.inside({ userId: stage.person(name).userId });
  const answer = await stage.backend.call('replaceMemberRoles', { token, params, body: { roleIds } });
  const { roles } = succeeded(answer, memberRoles);
  expect(roles.length === roleIds.length, `${answer.request}: other roles than those that were sent`);
  stage.forgetTokens(name);
};

const roleIdsOf = (stage: Stage, name: 'weakRole' | 'middleRole'): string[] => {
  const role = stage.find(name);
  return role ? [role.id] : [];
};

export const permissions: CheckGroup<Stage> = {
  title: 'Permissions',
  checks: [
    {
      id: 'permissions/account',
      rule: 'Whoever is signed in sees their own account, and no other',
      run: async (stage) => {
        const token = await stage.personToken('outsider');
        const answer = await stage.backend.call('getAccount', { token });
        const { id, email } = succeeded(answer, account);
        const { userId, email: own } = stage.person('outsider');
        expect(id === userId && email === own, `${answer.request}: not the account of who asks`);
      },
    },
    {
      id: 'permissions/missing',
      rule: 'Members without the permission are refused',
      run: async (stage) => {
        stage.need('joined');
        const token = await stage.organizationToken('guest');
        const needing = inOrganization.filter(({ authorization }) => 'permission' in authorization);
        await each(needing, async (route) => {
          const answer = await stage.backend.call(route.operation, { ...sample(route, stage), token });
          // Where bots are not offered, nobody is told more than that.
          refused(
            answer,
            isOfBots(route) ? ['forbidden', 'not_found'] : ['forbidden'],
            ' as a member without a role',
          );
        });
      },
    },
    {
      id: 'permissions/capabilities',
      rule: 'Members are told what they may do, and not more',
      run: async (stage) => {
        stage.need('joined');
        const capabilitiesOf = async (name: PersonName) => {
          const token = await stage.organizationToken(name);
          return succeeded(await stage.backend.call('getMe', { token, params: stage.inside() }), me)
            .capabilities;
        };
        const [owner, guest] = [await capabilitiesOf('owner'), await capabilitiesOf('guest')];
        const changing = [
          'invite-members',
          'change-roles',
          'remove-members',
          'edit-organization',
          'delete-organization',
        ] as const;
        const tooMuch = changing.filter((capability) => guest.includes(capability));
        expect(tooMuch.length === 0, `a member without a role is offered ${tooMuch.join(', ')}`);
        expect(owner.includes('change-roles'), 'the owner is not offered to change roles');
      },
    },
    {
      id: 'permissions/addresses',
      rule: 'Who may not see addresses gets none, also not by searching for them',
      run: async (stage) => {
        stage.need('joined');
        const token = await stage.organizationToken('guest');
        const params = stage.inside();
        const { capabilities } = succeeded(await stage.backend.call('getMe', { token, params }), me);
        if (capabilities.includes('see-addresses'))
          throw new NotCheckable('every member sees addresses here');
        const all = await stage.backend.call('listMembers', { token, params });
        expect(
          succeeded(all, memberPage).items.every(({ email }) => email === undefined),
          `${all.request}: addresses are in it`,
        );
        const query = `?q=${encodeURIComponent(stage.person('owner').email)}`;
        const found = succeeded(
          await stage.backend.call('listMembers', { token, params, query }),
          memberPage,
        );
        expect(
          found.items.length === 0,
          `${all.request}?q=…: finds somebody by an address that is not shown`,
        );
      },
    },
    {
      id: 'permissions/live',
      rule: 'A permission that was taken away is gone at once, whatever the token says',
      run: async (stage) => {
        stage.need('joined');
        await setRoles(stage, 'member', stage.need('ownerRoles'));
        const old = await stage.organizationToken('member');
        const params = stage.inside();
        const asMember = () => stage.backend.call('updateOrganization', { token: old, params, body: {} });
        const before = await asMember();
        await setRoles(stage, 'member', roleIdsOf(stage, 'weakRole'));
        stage.set('oldToken', old);
        done(before, ' as a member who has just got the permission');
        refused(await asMember(), ['forbidden'], ' with a token from before the roles were taken');
      },
    },
    {
      id: 'permissions/drift',
      rule: `${PERMISSION_DRIFT_HEADER} tells that a token is older than the permissions`,
      run: async (stage) => {
        const answer = await stage.backend.call('getMe', {
          token: stage.need('oldToken'),
          params: stage.inside(),
        });
        done(answer);
        const drift = answer.headers.get(PERMISSION_DRIFT_HEADER);
        const isTold = drift === 'lost' || drift === 'both';
        expect(isTold, `${answer.request}: expected "lost" or "both", got ${drift ?? 'no such header'}`);
      },
    },
    {
      id: 'permissions/removed',
      rule: 'Who was removed is a stranger at once, whatever the token says',
      run: async (stage) => {
        stage.need('joined');
        const params = stage.inside();
        const old = await stage.organizationToken('leaver');
        done(await stage.backend.call('getMe', { token: old, params }));
        const owner = await stage.organizationToken('owner');
        const { userId } = stage.person('leaver');
        done(await stage.backend.call('removeMember', { token: owner, params: stage.inside({ userId }) }));
        refused(
          await stage.backend.call('getMe', { token: old, params }),
          ['not_found'],
          ' after being removed',
        );
        const change = await stage.backend.call('updateOrganization', { token: old, params, body: {} });
        refused(change, ['not_found', 'forbidden'], ' after being removed');
      },
    },
    {
      id: 'permissions/operators',
      rule: 'The directory of all organizations is for operators',
      run: async (stage) => {
        const { backend } = stage;
        await each(['owner', 'outsider'] as const, async (name) => {
          const token = await stage.personToken(name);
          refused(await backend.call('listDirectory', { token }), ['forbidden', 'not_found']);
        });
        const token = await stage.organizationToken('owner');
        refused(await backend.call('listDirectory', { token }), ['forbidden', 'not_found']);
      },
    },
    {
      id: 'permissions/operator',
      rule: 'Operators read the directory',
      run: async ({ backend, options: { operatorToken } }) => {
        if (operatorToken === undefined) {
          throw new NotCheckable('it needs a token of an operator, in ORGKIT_DOCTOR_OPERATOR_TOKEN');
        }
        done(await backend.call('listDirectory', { token: operatorToken, query: '?page_size=1' }));
      },
    },
  ],
};
