import { listMembers, type MemberFilter } from '../../api/operations/members.js';
import type { MemberPage } from '../../contract/member.js';
import { organizationKey } from '../query-keys.js';
import type { OrgQuery } from '../query-watch.js';

/** A page of the members. The page before stays on the screen while the next one loads. */
export function members(organizationId: string, filter: MemberFilter = {}): OrgQuery<MemberPage> {
  const key = organizationKey(organizationId, 'members', filter);
  return { key, operation: listMembers(organizationId, filter), keepFor: 3 };
}
