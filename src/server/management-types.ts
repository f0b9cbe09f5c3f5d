/** The fields of Logto's answers that the backend reads. Whatever else there is stays behind. */

export interface LogtoRoleReference {
  readonly id: string;
  readonly name: string;
}

export interface LogtoUser {
  readonly id: string;
  readonly username: string | null;
  readonly primaryEmail: string | null;
  readonly name: string | null;
  readonly avatar: string | null;
  readonly isSuspended: boolean;
}

export interface LogtoMember extends LogtoUser {
  readonly organizationRoles: readonly LogtoRoleReference[];
}

export interface LogtoOrganization {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly customData: Readonly<Record<string, unknown>>;
  readonly isMfaRequired: boolean;
  readonly branding: LogtoBranding;
  readonly createdAt: number;
}

export interface LogtoBranding {
  readonly logoUrl?: string | undefined;
  readonly darkLogoUrl?: string | undefined;
  readonly favicon?: string | undefined;
  readonly darkFavicon?: string | undefined;
}

/** Logto replaces `customData` and `branding` as a whole. */
export interface OrganizationChanges {
  readonly name?: string;
  readonly description?: string | null;
  readonly isMfaRequired?: boolean;
  readonly branding?: LogtoBranding;
  readonly customData?: { [key: string]: unknown };
}

export interface LogtoOrganizationRole extends LogtoRoleReference {
  readonly description: string | null;
  readonly type: 'User' | 'MachineToMachine';
  readonly scopes: readonly LogtoRoleReference[];
  readonly resourceScopes: readonly {
    readonly id: string;
    readonly name: string;
    readonly resource: LogtoRoleReference;
  }[];
}

export interface LogtoPermission {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
}

export interface LogtoInvitation {
  readonly id: string;
  readonly inviterId: string | null;
  readonly invitee: string;
  readonly acceptedUserId: string | null;
  readonly organizationId: string;
  readonly status: 'Pending' | 'Accepted' | 'Expired' | 'Revoked';
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly organizationRoles: readonly LogtoRoleReference[];
}

export interface LogtoApplication {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly type: string;
}

export interface Page {
  readonly page: number;
  readonly pageSize: number;
  readonly q?: string | undefined;
}
