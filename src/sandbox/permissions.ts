import type { Organization, OrganizationRole, OrganizationScope, Scope } from './rows.js';
import { memberKey } from './tables.js';
import type { Tenant } from './tenant.js';

/** Whether a person may get a token of an organization, and if not, why. */
export type OrganizationAccess = 'granted' | 'not_a_member' | 'mfa_required';

/** What people and applications hold right now: the source of every `scope` in a token. */
export class Permissions {
  readonly #tenant: Tenant;

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
  }

  /** In the order in which Logto refuses: membership first, then MFA. */
  organizationAccess(userId: string, organizationId: string): OrganizationAccess {
    const { tables, accounts } = this.#tenant;
    if (!accounts.isMember(userId, organizationId)) return 'not_a_member';
    const { isMfaRequired = false } = tables.organizations.get(organizationId) ?? {};
    return isMfaRequired && !accounts.hasMfa(userId) ? 'mfa_required' : 'granted';
  }

  /** Organizations of a user, each with the user's roles there, ordered by role name. */
  organizationsOf(
    userId: string,
  ): { readonly organization: Organization; readonly roles: readonly OrganizationRole[] }[] {
    const { tables } = this.#tenant;
    return tables.organizationUsers.where('userId', userId).flatMap(({ organizationId }) => {
      const organization = tables.organizations.get(organizationId);
      return organization ? [{ organization, roles: this.rolesIn(organizationId, userId) }] : [];
    });
  }

  /** Roles of a member, ordered by name. */
  rolesIn(organizationId: string, userId: string): OrganizationRole[] {
    const { tables } = this.#tenant;
    return this.#roles(tables.organizationRoleUsers.where('member', memberKey(organizationId, userId)));
  }

  /** Roles of an application in an organization, ordered by name. */
  applicationRolesIn(organizationId: string, applicationId: string): OrganizationRole[] {
    const { tables } = this.#tenant;
    return this.#roles(
      tables.organizationRoleApplications.where('member', memberKey(organizationId, applicationId)),
    );
  }

  /** Live organization permissions of a user; none for somebody who is no member. */
  organizationScopes(organizationId: string, userId: string): OrganizationScope[] {
    return this.#organizationScopesOf(this.rolesIn(organizationId, userId));
  }

  /** Live organization permissions of an application. */
  applicationOrganizationScopes(organizationId: string, applicationId: string): OrganizationScope[] {
    return this.#organizationScopesOf(this.applicationRolesIn(organizationId, applicationId));
  }

  /**
   * Live scopes of a user for an API resource: those of the global roles, together with those of the roles in
   * the organization given, or, without one, in **all** of the user's organizations.
   */
  resourceScopes(userId: string, indicator: string, organizationId?: string): Scope[] {
    const { tables } = this.#tenant;
    const global = tables.userRoles.where('userId', userId).map(({ roleId }) => roleId);
    const organizations =
      organizationId === undefined
        ? tables.organizationUsers.where('userId', userId).map((row) => row.organizationId)
        : [organizationId];
    const roles = organizations.flatMap((id) => this.rolesIn(id, userId));
    return this.#resourceScopesOf(indicator, global, roles);
  }

  /** Live scopes of an application for an API resource, from its global roles or its roles in an organization. */
  applicationResourceScopes(applicationId: string, indicator: string, organizationId?: string): Scope[] {
    const { tables } = this.#tenant;
    if (organizationId !== undefined) {
      return this.#resourceScopesOf(indicator, [], this.applicationRolesIn(organizationId, applicationId));
    }
    const global = tables.applicationRoles.where('applicationId', applicationId);
    return this.#resourceScopesOf(
      indicator,
      global.map(({ roleId }) => roleId),
      [],
    );
  }

  isApplicationIn(organizationId: string, applicationId: string): boolean {
    return this.#tenant.tables.organizationApplications.has(memberKey(organizationId, applicationId));
  }

  #roles(relations: readonly { readonly organizationRoleId: string }[]): OrganizationRole[] {
    return relations
      .flatMap(
        ({ organizationRoleId }) => this.#tenant.tables.organizationRoles.get(organizationRoleId) ?? [],
      )
      .sort(byName);
  }

  #organizationScopesOf(roles: readonly OrganizationRole[]): OrganizationScope[] {
    const { tables } = this.#tenant;
    const ids = roles.flatMap((role) => tables.organizationRoleScopes.where('organizationRoleId', role.id));
    return [...new Set(ids.map(({ organizationScopeId }) => organizationScopeId))].flatMap(
      (id) => tables.organizationScopes.get(id) ?? [],
    );
  }

  #resourceScopesOf(
    indicator: string,
    globalRoleIds: readonly string[],
    organizationRoles: readonly OrganizationRole[],
  ): Scope[] {
    const { tables } = this.#tenant;
    const relations = [
      ...globalRoleIds.flatMap((id) => tables.roleScopes.where('roleId', id)),
      ...organizationRoles.flatMap((role) =>
        tables.organizationRoleResourceScopes.where('organizationRoleId', role.id),
      ),
    ];
    const resource = tables.resources.find('indicator', indicator);
    return [...new Set(relations.map(({ scopeId }) => scopeId))]
      .flatMap((id) => tables.scopes.get(id) ?? [])
      .filter((scope) => scope.resourceId === resource?.id);
  }
}

/** By name, as the database orders text. */
export const byName = (left: { readonly name: string }, right: { readonly name: string }): number =>
  left.name < right.name ? -1 : left.name > right.name ? 1 : 0;
