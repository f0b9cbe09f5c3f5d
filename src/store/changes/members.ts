import { leaveOrganization as leave } from '../../api/operations/me.js';
import * as operations from '../../api/operations/members.js';
import type {
  GrantRolesInput,
  GrantRolesResult,
  Member,
  MemberPage,
  MemberRoles,
} from '../../contract/member.js';
import type { RoleList } from '../../contract/role.js';
import { optimistically } from '../optimistic.js';
import type { OrgChange } from '../org-store.js';
import { organizationKey, organizationsKey, type Key } from '../query-keys.js';
import { withoutItem } from './without-item.js';

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

/** All roles that the member has afterwards; lists show them at once. `isMe`: it is the person. */
export function replaceMemberRoles(
  organizationId: string,
  userId: string,
  roleIds: string[],
  isMe = false,
): OrgChange<MemberRoles> {
  return {
    operation: operations.replaceMemberRoles(organizationId, userId, roleIds),
    ...affected(organizationId, isMe),
    optimistic: optimistically<MemberPage>({
      key: organizationKey(organizationId, 'members'),
      update: (page, { read }) => {
        const list = read(organizationKey(organizationId, 'roles')) as RoleList | undefined;
        const known = [...page.items.flatMap(({ roles }) => roles), ...(list?.items ?? [])];
        const roles = roleIds.flatMap((id) => known.find((role) => role.id === id) ?? []);
        // A role without a name cannot be shown.
        if (roles.length < roleIds.length) return page;
        const named = roles.map(({ id, name }) => ({ id, name }));
        const change = (member: Member): Member =>
          member.id === userId ? { ...member, roles: named } : member;
        return { ...page, items: page.items.map(change) };
      },
    }),
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

/** Lists show it at once. */
export function removeMember(organizationId: string, userId: string): OrgChange<void> {
  return {
    operation: operations.removeMember(organizationId, userId),
    touches: touched(organizationId),
    optimistic: optimistically<MemberPage>({
      key: organizationKey(organizationId, 'members'),
      update: (page) => withoutItem(page, userId),
    }),
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
