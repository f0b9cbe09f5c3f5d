import {
  acceptedInvitation,
  receivedInvitation,
  receivedInvitationList,
  type ReceivedInvitation,
} from '../../contract/invitation.js';
import { imageAddress } from '../image-address.js';
import { invitationStatus } from '../invitation-status.js';
import { liveAccount } from '../live-account.js';
import type { Management } from '../management.js';
import type { LogtoInvitation } from '../management-types.js';
import { notFound, Refusal } from '../refusal.js';
import { route, type Route } from '../route.js';
import { UpstreamError } from '../upstream-error.js';

/** Invitations that the person has received: found by the live primary address, never by one in the request. */
export const receivedInvitationRoutes: readonly Route[] = [
  route({
    operation: 'listMyInvitations',
    method: 'GET',
    path: '/invitations',
    authorization: { who: 'person' },
    summary: 'Invitations that wait for me.',
    output: receivedInvitationList,
    handle: async ({ identity, logto }) => {
      const { primaryEmail } = await liveAccount(logto, identity.userId);
      if (!primaryEmail) return { items: [] };
      const all = await logto.invitations.to(primaryEmail);
      const pending = all.filter(
        (invitation) => isFor(primaryEmail, invitation) && invitationStatus(invitation) === 'pending',
      );
      const shown = await Promise.all(pending.map((invitation) => toReceived(logto, invitation)));
      return { items: shown.filter((invitation) => invitation !== undefined) };
    },
  }),
  route({
    operation: 'getMyInvitation',
    method: 'GET',
    path: '/invitations/:invitationId',
    authorization: { who: 'person' },
    summary: 'One invitation, for the person whom it invites.',
    output: receivedInvitation,
    handle: async ({ identity, logto, params }) => {
      const invitation = await own(logto, identity.userId, params.invitationId);
      const shown = await toReceived(logto, invitation);
      if (!shown) throw notFound();
      return shown;
    },
  }),
  route({
    operation: 'acceptInvitation',
    method: 'POST',
    path: '/invitations/:invitationId/accept',
    authorization: { who: 'person' },
    summary: 'Joins the organization with the roles of the invitation.',
    output: acceptedInvitation,
    handle: async ({ identity, logto, params, services, audit }) => {
      const invitation = await own(logto, identity.userId, params.invitationId);
      const { organizationId } = invitation;
      audit({ organizationId });
      // A second press of the button, or a second attempt after an answer that got lost.
      if (isAcceptedBy(identity.userId, invitation)) return { organizationId };
      requirePending(invitation);
      const change = { status: 'Accepted', acceptedUserId: identity.userId } as const;
      await logto.invitations.end(invitation.id, change).catch(async (error: unknown) => {
        // The second press may also come while the first is under way.
        const found = error instanceof UpstreamError && (await logto.invitations.find(invitation.id));
        if (!found || !isAcceptedBy(identity.userId, found)) throw error;
      });
      services.authorizer.forget(organizationId, identity.userId);
      return { organizationId };
    },
  }),
  route({
    operation: 'declineInvitation',
    method: 'POST',
    path: '/invitations/:invitationId/decline',
    authorization: { who: 'person' },
    summary: 'Ends the invitation. Logto knows no declined ones: it reads as revoked.',
    handle: async ({ identity, logto, params, audit }) => {
      const invitation = await own(logto, identity.userId, params.invitationId);
      audit({ organizationId: invitation.organizationId });
      requirePending(invitation);
      await logto.invitations.end(invitation.id, { status: 'Revoked' });
    },
  }),
];

/**
 * The invitation, when the person's address is the invited one, in whatever case.
 * @throws Refusal `wrong_account` for another account, without a word about whose it is
 */
const own = async (logto: Management, userId: string, invitationId: string): Promise<LogtoInvitation> => {
  const [user, invitation] = await Promise.all([
    liveAccount(logto, userId),
    logto.invitations.find(invitationId),
  ]);
  if (!invitation) throw notFound();
  if (!isFor(user.primaryEmail, invitation)) {
    throw new Refusal('wrong_account', 'The invitation is for another account.');
  }
  return invitation;
};

/** Of other letters than these the lower case may be another person's: that of U+212A, the kelvin, is `k`. */
const lowerASCII = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

const isFor = (address: string | null, { invitee }: LogtoInvitation): boolean =>
  address !== null && lowerASCII(address) === lowerASCII(invitee);

const isAcceptedBy = (userId: string, { status, acceptedUserId }: LogtoInvitation): boolean =>
  status === 'Accepted' && acceptedUserId === userId;

const requirePending = (invitation: LogtoInvitation): void => {
  const status = invitationStatus(invitation);
  if (status !== 'pending') {
    throw new Refusal('invitation_ended', 'The invitation has ended.', { details: { status } });
  }
};

/** Logto's invitation has neither the organization's name nor the inviter's: both are asked for. */
const toReceived = async (
  logto: Management,
  invitation: LogtoInvitation,
): Promise<ReceivedInvitation | undefined> => {
  const { id, organizationId, inviterId, createdAt, expiresAt, organizationRoles } = invitation;
  const [organization, inviter] = await Promise.all([
    logto.organization(organizationId),
    inviterId ? logto.user(inviterId) : undefined,
  ]);
  if (!organization) return undefined;
  return {
    id,
    status: invitationStatus(invitation),
    organization: {
      id: organization.id,
      name: organization.name,
      logoUrl: imageAddress(organization.branding.logoUrl),
      darkLogoUrl: imageAddress(organization.branding.darkLogoUrl),
    },
    inviter: inviter ? { name: inviter.name, avatar: imageAddress(inviter.avatar) } : null,
    roles: organizationRoles.map(({ id: roleId, name }) => ({ id: roleId, name })),
    createdAt,
    expiresAt,
  };
};
