import { getMyInvitation, listMyInvitations } from '../../api/operations/received-invitations.js';
import type { ReceivedInvitation, ReceivedInvitationList } from '../../contract/invitation.js';
import { receivedInvitationsKey } from '../query-keys.js';
import type { OrgQuery } from '../query-watch.js';

/** Pending invitations to the person. */
export function receivedInvitations(): OrgQuery<ReceivedInvitationList> {
  return { key: receivedInvitationsKey, operation: listMyInvitations() };
}

/** One invitation by its link, also when it has ended. */
export function receivedInvitation(invitationId: string): OrgQuery<ReceivedInvitation> {
  return { key: [...receivedInvitationsKey, invitationId], operation: getMyInvitation(invitationId) };
}
