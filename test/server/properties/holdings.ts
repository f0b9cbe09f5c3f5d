import type { Tenant } from '../../../src/sandbox/index.js';

/** What somebody, a person or a bot, holds in an organization. */
export interface Holder {
  readonly organizationId: string;
  readonly id: string;
  /** Ids of permissions, of the organization and of API resources. */
  readonly keys: ReadonlySet<string>;
  /** Names of the organization's permissions. */
  readonly names: ReadonlySet<string>;
  /** A person who manages members and can sign in. */
  readonly isAdministrator: boolean;
}

/** Everybody in every organization, read from the tables: the backend's own judgement is not asked. */
export class Holdings {
  readonly organizationIds: ReadonlySet<string>;
  readonly holders: ReadonlyMap<string, Holder>;
  /** Everything that a role can give. */
  readonly everything: ReadonlySet<string>;
  readonly #rolesKeys: ReadonlyMap<string, ReadonlySet<string>>;

  constructor({ tables }: Tenant) {
    this.organizationIds = new Set(tables.organizations.all().map(({ id }) => id));
    this.#rolesKeys = new Map(
      tables.organizationRoles
        .all()
        .map(({ id }) => [
          id,
          new Set([
            ...tables.organizationRoleScopes
              .where('organizationRoleId', id)
              .map(({ organizationScopeId }) => organizationScopeId),
            ...tables.organizationRoleResourceScopes
              .where('organizationRoleId', id)
              .map(({ scopeId }) => scopeId),
          ]),
        ]),
    );
    this.everything = new Set([...this.#rolesKeys.values()].flatMap((keys) => [...keys]));
    const scopeNames = new Map(tables.organizationScopes.all().map(({ id, name }) => [id, name]));
    const holders = new Map<string, Holder>();
    const add = (
      organizationId: string,
      id: string,
      roleIds: readonly string[],
      canSignIn: boolean,
    ): void => {
      const keys = this.keysOf(roleIds);
      const names = new Set([...keys].flatMap((key) => scopeNames.get(key) ?? []));
      const isAdministrator = canSignIn && names.has('manage:member');
      holders.set(`${organizationId}/${id}`, { organizationId, id, keys, names, isAdministrator });
    };
    for (const { organizationId, userId } of tables.organizationUsers.all()) {
      const roles = tables.organizationRoleUsers
        .all()
        .filter((row) => row.organizationId === organizationId && row.userId === userId);
      const roleIds = roles.map(({ organizationRoleId }) => organizationRoleId);
      add(organizationId, userId, roleIds, !tables.users.get(userId)?.isSuspended);
    }
    for (const { organizationId, applicationId } of tables.organizationApplications.all()) {
      const roles = tables.organizationRoleApplications
        .all()
        .filter((row) => row.organizationId === organizationId && row.applicationId === applicationId);
      const roleIds = roles.map(({ organizationRoleId }) => organizationRoleId);
      add(organizationId, applicationId, roleIds, false);
    }
    this.holders = holders;
  }

  of(organizationId: string, id: string): Holder | undefined {
    return this.holders.get(`${organizationId}/${id}`);
  }

  /** Permissions that these roles give together. */
  keysOf(roleIds: readonly string[]): Set<string> {
    return new Set(roleIds.flatMap((id) => [...(this.#rolesKeys.get(id) ?? [])]));
  }

  administratorsOf(organizationId: string): readonly string[] {
    return [...this.holders.values()]
      .filter((holder) => holder.organizationId === organizationId && holder.isAdministrator)
      .map(({ id }) => id);
  }
}
