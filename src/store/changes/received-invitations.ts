import * as operations from '../../api/operations/received-invitations.js';
import type { AcceptedInvitation } from '../../contract/invitation.js';
import type { OrgChange } from '../org-store.js';
import { organizationsKey, receivedInvitationsKey } from '../query-keys.js';

/** Joins. The organization is in the list when it resolves. */
export function acceptInvitation(invitationId: string): OrgChange<AcceptedInvitation> {
  return {
    operation: operations.acceptInvitation(invitationId),
    touches: [receivedInvitationsKey, organizationsKey],
    affectsMeIn: ({ organizationId }) => organizationId,
  };
}

export function declineInvitation(invitationId: string): OrgChange<void> {
  return { operation: operations.declineInvitation(invitationId), touches: [receivedInvitationsKey] };
}
