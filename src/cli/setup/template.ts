import type { SetupSettings } from './settings.js';

/** A permission that organizations shall have. */
export interface WantedPermission {
  readonly name: string;
  readonly description: string;
}

/** A role that organizations shall have, with at least these permissions. */
export interface WantedRole {
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly string[];
}

export interface WantedTemplate {
  readonly permissions: readonly WantedPermission[];
  readonly roles: readonly WantedRole[];
}

/** Permissions and roles of Logto's own example (admin and member), and what the kit's backend asks for besides. */
export const wantedTemplate = ({
  permissions: names,
  adminRole,
  memberRole,
  withData,
}: SetupSettings): WantedTemplate => {
  const data = [
    { name: 'read:data', description: 'See data' },
    { name: 'write:data', description: 'Change data' },
    { name: 'delete:data', description: 'Delete data' },
  ];
  const all = [
    ...(withData ? data : []),
    { name: names.readMember, description: 'See the addresses of members' },
    { name: names.inviteMember, description: 'Invite people' },
    { name: names.manageMember, description: 'Change the roles of members' },
    { name: names.deleteMember, description: 'Remove members' },
    { name: names.manageOrganization, description: 'Change name, logo and settings' },
    { name: names.deleteOrganization, description: 'Delete the organization' },
  ];
  // Two may have been given one name.
  const permissions = [...new Map(all.map((permission) => [permission.name, permission])).values()];
  const ofMembers = [...(withData ? ['read:data', 'write:data'] : []), names.readMember, names.inviteMember];
  return {
    permissions,
    roles: [
      {
        name: adminRole,
        description: 'Runs the organization',
        permissions: permissions.map(({ name }) => name),
      },
      { name: memberRole, description: 'Works in the organization', permissions: [...new Set(ofMembers)] },
    ],
  };
};
