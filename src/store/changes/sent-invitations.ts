import type { InvitationFilter } from '../../api/operations/sent-invitations.js';
import * as operations from '../../api/operations/sent-invitations.js';
import type {
  InviteInput,
  InviteResult,
  RenewInput,
  SendAgainInput,
  SentInvitation,
  SentInvitationPage,
} from '../../contract/invitation.js';
import { optimistically } from '../optimistic.js';
import type { OrgChange } from '../org-store.js';
import { organizationKey, type Key } from '../query-keys.js';
import { withoutItem } from './without-item.js';

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

/** Revokes a pending one; takes one that has ended off the list. Lists show it at once. */
export function removeInvitation(organizationId: string, invitationId: string): OrgChange<void> {
  return {
    operation: operations.removeInvitation(organizationId, invitationId),
    touches: touches(organizationId),
    optimistic: optimistically<SentInvitationPage>({
      key: organizationKey(organizationId, 'invitations'),
      update: (page, { key }) => {
        const isPending = page.items.some(({ id, status }) => id === invitationId && status === 'pending');
        const { status: shown } = (key[3] ?? {}) as InvitationFilter;
        // A revoked one stays where every status is shown.
        if (!isPending || shown !== undefined) return withoutItem(page, invitationId);
        const revoke = (one: SentInvitation): SentInvitation =>
          one.id === invitationId ? { ...one, status: 'revoked', link: undefined } : one;
        return { ...page, items: page.items.map(revoke) };
      },
    }),
  };
}
