import { setTimeout as pause } from 'node:timers/promises';
import { inviteResult, sentInvitation, sentInvitationPage } from '../../../contract/invitation.js';
import { NotCheckable, type CheckGroup } from '../check.js';
import { done, each, expect, refused, succeeded } from '../expectations.js';
import type { Stage } from '../stage.js';

const DAYS_BEYOND_ANY_LIMIT = 40_000;

const asOwner = async (stage: Stage, invitationId?: string) => ({
  token: await stage.organizationToken('owner'),
  params: stage.inside(invitationId === undefined ? {} : { invitationId }),
});

const invite = async (stage: Stage, emails: readonly string[]) => {
  stage.need('joined');
  const body = { invitations: emails.map((email) => ({ email })), delivery: 'link' };
  const answer = await stage.backend.call('invite', { ...(await asOwner(stage)), body });
  return succeeded(answer, inviteResult).items;
};

const revoke = async (stage: Stage, id: string) =>
  stage.backend.call('removeInvitation', await asOwner(stage, id));

/** An invitation that was made and revoked. */
const ended = async (stage: Stage): Promise<string> => {
  const known = stage.find('revokedInvitation');
  if (known !== undefined) return known;
  const [item] = await invite(stage, [stage.address('revoked')]);
  const id = item?.invitation?.id;
  if (id === undefined) throw new NotCheckable('no invitation could be made');
  done(await revoke(stage, id));
  stage.set('revokedInvitation', id);
  return id;
};

export const sentInvitations: CheckGroup<Stage> = {
  title: 'Invitations that are sent',
  checks: [
    {
      id: 'invitations/results',
      rule: 'Each address has its own result, in the order of the request',
      run: async (stage) => {
        const [pending, fresh] = [stage.person('invitee').email, stage.address('results')];
        const emails = ['no address', pending.toUpperCase(), fresh, fresh, stage.person('guest').email];
        const items = await invite(stage, emails);
        const id = items[2]?.invitation?.id;
        if (id !== undefined) await revoke(stage, id);
        const wanted = ['invalid', 'already_invited', 'invited', 'duplicate', 'already_member'];
        const got = items.map(({ status }) => status);
        // Whoever sees no addresses is not told who is a member.
        if (got[4] === 'not_allowed') wanted[4] = 'not_allowed';
        expect(got.join() === wanted.join(), `expected ${wanted.join(', ')}, got ${got.join(', ')}`);
      },
    },
    {
      id: 'invitations/accounts',
      rule: 'Whether an address has an account makes no difference to who invites it',
      run: async (stage) => {
        const [known, unknown] = [stage.person('outsider').email, stage.address('no-account')];
        const items = await invite(stage, [known, unknown]);
        for (const { invitation } of items) if (invitation) await revoke(stage, invitation.id);
        const [one, other] = items.map(({ status, invitation }) =>
          [status, ...Object.keys(invitation ?? {}).sort()].join(),
        );
        expect(one === other, 'the results differ for an address with an account and one without');
      },
    },
    {
      id: 'invitations/list',
      rule: 'Invitations are listed and filtered, with a link while they are pending',
      run: async (stage) => {
        const id = stage.need('invitation');
        const gone = await ended(stage);
        const list = async (query: string) => {
          const answer = await stage.backend.call('listInvitations', { ...(await asOwner(stage)), query });
          return succeeded(answer, sentInvitationPage).items;
        };
        const pending = await list('?status=pending&page_size=100');
        const revoked = await list('?status=revoked&page_size=100');
        const mine = pending.find((item) => item.id === id);
        expect(mine?.link !== undefined, 'a pending invitation is not in the list, or has no link');
        expect(
          pending.every(({ status }) => status === 'pending') && revoked.some((item) => item.id === gone),
          'the filter by status shows others, or leaves some out',
        );
        expect(
          revoked.every(({ link }) => link === undefined),
          'an invitation that has ended has a link',
        );
        const query = `?q=${encodeURIComponent(stage.person('invitee').email.toUpperCase())}`;
        expect(
          (await list(query)).some((item) => item.id === id),
          'an invitation is not found by its address',
        );
      },
    },
    {
      id: 'invitations/lifetime',
      rule: 'The host’s limit bounds how long an invitation lives',
      run: async (stage) => {
        const invitations = [{ email: stage.address('for-ever') }];
        const body = { invitations, delivery: 'link', lifetimeDays: DAYS_BEYOND_ANY_LIMIT };
        const answer = await stage.backend.call('invite', { ...(await asOwner(stage)), body });
        if (stage.find('joined') === undefined) throw new NotCheckable('the backend offers no invitations');
        refused(answer, ['invalid_input'], ` with ${DAYS_BEYOND_ANY_LIMIT} days`);
      },
    },
    {
      id: 'invitations/ended',
      rule: 'An invitation that was revoked is neither mailed nor renewed',
      run: async (stage) => {
        const owner = await asOwner(stage, await ended(stage));
        await each(['resendInvitation', 'renewInvitation'], async (operation) =>
          refused(await stage.backend.call(operation, { ...owner, body: {} }), ['invitation_ended']),
        );
      },
    },
    {
      id: 'invitations/renew-pending',
      rule: 'A pending invitation is not renewed',
      run: async (stage) => {
        const owner = await asOwner(stage, stage.need('invitation'));
        const body = { delivery: 'link' };
        refused(await stage.backend.call('renewInvitation', { ...owner, body }), ['conflict']);
      },
    },
    {
      id: 'invitations/renew',
      rule: 'An expired invitation is replaced by a fresh one',
      run: async (stage) => {
        const { id, expiresAt } = stage.need('expiredInvitation');
        await pause(Math.max(0, expiresAt + 500 - Date.now()));
        const owner = await asOwner(stage, id);
        const answer = await stage.backend.call('renewInvitation', { ...owner, body: { delivery: 'link' } });
        const renewed = succeeded(answer, sentInvitation);
        expect(renewed.status === 'pending' && renewed.id !== id, `${answer.request}: not a fresh one`);
        done(await revoke(stage, renewed.id));
      },
    },
    {
      id: 'invitations/resend',
      rule: 'A pending invitation is mailed again, after a cool-down',
      run: async (stage) => {
        const owner = await asOwner(stage, stage.need('invitation'));
        if (stage.options.mailDomain === undefined) {
          throw new NotCheckable('it would send a mail: allow that with --mail-domain');
        }
        const answer = await stage.backend.call('resendInvitation', { ...owner, body: {}, patient: false });
        if (answer.status !== 429) done(answer);
      },
    },
  ],
};
