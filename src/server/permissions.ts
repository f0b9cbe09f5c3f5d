/** What the backend asks a permission for, and the name it has unless the host renames it. */
export const defaultPermissions = {
  /** See the addresses of members. Every member sees names and roles. */
  readMember: 'read:member',
  inviteMember: 'invite:member',
  /** Change roles, and whatever invitations others have sent. */
  manageMember: 'manage:member',
  deleteMember: 'delete:member',
  manageOrganization: 'manage:organization',
  deleteOrganization: 'delete:organization',
} as const;

export type PermissionKey = keyof typeof defaultPermissions;
