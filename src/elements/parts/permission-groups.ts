import type { Role } from '../../contract/role.js';

type Permission = Role['permissions'][number];

/** The permissions of one API resource, or of the organization itself. */
export interface PermissionGroup<Kind extends Permission = Permission> {
  /** Name of the API resource; `null` for the organization. */
  readonly resource: string | null;
  readonly permissions: readonly Kind[];
}

/** A permission of the organization and one of a resource may share their name. */
export const permissionKey = ({ resource, name }: Pick<Permission, 'resource' | 'name'>): string =>
  JSON.stringify([resource, name]);

// `read:member` is about members first: what is about the same stands together.
const orderOf = (name: string): string => name.split(':').reverse().join(' ');

/** Each permission once: the organization's first, then by resource. */
export function permissionGroups<Kind extends Permission>(
  all: readonly Kind[],
  language: string,
): readonly PermissionGroup<Kind>[] {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const unique = new Map(all.map((one) => [permissionKey(one), one]));
  const permissions = [...unique.values()].sort((a, b) => collator.compare(orderOf(a.name), orderOf(b.name)));
  const resources = new Set(permissions.map(({ resource }) => resource));
  return [...resources]
    .sort((a, b) => collator.compare(a ?? '', b ?? ''))
    .map((resource) => ({ resource, permissions: permissions.filter((one) => one.resource === resource) }));
}
