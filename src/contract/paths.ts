/** Paths under the base that the host chooses. Segments are encoded, so an id can never leave its place. */
const segment = (id: string): string => encodeURIComponent(id);

export const paths = {
  organizations: (): string => '/organizations',
  organization: (organizationId: string): string => `/organizations/${segment(organizationId)}`,
  me: (organizationId: string): string => `${paths.organization(organizationId)}/me`,
  invitations: (): string => '/invitations',
  invitation: (invitationId: string): string => `/invitations/${segment(invitationId)}`,
  acceptInvitation: (invitationId: string): string => `${paths.invitation(invitationId)}/accept`,
} as const;
