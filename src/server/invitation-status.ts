import type { InvitationStatus } from '../contract/invitation.js';
import type { LogtoInvitation } from './management-types.js';

const statuses = {
  Pending: 'pending',
  Accepted: 'accepted',
  Revoked: 'revoked',
  Expired: 'expired',
} as const satisfies Record<LogtoInvitation['status'], InvitationStatus>;

/** As it is now: Logto computes `Expired` when it reads, by its own clock, which may differ a little. */
export const invitationStatus = ({
  status,
  expiresAt,
}: Pick<LogtoInvitation, 'status' | 'expiresAt'>): InvitationStatus =>
  status === 'Pending' && expiresAt <= Date.now() ? 'expired' : statuses[status];
