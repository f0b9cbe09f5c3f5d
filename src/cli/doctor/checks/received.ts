import {
  acceptedInvitation,
  inviteResult,
  receivedInvitation,
  receivedInvitationList,
} from '../../../contract/invitation.js';
import { NotCheckable, type CheckGroup } from '../check.js';
import { done, each, expect, refused, succeeded } from '../expectations.js';
import type { Stage } from '../stage.js';

export const receivedInvitations: CheckGroup<Stage> = {
  title: 'Invitations that are received',
  checks: [
    {
      id: 'received/own',
      rule: 'Who is invited finds the invitation, with the organization’s name',
      run: async (stage) => {
        const id = stage.need('invitation');
        const token = await stage.personToken('invitee');
        const listed = succeeded(
          await stage.backend.call('listMyInvitations', { token }),
          receivedInvitationList,
        );
        expect(
          listed.items.length === 1 && listed.items[0]?.id === id,
          'not exactly the own invitation is listed',
        );
        const answer = await stage.backend.call('getMyInvitation', { token, params: { invitationId: id } });
        const { organization, status } = succeeded(answer, receivedInvitation);
        const { id: organizationId, name } = stage.need('organization');
        const isRight = organization.id === organizationId && organization.name === name;
        expect(isRight && status === 'pending', `${answer.request}: not the invitation that was sent`);
      },
    },
    {
      id: 'received/wrong-account',
      rule: 'Another account can neither read, accept nor decline an invitation',
      run: async (stage) => {
        const params = { invitationId: stage.need('invitation') };
        const token = await stage.personToken('outsider');
        await each(['getMyInvitation', 'declineInvitation', 'acceptInvitation'], async (operation) =>
          refused(
            await stage.backend.call(operation, { token, params }),
            ['wrong_account'],
            ' as somebody else',
          ),
        );
      },
    },
    {
      id: 'received/neutral',
      rule: 'Another account hears nothing about whose invitation it is, or where to',
      run: async (stage) => {
        const params = { invitationId: stage.need('invitation') };
        const token = await stage.personToken('outsider');
        const { email } = stage.person('invitee');
        const { name, id } = stage.need('organization');
        const told = [email, name, id, stage.person('owner').userId, stage.person('invitee').userId];
        await each(['getMyInvitation', 'declineInvitation', 'acceptInvitation'], async (operation) => {
          const { status, text, request } = await stage.backend.call(operation, { token, params });
          const isNeutral =
            status < 400 || !told.some((word) => text.toLowerCase().includes(word.toLowerCase()));
          expect(isNeutral, `${request}: the refusal names the account or the organization`);
        });
      },
    },
    {
      id: 'received/unknown',
      rule: 'An invitation that there is not is not found',
      run: async (stage) => {
        const token = await stage.personToken('invitee');
        const params = { invitationId: 'orgkit-doctor-none' };
        await each(['getMyInvitation', 'acceptInvitation', 'declineInvitation'], async (operation) =>
          refused(await stage.backend.call(operation, { token, params }), ['not_found']),
        );
      },
    },
    {
      id: 'received/revoked',
      rule: 'An invitation that was revoked lets nobody in',
      run: async (stage) => {
        const { invitationId, owner, token } = await another(stage);
        done(
          await stage.backend.call('removeInvitation', {
            token: owner,
            params: stage.inside({ invitationId }),
          }),
        );
        const answer = await stage.backend.call('acceptInvitation', { token, params: { invitationId } });
        refused(answer, ['invitation_ended'], ' after it was revoked');
      },
    },
    {
      id: 'received/decline',
      rule: 'An invitation is declined, once and for all',
      run: async (stage) => {
        const { invitationId, token } = await another(stage);
        done(await stage.backend.call('declineInvitation', { token, params: { invitationId } }));
        await each(['acceptInvitation', 'declineInvitation'], async (operation) =>
          refused(
            await stage.backend.call(operation, { token, params: { invitationId } }),
            ['invitation_ended'],
            ' after it was declined',
          ),
        );
      },
    },
    {
      id: 'received/accept-twice',
      rule: 'To accept twice does no harm, and nobody else can afterwards',
      run: async (stage) => {
        const invitationId = stage.need('invitation');
        const token = await stage.personToken('invitee');
        const params = { invitationId };
        const first = await stage.backend.call('acceptInvitation', { token, params });
        const second = await stage.backend.call('acceptInvitation', { token, params });
        const { id } = stage.need('organization');
        expect(
          [first, second].every((answer) => succeeded(answer, acceptedInvitation).organizationId === id),
          `${first.request}: another organization`,
        );
        const other = await stage.personToken('outsider');
        refused(await stage.backend.call('acceptInvitation', { token: other, params }), ['wrong_account']);
      },
    },
    {
      id: 'members/leave',
      rule: 'Whoever is not the last administrator leaves',
      run: async (stage) => {
        stage.need('joined');
        const token = await stage.organizationToken('guest');
        done(await stage.backend.call('leaveOrganization', { token, params: stage.inside() }));
        const after = await stage.backend.call('getMe', { token, params: stage.inside() });
        refused(after, ['not_found'], ' after leaving');
      },
    },
  ],
};

/** One more invitation: to the leaver, who is out by then. */
async function another(stage: Stage) {
  stage.need('joined');
  const owner = await stage.organizationToken('owner');
  const body = { invitations: [{ email: stage.person('leaver').email }], delivery: 'link' };
  const answer = await stage.backend.call('invite', { token: owner, params: stage.inside(), body });
  const [item] = succeeded(answer, inviteResult).items;
  const invitationId = item?.invitation?.id;
  if (invitationId === undefined)
    throw new NotCheckable(`no invitation was made: ${item?.status ?? 'no result'}`);
  return { invitationId, owner, token: await stage.personToken('leaver') };
}
