import * as operations from '../../api/operations/sent-invitations.js';
import type {
  InviteInput,
  InviteResult,
  RenewInput,
  SendAgainInput,
  SentInvitation,
} from '../../contract/invitation.js';
import type { OrgChange } from '../org-store.js';
import { organizationKey, type Key } from '../query-keys.js';

const touches = (organizationId: string): readonly Key[] => [organizationKey(organizationId, 'invitations')];

/** A result for each address; what worked stays. */
export function invite(organizationId: string, input: InviteInput): OrgChange<InviteResult> {
  return { operation: operations.invite(organizationId, input), touches: touches(organizationId) };
}

/** Mails a pending one again. */
export function resendInvitation(
  organizationId: string,
  invitationId: string,
  input?: SendAgainInput,
): OrgChange<SentInvitation> {
  const operation = operations.resendInvitation(organizationId, invitationId, input);
  return { operation, touches: touches(organizationId) };
}

/** Puts a fresh one in place of one that has expired. */
export function renewInvitation(
  organizationId: string,
  invitationId: string,
  input?: RenewInput,
): OrgChange<SentInvitation> {
  const operation = operations.renewInvitation(organizationId, invitationId, input);
  return { operation, touches: touches(organizationId) };
}

/** Revokes a pending one; takes one that has ended off the list. */
export function removeInvitation(organizationId: string, invitationId: string): OrgChange<void> {
  const operation = operations.removeInvitation(organizationId, invitationId);
  return { operation, touches: touches(organizationId) };
}
