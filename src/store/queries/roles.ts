import { listRoles } from '../../api/operations/roles.js';
import type { RoleList } from '../../contract/role.js';
import { organizationKey } from '../query-keys.js';
import type { OrgQuery } from '../query-watch.js';

/** The roles that people can hold, and whether the person may grant each. */
export function roles(organizationId: string): OrgQuery<RoleList> {
  return { key: organizationKey(organizationId, 'roles'), operation: listRoles(organizationId) };
}
