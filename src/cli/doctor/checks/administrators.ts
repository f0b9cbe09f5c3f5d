import { acceptedInvitation, inviteResult } from '../../../contract/invitation.js';
import { me } from '../../../contract/me.js';
import type { CheckGroup } from '../check.js';
import { expect, refused, succeeded } from '../expectations.js';
import type { Stage } from '../stage.js';

/** In the outsider's organization, where the outsider is alone. */
const alone = async (stage: Stage) => {
  const { id: organizationId } = stage.need('foreign');
  return { organizationId, token: await stage.organizationToken('outsider', organizationId) };
};

export const administrators: CheckGroup<Stage> = {
  title: 'The last administrator stays',
  checks: [
    {
      id: 'administrators/told',
      rule: 'The last administrator is told to be the last',
      run: async (stage) => {
        const { organizationId, token } = await alone(stage);
        const answer = await stage.backend.call('getMe', { token, params: { organizationId } });
        const { isAdministrator, isLastAdministrator } = succeeded(answer, me);
        expect(isAdministrator && isLastAdministrator, `${answer.request}: not told`);
      },
    },
    {
      id: 'administrators/leave',
      rule: 'The last administrator does not leave',
      run: async (stage) => {
        const { organizationId, token } = await alone(stage);
        const answer = await stage.backend.call('leaveOrganization', { token, params: { organizationId } });
        refused(answer, ['last_admin']);
      },
    },
    {
      id: 'administrators/demote',
      rule: 'The last administrator keeps a role that administers',
      run: async (stage) => {
        const { organizationId, token } = await alone(stage);
        const params = { organizationId, userId: stage.person('outsider').userId };
        const answer = await stage.backend.call('replaceMemberRoles', {
          token,
          params,
          body: { roleIds: [] },
        });
        refused(answer, ['last_admin']);
      },
    },
    {
      id: 'administrators/remove',
      rule: 'The last administrator is not removed',
      run: async (stage) => {
        const { organizationId, token } = await alone(stage);
        const params = { organizationId, userId: stage.person('outsider').userId };
        refused(await stage.backend.call('removeMember', { token, params }), ['last_admin']);
      },
    },
    {
      id: 'administrators/race',
      rule: 'Of two administrators who leave at once one stays',
      run: async (stage) => {
        const { organizationId, token } = await alone(stage);
        const params = { organizationId };
        const invitations = [{ email: stage.person('owner').email, roleIds: stage.need('ownerRoles') }];
        const body = { invitations, delivery: 'link' };
        const sent = succeeded(await stage.backend.call('invite', { token, params, body }), inviteResult);
        const invitationId = sent.items[0]?.invitation?.id ?? '';
        const own = await stage.personToken('owner');
        succeeded(
          await stage.backend.call('acceptInvitation', { token: own, params: { invitationId } }),
          acceptedInvitation,
        );
        const second = await stage.organizationToken('owner', organizationId);
        const answers = await Promise.all(
          [token, second].map((each) => stage.backend.call('leaveOrganization', { token: each, params })),
        );
        const gone = answers.filter(({ status }) => status < 300).length;
        expect(gone < 2, 'both have left, and nobody administers the organization');
        expect(gone === 1, 'neither could leave, though another administrator was there');
        for (const answer of answers.filter(({ status }) => status >= 300)) refused(answer, ['last_admin']);
      },
    },
  ],
};
