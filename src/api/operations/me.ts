import type { Me } from '../../contract/me.js';
import { mePath } from '../../contract/paths.js';
import type { Operation } from '../operation.js';

/** The person in one organization: live roles, permissions and capabilities. */
export function getMe(organizationId: string): Operation<Me> {
  return { path: mePath(organizationId), organizationId };
}

/** Refused to the last administrator. */
export function leaveOrganization(organizationId: string): Operation<void> {
  return { method: 'DELETE', path: mePath(organizationId), organizationId };
}
