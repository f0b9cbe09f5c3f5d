import type {
  Application,
  Invitation,
  InvitationStatus,
  JitEmailDomain,
  OrganizationRole,
  User,
} from '../rows.js';
import { byName } from '../permissions.js';
import type { Tenant } from '../tenant.js';

/** The shapes in which rows leave the Management API. */

export const userInfo = (user: User) => ({
  id: user.id,
  username: user.username,
  primaryEmail: user.primaryEmail,
  primaryPhone: user.primaryPhone,
  name: user.name,
  avatar: user.avatar,
  customData: user.customData,
  identities: user.identities,
  lastSignInAt: user.lastSignInAt,
  createdAt: user.createdAt,
  updatedAt: user.updatedAt,
  profile: user.profile,
  applicationId: user.applicationId,
  cimdClientId: null,
  isSuspended: user.isSuspended,
});

export const userProfile = (user: User) => ({ ...userInfo(user), hasPassword: user.hasPassword });

/** Without the secret. */
export const applicationInfo = ({ secret: _, ...application }: Application) => application;

export const roleSummaries = (roles: readonly OrganizationRole[]) =>
  [...roles].sort(byName).map(({ id, name }) => ({ id, name }));

export const jitEmailDomain = (tenant: Tenant) => (row: JitEmailDomain) => ({ tenantId: tenant.id, ...row });

/** A pending invitation whose time has come reads as expired; the row stays `Pending` until the next insert. */
export const invitationStatus = (invitation: Invitation, now: number): InvitationStatus =>
  invitation.status === 'Pending' && invitation.expiresAt < now ? 'Expired' : invitation.status;

export const invitationEntity = (tenant: Tenant, invitation: Invitation) => {
  const relations = tenant.tables.invitationRoles.where('organizationInvitationId', invitation.id);
  const roles = relations.flatMap((row) => tenant.tables.organizationRoles.get(row.organizationRoleId) ?? []);
  return {
    ...invitation,
    status: invitationStatus(invitation, tenant.now()),
    organizationRoles: roleSummaries(roles),
  };
};
