/**
 * Paths under the base that the host chooses. Segments are encoded, so an id can never leave its place.
 * One function for each, so that a page carries only those that it asks.
 */
const segment = (id: string): string =>
  // Dots and nothing are no segment to a URL: they would lead elsewhere. No id is `~`.
  /^\.{0,2}$/.test(id) ? '~' : encodeURIComponent(id);

export const organizationsPath = (): string => '/organizations';
export const organizationPath = (organizationId: string): string =>
  `/organizations/${segment(organizationId)}`;
export const mePath = (organizationId: string): string => `${organizationPath(organizationId)}/me`;
export const membersPath = (organizationId: string): string => `${organizationPath(organizationId)}/members`;
/** Gives roles to many members at once. */
export const membersRolesPath = (organizationId: string): string => `${membersPath(organizationId)}/roles`;
export const memberPath = (organizationId: string, userId: string): string =>
  `${membersPath(organizationId)}/${segment(userId)}`;
export const memberRolesPath = (organizationId: string, userId: string): string =>
  `${memberPath(organizationId, userId)}/roles`;
export const rolesPath = (organizationId: string): string => `${organizationPath(organizationId)}/roles`;
/** Invitations that an organization has sent. */
export const sentInvitationsPath = (organizationId: string): string =>
  `${organizationPath(organizationId)}/invitations`;
export const sentInvitationPath = (organizationId: string, invitationId: string): string =>
  `${sentInvitationsPath(organizationId)}/${segment(invitationId)}`;
export const resendInvitationPath = (organizationId: string, invitationId: string): string =>
  `${sentInvitationPath(organizationId, invitationId)}/resend`;
export const renewInvitationPath = (organizationId: string, invitationId: string): string =>
  `${sentInvitationPath(organizationId, invitationId)}/renew`;
export const botsPath = (organizationId: string): string => `${organizationPath(organizationId)}/bots`;
export const botPath = (organizationId: string, applicationId: string): string =>
  `${botsPath(organizationId)}/${segment(applicationId)}`;
export const botRolesPath = (organizationId: string, applicationId: string): string =>
  `${botPath(organizationId, applicationId)}/roles`;
/** The caller's own account. */
export const accountPath = (): string => '/account';
/** Invitations that the caller has received. */
export const invitationsPath = (): string => '/invitations';
export const invitationPath = (invitationId: string): string => `/invitations/${segment(invitationId)}`;
export const acceptInvitationPath = (invitationId: string): string =>
  `${invitationPath(invitationId)}/accept`;
export const declineInvitationPath = (invitationId: string): string =>
  `${invitationPath(invitationId)}/decline`;
/** Every organization of the tenant, for operators. */
export const directoryPath = (): string => '/admin/organizations';

/** All of them, by name. */
export const paths = {
  organizations: organizationsPath,
  organization: organizationPath,
  me: mePath,
  members: membersPath,
  membersRoles: membersRolesPath,
  member: memberPath,
  memberRoles: memberRolesPath,
  roles: rolesPath,
  sentInvitations: sentInvitationsPath,
  sentInvitation: sentInvitationPath,
  resendInvitation: resendInvitationPath,
  renewInvitation: renewInvitationPath,
  bots: botsPath,
  bot: botPath,
  botRoles: botRolesPath,
  account: accountPath,
  invitations: invitationsPath,
  invitation: invitationPath,
  acceptInvitation: acceptInvitationPath,
  declineInvitation: declineInvitationPath,
  directory: directoryPath,
} as const;
