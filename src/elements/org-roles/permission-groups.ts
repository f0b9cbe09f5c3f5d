import type { Me } from '../../contract/me.js';
import type { Role } from '../../contract/role.js';
import { searchMatcher } from '../parts/search-matcher.js';

type Permission = Role['permissions'][number];

/** The permissions of one API resource, or of the organization itself. */
export interface PermissionGroup {
  /** Name of the API resource; `null` for the organization. */
  readonly resource: string | null;
  readonly permissions: readonly Permission[];
}

/** A column: what a role gives, or what the person holds by all of theirs. */
export interface Holder {
  readonly id: string;
  readonly name: string;
  /** Absent for the person. */
  readonly role: Role | undefined;
  readonly isMine: boolean;
  holds(permission: Permission): boolean;
}

/** A permission of the organization and one of a resource may share their name. */
const keyOf = ({ resource, name }: Pick<Permission, 'resource' | 'name'>): string =>
  JSON.stringify([resource, name]);

// `read:member` is about members first: what is about the same stands together.
const orderOf = (name: string): string => name.split(':').reverse().join(' ');

/** Everything that the roles give, each once: the organization's first, then by resource. */
export function permissionGroups(roles: readonly Role[], language: string): readonly PermissionGroup[] {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const unique = new Map(roles.flatMap((role) => role.permissions).map((one) => [keyOf(one), one]));
  const permissions = [...unique.values()].sort((a, b) => collator.compare(orderOf(a.name), orderOf(b.name)));
  const resources = new Set(permissions.map(({ resource }) => resource));
  return [...resources]
    .sort((a, b) => collator.compare(a ?? '', b ?? ''))
    .map((resource) => ({ resource, permissions: permissions.filter((one) => one.resource === resource) }));
}

/** What of it the search finds, by name, description and resource. */
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
  const keys = new Set(permissions.map(keyOf));
  return { id, name, role, isMine, holds: (permission) => keys.has(keyOf(permission)) };
}
