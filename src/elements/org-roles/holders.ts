import type { Me } from '../../contract/me.js';
import type { Role } from '../../contract/role.js';
import { permissionKey, type PermissionGroup } from '../parts/permission-groups.js';
import { searchMatcher } from '../parts/search-matcher.js';

type Permission = Role['permissions'][number];

/** A column: what a role gives, or what the person holds by all of theirs. */
export interface Holder {
  readonly id: string;
  readonly name: string;
  /** Absent for the person. */
  readonly role: Role | undefined;
  readonly isMine: boolean;
  holds(permission: Permission): boolean;
}

/** What of the permissions the search finds, by name, description and resource. */
export function searchPermissions(
  groups: readonly PermissionGroup[],
  query: string,
): readonly PermissionGroup[] {
  const matches = searchMatcher(query);
  return groups
    .map(({ resource, permissions }) => ({
      resource,
      permissions: permissions.filter(({ name, description }) =>
        matches([name, description, resource].join(' ')),
      ),
    }))
    .filter(({ permissions }) => permissions.length > 0);
}

export function countPermissions(groups: readonly PermissionGroup[]): number {
  return groups.reduce((sum, { permissions }) => sum + permissions.length, 0);
}

/** The person first, as far as it is known what they hold, then the roles as the backend orders them. */
export function holdersOf(roles: readonly Role[], me: Me | undefined, you: string): readonly Holder[] {
  const mine = new Set(me?.roles.map(({ id }) => id));
  const columns = roles.map((role) =>
    toHolder(role.id, role.name, role.permissions, role, mine.has(role.id)),
  );
  return me ? [toHolder('', you, me.permissions, undefined, false), ...columns] : columns;
}

function toHolder(
  id: string,
  name: string,
  permissions: readonly Pick<Permission, 'resource' | 'name'>[],
  role: Role | undefined,
  isMine: boolean,
): Holder {
  const keys = new Set(permissions.map(permissionKey));
  return { id, name, role, isMine, holds: (permission) => keys.has(permissionKey(permission)) };
}
