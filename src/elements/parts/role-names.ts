import type { RoleReference } from '../../contract/organization.js';

/** Roles in one line. They are the tenant's words, in whatever language they are. */
export function roleNames(roles: readonly RoleReference[]): string {
  return roles.map(({ name }) => name).join(', ');
}
