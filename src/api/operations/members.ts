import type { GrantRolesInput, GrantRolesResult, MemberPage, MemberRoles } from '../../contract/member.js';
import { memberPath, memberRolesPath, membersPath, membersRolesPath } from '../../contract/paths.js';
import { pageParameters, type Operation, type PageRequest } from '../operation.js';

export interface MemberFilter extends PageRequest {
  /** Id of a role: only who holds it. */
  readonly role?: string | undefined;
}

export function listMembers(organizationId: string, filter: MemberFilter = {}): Operation<MemberPage> {
  const query = { ...pageParameters(filter), role: filter.role };
  return { path: membersPath(organizationId), organizationId, query };
}

/** Replaces all roles of a member; an empty list takes every role. */
export function replaceMemberRoles(
  organizationId: string,
  userId: string,
  roleIds: string[],
): Operation<MemberRoles> {
  return { method: 'PUT', path: memberRolesPath(organizationId, userId), organizationId, body: { roleIds } };
}

/** Gives roles to many members, beside those that they have; a result for each. */
export function grantRoles(organizationId: string, body: GrantRolesInput): Operation<GrantRolesResult> {
  return { method: 'POST', path: membersRolesPath(organizationId), organizationId, body };
}

export function removeMember(organizationId: string, userId: string): Operation<void> {
  return { method: 'DELETE', path: memberPath(organizationId, userId), organizationId };
}
