import { setTimeout as pause } from 'node:timers/promises';
import { inviteResult } from '../../../contract/invitation.js';
import { me } from '../../../contract/me.js';
import { NotCheckable, type CheckGroup } from '../check.js';
import { codeOf } from '../answers.js';
import { expect, refused, succeeded } from '../expectations.js';
import type { Stage } from '../stage.js';

/** Longer than any clocks may differ that tokens are still taken. */
const GRACE_MS = 500;

const requireManager = (stage: Stage): void => {
  stage.need('joined');
  stage.need('middleRole');
};

export const escalation: CheckGroup<Stage> = {
  title: 'Nobody gives, takes, or acts on more than they hold',
  checks: [
    {
      id: 'escalation/invitation',
      rule: 'Nobody invites with a role that gives more than they hold',
      run: async (stage) => {
        const token = await inviterToken(stage);
        const email = stage.address('too-much');
        const body = { invitations: [{ email }], roleIds: stage.need('ownerRoles'), delivery: 'link' };
        const answer = await stage.backend.call('invite', { token, params: stage.inside(), body });
        if (codeOf(answer) === 'forbidden') return;
        const status = succeeded(answer, inviteResult).items[0]?.status;
        expect(
          status === 'not_allowed',
          `${answer.request}: expected not_allowed, got ${status ?? 'nothing'}`,
        );
      },
    },
    {
      id: 'escalation/renewal',
      rule: 'Nobody renews an invitation with roles that give more than they hold',
      run: async (stage) => {
        const token = await inviterToken(stage);
        const { id, expiresAt } = stage.need('expiredInvitation');
        await pause(Math.max(0, expiresAt + GRACE_MS - Date.now()));
        const params = stage.inside({ invitationId: id });
        const body = { delivery: 'link' };
        refused(await stage.backend.call('renewInvitation', { token, params, body }), ['forbidden']);
      },
    },
    {
      id: 'escalation/own-roles',
      rule: 'Nobody gives themselves more than they hold',
      run: async (stage) => {
        requireManager(stage);
        const token = await stage.organizationToken('manager');
        const params = stage.inside({ userId: stage.person('manager').userId });
        const body = { roleIds: stage.need('ownerRoles') };
        refused(await stage.backend.call('replaceMemberRoles', { token, params, body }), ['forbidden']);
      },
    },
    {
      id: 'escalation/grant',
      rule: 'Nobody gives others more than they hold, also not many at once',
      run: async (stage) => {
        requireManager(stage);
        const token = await stage.organizationToken('manager');
        const body = { userIds: [stage.person('guest').userId], roleIds: stage.need('ownerRoles') };
        refused(await stage.backend.call('grantRoles', { token, params: stage.inside(), body }), [
          'forbidden',
        ]);
      },
    },
    {
      id: 'escalation/stronger-roles',
      rule: 'Nobody changes the roles of a member who holds more',
      run: async (stage) => {
        requireManager(stage);
        const token = await stage.organizationToken('manager');
        const params = stage.inside({ userId: stage.person('owner').userId });
        const body = { roleIds: [stage.need('middleRole').id] };
        refused(await stage.backend.call('replaceMemberRoles', { token, params, body }), ['forbidden']);
      },
    },
    {
      id: 'escalation/stronger-removed',
      rule: 'Nobody removes a member who holds more',
      run: async (stage) => {
        requireManager(stage);
        const token = await stage.organizationToken('manager');
        const params = stage.inside({ userId: stage.person('owner').userId });
        refused(await stage.backend.call('removeMember', { token, params }), ['forbidden']);
      },
    },
    {
      id: 'escalation/invitation-of-others',
      rule: 'Who only invites does not revoke the invitations of others',
      run: async (stage) => {
        const token = await inviterToken(stage);
        const params = stage.inside({ invitationId: stage.need('invitation') });
        refused(await stage.backend.call('removeInvitation', { token, params }), ['forbidden']);
      },
    },
  ],
};

/** Of somebody who invites and does not manage members. */
async function inviterToken(stage: Stage): Promise<string> {
  stage.need('joined');
  stage.need('weakRole');
  const token = await stage.organizationToken('member');
  const { capabilities } = succeeded(
    await stage.backend.call('getMe', { token, params: stage.inside() }),
    me,
  );
  if (!capabilities.includes('invite-members'))
    throw new NotCheckable('no role invites without managing members');
  if (capabilities.includes('change-roles'))
    throw new NotCheckable('whoever invites here also manages members');
  return token;
}
