import {
  inviteInput,
  inviteResult,
  renewInput,
  sendAgainInput,
  sentInvitation,
  sentInvitationPage,
  sentInvitationQuery,
} from '../../contract/invitation.js';
import type { Actor } from '../actor.js';
import { invitationStatus } from '../invitation-status.js';
import { invitationOrder } from '../invitations/order.js';
import { inviteMany } from '../invitations/invite-many.js';
import { inviteOne, isAllowedAddress, outcomeAsRefusal } from '../invitations/invite-one.js';
import { sendMail } from '../invitations/send-mail.js';
import { invitersOf, toSentInvitation } from '../invitations/show.js';
import { rateLimited, take } from '../limits/change-limits.js';
import type { Management } from '../management.js';
import type { LogtoInvitation } from '../management-types.js';
import { requireWithin } from '../policy.js';
import { notFound, Refusal, unavailable } from '../refusal.js';
import { route, type Route } from '../route.js';
import type { Settings } from '../settings.js';

const DAY_MS = 86_400_000;
const inviters = { who: 'member', permission: ['inviteMember', 'manageMember'] } as const;
const mayInvite = { who: 'member', permission: 'inviteMember' } as const;

/** Invitations that an organization sends. */
export const sentInvitationRoutes: readonly Route[] = [
  route({
    operation: 'listInvitations',
    method: 'GET',
    path: '/organizations/:organizationId/invitations',
    authorization: inviters,
    summary: 'A page of the invitations of the organization, newest first unless told otherwise.',
    query: sentInvitationQuery,
    output: sentInvitationPage,
    handle: async ({ actor, logto, query, services }) => {
      const { page, page_size: pageSize, status, q, sort } = query;
      const all = await logto.invitations.of(actor.organizationId);
      const found = all
        .filter(
          (invitation) => (!status || invitationStatus(invitation) === status) && matches(invitation, q),
        )
        .sort(invitationOrder[sort]);
      const shown = found.slice((page - 1) * pageSize, page * pageSize);
      const people = await invitersOf(logto, shown);
      const items = shown.map((invitation) =>
        toSentInvitation(services.settings, invitation, people.get(invitation.inviterId ?? '')),
      );
      return { items, total: found.length, page, pageSize };
    },
  }),
  route({
    operation: 'invite',
    method: 'POST',
    path: '/organizations/:organizationId/invitations',
    authorization: mayInvite,
    summary: 'Invites up to a hundred addresses, with a result for each; what worked stays.',
    deadlineMs: 25_000,
    body: inviteInput,
    output: inviteResult,
    handle: async ({ actor, body, logto, services, signal, audit }) => {
      const { settings } = services;
      requireSetUp(settings);
      const expiresAt = endOf(settings, body.lifetimeDays);
      const { invitations, roleIds, delivery, locale } = body;
      const context = { settings, logto, actor };
      // In its own queue, so that two requests together keep the cap of pending ones too.
      const items = await settings.organizationLock.run(`invitations:${actor.organizationId}`, signal, () =>
        inviteMany(context, { invitations, roleIds, delivery, locale, expiresAt }, (invitation) =>
          toSentInvitation(settings, invitation, undefined),
        ),
      );
      audit({
        results: items.map(({ email, status, invitation }) => ({ email, status, id: invitation?.id })),
      });
      return { items };
    },
  }),
  route({
    operation: 'resendInvitation',
    method: 'POST',
    path: '/organizations/:organizationId/invitations/:invitationId/resend',
    authorization: mayInvite,
    summary: 'Mails a pending invitation again, after a cool-down.',
    body: sendAgainInput,
    output: sentInvitation,
    handle: async ({ actor, body, logto, params, services }) => {
      const { settings } = services;
      requireSetUp(settings);
      const invitation = await find(logto, actor, params.invitationId);
      // Logto would mail an ended one as well.
      const status = invitationStatus(invitation);
      if (status !== 'pending') throw ended(status);
      await takeCoolDown(settings, invitation);
      await take(settings, `mails:${invitation.invitee.toLowerCase()}`, settings.limits.mailsPerRecipient);
      await sendMail(settings, logto, invitation, body.locale);
      return toSentInvitation(settings, invitation, undefined);
    },
  }),
  route({
    operation: 'renewInvitation',
    method: 'POST',
    path: '/organizations/:organizationId/invitations/:invitationId/renew',
    authorization: mayInvite,
    summary: 'Puts a fresh invitation in the place of an expired one.',
    body: renewInput,
    output: sentInvitation,
    handle: async ({ actor, body, logto, params, services, signal, audit }) => {
      const { settings } = services;
      requireSetUp(settings);
      const old = await find(logto, actor, params.invitationId);
      const status = invitationStatus(old);
      if (status === 'pending') throw new Refusal('conflict', 'The invitation is still pending.');
      if (status !== 'expired') throw ended(status);
      // The one who renews gives these roles, so they must not exceed that one's own.
      const roles = actor.template.rolesOf(old.organizationRoles).filter(({ type }) => type === 'User');
      requireWithin(actor, roles);
      const email = old.invitee.toLowerCase();
      const context = { settings, logto, actor };
      const isAllowed = await isAllowedAddress(context, email).catch((error: unknown) => {
        throw unavailable('The address could not be checked.', error);
      });
      if (!isAllowed) throw outcomeAsRefusal({ status: 'not_allowed' });
      const { delivery, locale } = body;
      const renewed = await settings.organizationLock.run(
        `invitations:${actor.organizationId}`,
        signal,
        async () => {
          await requireRoom(settings, logto, actor);
          const expiresAt = endOf(settings, undefined);
          return inviteOne(context, { email, roles, expiresAt, delivery, locale });
        },
      );
      if (renewed.status !== 'invited') throw outcomeAsRefusal(renewed);
      audit({ renewedAs: renewed.invitation.id });
      // The new one is out: an old one that stays behind in the list does no harm.
      await logto.invitations.delete(old.id).catch((error: unknown) => {
        settings.log({ level: 'warn', message: 'an expired invitation was left behind', cause: error });
      });
      return toSentInvitation(settings, renewed.invitation, undefined);
    },
  }),
  route({
    operation: 'removeInvitation',
    method: 'DELETE',
    path: '/organizations/:organizationId/invitations/:invitationId',
    authorization: inviters,
    summary:
      'Revokes a pending invitation; removes one that has ended. Those of others need `manage:member`.',
    handle: async ({ actor, logto, params }) => {
      const invitation = await find(logto, actor, params.invitationId);
      if (invitation.inviterId !== actor.identity.userId && !actor.may('manageMember')) {
        throw new Refusal('forbidden', 'The invitation is somebody else’s.');
      }
      if (invitationStatus(invitation) === 'pending') {
        return logto.invitations.end(invitation.id, { status: 'Revoked' });
      }
      return logto.invitations.delete(invitation.id);
    },
  }),
];

/** Ids of invitations are the tenant's: one of another organization does not exist here. */
const find = async (logto: Management, actor: Actor, invitationId: string): Promise<LogtoInvitation> => {
  const invitation = await logto.invitations.find(invitationId);
  if (invitation?.organizationId !== actor.organizationId) throw notFound();
  return invitation;
};

const matches = ({ invitee, organizationRoles }: LogtoInvitation, q = ''): boolean =>
  [invitee, ...organizationRoles.map(({ name }) => name)].some((text) =>
    text.toLowerCase().includes(q.toLowerCase()),
  );

const ended = (status: string): Refusal =>
  new Refusal('invitation_ended', 'The invitation has ended.', { details: { status } });

const requireSetUp = ({ invitations }: Settings): void => {
  if (invitations.link === undefined) throw new Refusal('forbidden', 'Invitations are not set up.');
};

const endOf = ({ invitations }: Settings, days: number | undefined): number => {
  const { lifetimeDays, maximumLifetimeDays } = invitations;
  if (days !== undefined && days > maximumLifetimeDays) {
    const fields = [{ field: 'lifetimeDays', expected: `at most ${maximumLifetimeDays}` }];
    throw new Refusal('invalid_input', 'Not as expected: lifetimeDays.', { details: { fields } });
  }
  return Date.now() + (days ?? lifetimeDays) * DAY_MS;
};

const requireRoom = async (settings: Settings, logto: Management, actor: Actor): Promise<void> => {
  const all = await logto.invitations.of(actor.organizationId);
  const pending = all.filter((invitation) => invitationStatus(invitation) === 'pending').length;
  if (pending >= settings.invitations.maximumPending) throw outcomeAsRefusal({ status: 'limit_reached' });
};

/** @throws Refusal `rate_limited`: the mail that made the invitation counts, as far as the time of its making tells */
const takeCoolDown = async (settings: Settings, { id, createdAt }: LogtoInvitation): Promise<void> => {
  const { resendCooldownSeconds: seconds } = settings.invitations;
  if (seconds === 0) return;
  const sinceMade = Math.ceil((createdAt + seconds * 1000 - Date.now()) / 1000);
  if (sinceMade > 0) throw rateLimited(sinceMade);
  await take(settings, `resend:${id}`, { limit: 1, seconds });
};
