import { leaveOrganization as leave } from '../../api/operations/me.js';
import * as operations from '../../api/operations/members.js';
import type { GrantRolesInput, GrantRolesResult, MemberRoles } from '../../contract/member.js';
import type { OrgChange } from '../org-store.js';
import { organizationKey, organizationsKey, type Key } from '../query-keys.js';

/** Who is there, and whether one is the last administrator. */
const touched = (organizationId: string): readonly Key[] => [
  organizationKey(organizationId, 'members'),
  organizationKey(organizationId, 'me'),
];

/** When somebody's roles change it may be the person's own: the list of organizations shows these. */
const affected = (
  organizationId: string,
  isMe: boolean,
): Pick<OrgChange<unknown>, 'touches' | 'affectsMeIn'> =>
  isMe
    ? {
        touches: [organizationKey(organizationId), organizationsKey],
        affectsMeIn: () => organizationId,
      }
    : { touches: touched(organizationId) };

/** All roles that the member has afterwards. `isMe`: it is the person. */
export function replaceMemberRoles(
  organizationId: string,
  userId: string,
  roleIds: string[],
  isMe = false,
): OrgChange<MemberRoles> {
  return {
    operation: operations.replaceMemberRoles(organizationId, userId, roleIds),
    ...affected(organizationId, isMe),
  };
}

/** Gives roles to many members, beside those that they have. `isMe`: the person is among them. */
export function grantRoles(
  organizationId: string,
  input: GrantRolesInput,
  isMe = false,
): OrgChange<GrantRolesResult> {
  return { operation: operations.grantRoles(organizationId, input), ...affected(organizationId, isMe) };
}

export function removeMember(organizationId: string, userId: string): OrgChange<void> {
  return {
    operation: operations.removeMember(organizationId, userId),
    touches: touched(organizationId),
  };
}

/** The provider falls back to another organization. */
export function leaveOrganization(organizationId: string): OrgChange<void> {
  return {
    operation: leave(organizationId),
    touches: [organizationsKey],
    affectsMeIn: () => organizationId,
  };
}
