import type { SentInvitation } from '../../contract/invitation.js';
import { imageAddress } from '../image-address.js';
import { inParallel } from '../in-parallel.js';
import { invitationStatus } from '../invitation-status.js';
import type { Management } from '../management.js';
import type { LogtoInvitation, LogtoUser } from '../management-types.js';
import type { Settings } from '../settings.js';
import { invitationLink } from './link.js';

/** An invitation as those see it who invite. `inviter` as far as it is known. */
export const toSentInvitation = (
  settings: Settings,
  { id, invitee, inviterId, createdAt, expiresAt, organizationRoles, ...rest }: LogtoInvitation,
  inviter: LogtoUser | undefined,
): SentInvitation => {
  const status = invitationStatus({ ...rest, expiresAt });
  const link = status === 'pending' ? invitationLink(settings, { id, email: invitee }) : undefined;
  return {
    id,
    email: invitee,
    status,
    roles: [...organizationRoles],
    inviter: inviterId
      ? { id: inviterId, name: inviter?.name ?? null, avatar: imageAddress(inviter?.avatar) }
      : null,
    createdAt,
    expiresAt,
    ...(link !== undefined && { link }),
  };
};

/** The accounts of those who invited, each asked for once. One that is gone, or does not answer, stays unnamed. */
export const invitersOf = async (
  logto: Management,
  invitations: readonly LogtoInvitation[],
): Promise<ReadonlyMap<string, LogtoUser>> => {
  const ids = [...new Set(invitations.flatMap(({ inviterId }) => inviterId ?? []))];
  const users = await inParallel(ids, (id) => logto.user(id).catch(() => undefined));
  return new Map(users.flatMap((user) => (user ? [[user.id, user] as const] : [])));
};
