import { rolesPath } from '../../contract/paths.js';
import type { RoleList } from '../../contract/role.js';
import type { Operation } from '../operation.js';

/** The roles that people can hold, and whether the person may grant each. */
export function listRoles(organizationId: string): Operation<RoleList> {
  return { path: rolesPath(organizationId), organizationId };
}
