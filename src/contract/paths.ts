/** Paths under the base that the host chooses. Segments are encoded, so an id can never leave its place. */
const segment = (id: string): string => encodeURIComponent(id);

export const paths = {
  organizations: (): string => '/organizations',
  organization: (organizationId: string): string => `/organizations/${segment(organizationId)}`,
  me: (organizationId: string): string => `${paths.organization(organizationId)}/me`,
  members: (organizationId: string): string => `${paths.organization(organizationId)}/members`,
  /** Gives roles to many members at once. */
  membersRoles: (organizationId: string): string => `${paths.members(organizationId)}/roles`,
  member: (organizationId: string, userId: string): string =>
    `${paths.members(organizationId)}/${segment(userId)}`,
  memberRoles: (organizationId: string, userId: string): string =>
    `${paths.member(organizationId, userId)}/roles`,
  roles: (organizationId: string): string => `${paths.organization(organizationId)}/roles`,
  /** Invitations that an organization has sent. */
  sentInvitations: (organizationId: string): string => `${paths.organization(organizationId)}/invitations`,
  sentInvitation: (organizationId: string, invitationId: string): string =>
    `${paths.sentInvitations(organizationId)}/${segment(invitationId)}`,
  resendInvitation: (organizationId: string, invitationId: string): string =>
    `${paths.sentInvitation(organizationId, invitationId)}/resend`,
  renewInvitation: (organizationId: string, invitationId: string): string =>
    `${paths.sentInvitation(organizationId, invitationId)}/renew`,
  bots: (organizationId: string): string => `${paths.organization(organizationId)}/bots`,
  bot: (organizationId: string, applicationId: string): string =>
    `${paths.bots(organizationId)}/${segment(applicationId)}`,
  botRoles: (organizationId: string, applicationId: string): string =>
    `${paths.bot(organizationId, applicationId)}/roles`,
  /** Invitations that the caller has received. */
  invitations: (): string => '/invitations',
  invitation: (invitationId: string): string => `/invitations/${segment(invitationId)}`,
  acceptInvitation: (invitationId: string): string => `${paths.invitation(invitationId)}/accept`,
  declineInvitation: (invitationId: string): string => `${paths.invitation(invitationId)}/decline`,
  /** Every organization of the tenant, for operators. */
  directory: (): string => '/admin/organizations',
} as const;
