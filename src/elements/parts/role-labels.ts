import type { RoleReference } from '../../contract/organization.js';

/** How the page wants roles to be shown; by default as the tenant has them. Keys are ids or names of roles. */
export interface RoleLabels {
  /** What people read in place of a role's name. */
  readonly names?: Readonly<Record<string, string>> | null | undefined;
  /** Those that come first, in this order; the others follow as the tenant has them. */
  readonly order?: readonly string[] | null | undefined;
}

export function roleLabel({ id, name }: RoleReference, { names }: RoleLabels): string {
  return names?.[id] ?? names?.[name] ?? name;
}

export function inRoleOrder<Role extends RoleReference>(
  roles: readonly Role[],
  { order }: RoleLabels,
): readonly Role[] {
  // An attribute may hold any JSON.
  if (!Array.isArray(order)) return roles;
  const place = ({ id, name }: Role): number => {
    const index = order.findIndex((one) => one === id || one === name);
    return index < 0 ? order.length : index;
  };
  // Sorting is stable: those without a place keep their order.
  return [...roles].sort((a, b) => place(a) - place(b));
}
