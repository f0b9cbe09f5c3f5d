import type { Sandbox } from '../../src/sandbox/sandbox.js';
import { ROLE_IDS } from '../../src/sandbox/seed/template.js';

interface NewInvitation {
  readonly id: string;
  readonly organizationId: string;
  readonly invitee: string;
  readonly inviterId?: string;
  readonly roles?: readonly (keyof typeof ROLE_IDS)[];
}

const DAY = 86_400_000;

/** Puts a pending invitation into the sandbox, made now and for a week. */
export function addInvitation({ tenant }: Sandbox, invitation: NewInvitation): void {
  const { inviterId = null, roles = ['member'], ...rest } = invitation;
  const now = tenant.now();
  tenant.tables.invitations.insert({
    tenantId: tenant.id,
    ...rest,
    inviterId,
    status: 'Pending',
    acceptedUserId: null,
    createdAt: now,
    updatedAt: now,
    expiresAt: now + 7 * DAY,
  });
  for (const role of roles) {
    tenant.tables.invitationRoles.insert({
      organizationInvitationId: invitation.id,
      organizationRoleId: ROLE_IDS[role],
    });
  }
}
