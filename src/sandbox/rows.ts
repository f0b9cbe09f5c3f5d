/** The rows of a Logto tenant, with the names that its Management API gives their columns. Times are epoch ms. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = Readonly<Record<string, Json>>;

/** Of an organization role or a global role: whom it can be given to. */
export type RoleType = 'User' | 'MachineToMachine';

export type ApplicationType = 'Native' | 'SPA' | 'Traditional' | 'MachineToMachine' | 'Protected' | 'SAML';

export interface MfaVerification {
  readonly id: string;
  readonly type: string;
  readonly createdAt: string;
}

export interface User {
  readonly id: string;
  readonly username: string | null;
  readonly primaryEmail: string | null;
  readonly primaryPhone: string | null;
  readonly name: string | null;
  readonly avatar: string | null;
  readonly customData: JsonObject;
  readonly identities: JsonObject;
  readonly profile: JsonObject;
  readonly applicationId: string | null;
  readonly isSuspended: boolean;
  readonly lastSignInAt: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** The password itself is not kept: the sandbox signs anybody in. */
  readonly hasPassword: boolean;
  /** Factors that are set up. Not empty means: may get tokens of organizations that require MFA. */
  readonly mfaVerifications: readonly MfaVerification[];
}

export interface Branding {
  readonly logoUrl?: string;
  readonly darkLogoUrl?: string;
  readonly favicon?: string;
  readonly darkFavicon?: string;
}

export interface Organization {
  readonly tenantId: string;
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly customData: JsonObject;
  readonly isMfaRequired: boolean;
  readonly color: JsonObject;
  readonly branding: Branding;
  readonly customCss: string | null;
  readonly createdAt: number;
}

export interface OrganizationScope {
  readonly tenantId: string;
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
}

export interface OrganizationRole {
  readonly tenantId: string;
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly type: RoleType;
}

export interface Application {
  readonly tenantId: string;
  readonly id: string;
  readonly name: string;
  /** The secret of client credentials; never in an answer of the Management API here. */
  readonly secret: string;
  readonly description: string | null;
  readonly type: ApplicationType;
  readonly oidcClientMetadata: JsonObject;
  readonly customClientMetadata: JsonObject;
  readonly protectedAppMetadata: JsonObject | null;
  readonly customData: JsonObject;
  readonly isThirdParty: boolean;
  readonly appLevelAccessControlEnabled: boolean;
  readonly createdAt: number;
}

export interface Resource {
  readonly tenantId: string;
  readonly id: string;
  readonly name: string;
  /** The `aud` of its tokens. */
  readonly indicator: string;
  readonly isDefault: boolean;
  /** Lifetime of its access tokens, in seconds. */
  readonly accessTokenTtl: number;
}

export interface Scope {
  readonly tenantId: string;
  readonly id: string;
  readonly resourceId: string;
  readonly name: string;
  readonly description: string | null;
  readonly createdAt: number;
}

/** A global role: it holds scopes of API resources and belongs to no organization. */
export interface Role {
  readonly tenantId: string;
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly type: RoleType;
  readonly isDefault: boolean;
}

/** As stored. `Expired` is mostly computed when read: see `invitationStatus`. */
export type InvitationStatus = 'Pending' | 'Accepted' | 'Expired' | 'Revoked';

export interface Invitation {
  readonly tenantId: string;
  readonly id: string;
  readonly inviterId: string | null;
  readonly invitee: string;
  readonly acceptedUserId: string | null;
  readonly organizationId: string;
  readonly status: InvitationStatus;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expiresAt: number;
}

export type OneTimeTokenStatus = 'active' | 'consumed' | 'revoked' | 'expired';

export interface OneTimeToken {
  readonly tenantId: string;
  readonly id: string;
  readonly email: string;
  readonly token: string;
  readonly context: {
    readonly jitOrganizationIds?: readonly string[];
    readonly interactionEvent?: string;
  };
  readonly status: OneTimeTokenStatus;
  readonly createdAt: number;
  readonly expiresAt: number;
}

export interface SsoConnector {
  readonly tenantId: string;
  readonly id: string;
  readonly providerName: string;
  readonly connectorName: string;
  readonly domains: readonly string[];
  readonly createdAt: number;
}

/** A mail as the connector would have sent it. */
export interface Mail {
  readonly id: string;
  readonly to: string;
  /** The template: `OrganizationInvitation` for invitations. */
  readonly type: string;
  readonly subject: string;
  readonly text: string;
  readonly link: string | null;
  /** What the template got: the organization, the inviter, and everything of the caller's payload. */
  readonly payload: JsonObject;
  readonly sentAt: number;
}

export interface OrganizationUser {
  readonly organizationId: string;
  readonly userId: string;
}
export interface OrganizationRoleUser extends OrganizationUser {
  readonly organizationRoleId: string;
}
export interface OrganizationApplication {
  readonly organizationId: string;
  readonly applicationId: string;
}
export interface OrganizationRoleApplication extends OrganizationApplication {
  readonly organizationRoleId: string;
}
export interface OrganizationRoleScope {
  readonly organizationRoleId: string;
  readonly organizationScopeId: string;
}
export interface OrganizationRoleResourceScope {
  readonly organizationRoleId: string;
  readonly scopeId: string;
}
export interface InvitationRole {
  readonly organizationInvitationId: string;
  readonly organizationRoleId: string;
}
export interface JitEmailDomain {
  readonly organizationId: string;
  readonly emailDomain: string;
}
export interface JitRole {
  readonly organizationId: string;
  readonly organizationRoleId: string;
}
export interface JitSsoConnector {
  readonly organizationId: string;
  readonly ssoConnectorId: string;
}
export interface RoleScope {
  readonly roleId: string;
  readonly scopeId: string;
}
export interface UserRole {
  readonly roleId: string;
  readonly userId: string;
}
export interface ApplicationRole {
  readonly roleId: string;
  readonly applicationId: string;
}
