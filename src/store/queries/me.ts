import { getMe } from '../../api/operations/me.js';
import type { Me } from '../../contract/me.js';
import { organizationKey } from '../query-keys.js';
import type { OrgQuery } from '../query-watch.js';

/** The person in one organization: live roles, permissions and capabilities. */
export function me(organizationId: string): OrgQuery<Me> {
  return { key: organizationKey(organizationId, 'me'), operation: getMe(organizationId) };
}
