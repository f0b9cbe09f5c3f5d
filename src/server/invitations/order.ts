import type { InvitationSort } from '../../contract/invitation.js';
import { invitationStatus } from '../invitation-status.js';
import type { LogtoInvitation } from '../management-types.js';

type Order = (left: LogtoInvitation, right: LogtoInvitation) => number;

const newest: Order = (left, right) => right.createdAt - left.createdAt;

/** What ends next comes first; what can't end any more comes after it, newest first. */
const ends: Order = (left, right) => {
  const [leftWaits, rightWaits] = [left, right].map((one) => invitationStatus(one) === 'pending');
  if (leftWaits !== rightWaits) return leftWaits ? -1 : 1;
  return leftWaits ? left.expiresAt - right.expiresAt : newest(left, right);
};

/** How a list of invitations can be ordered. */
export const invitationOrder: Readonly<Record<InvitationSort, Order>> = {
  newest,
  oldest: (left, right) => newest(right, left),
  ends,
  address: (left, right) => left.invitee.localeCompare(right.invitee, 'en'),
};
