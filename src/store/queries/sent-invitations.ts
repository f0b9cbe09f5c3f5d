import { listInvitations, type InvitationFilter } from '../../api/operations/sent-invitations.js';
import type { SentInvitationPage } from '../../contract/invitation.js';
import { organizationKey } from '../query-keys.js';
import type { OrgQuery } from '../query-watch.js';

/** A page of what an organization has sent. The page before stays on the screen while the next one loads. */
export function sentInvitations(
  organizationId: string,
  filter: InvitationFilter = {},
): OrgQuery<SentInvitationPage> {
  const key = organizationKey(organizationId, 'invitations', filter);
  return { key, operation: listInvitations(organizationId, filter), keepFor: 3 };
}
