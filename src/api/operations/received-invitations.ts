import type {
  AcceptedInvitation,
  ReceivedInvitation,
  ReceivedInvitationList,
} from '../../contract/invitation.js';
import {
  acceptInvitationPath,
  declineInvitationPath,
  invitationPath,
  invitationsPath,
} from '../../contract/paths.js';
import type { Operation } from '../operation.js';

/** Pending ones for the person's own address. */
export function listMyInvitations(): Operation<ReceivedInvitationList> {
  return { path: invitationsPath() };
}

/** One by its link, also when it has ended. `wrong_account` when it is somebody else's. */
export function getMyInvitation(invitationId: string): Operation<ReceivedInvitation> {
  return { path: invitationPath(invitationId) };
}

export function acceptInvitation(invitationId: string): Operation<AcceptedInvitation> {
  return { method: 'POST', path: acceptInvitationPath(invitationId) };
}

export function declineInvitation(invitationId: string): Operation<void> {
  return { method: 'POST', path: declineInvitationPath(invitationId) };
}
