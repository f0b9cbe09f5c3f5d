import type { Management } from './management.js';
import type { Template } from './template.js';

const PAGE_SIZE = 100;

/**
 * Whether nobody but this person administers the organization. Asks for the holders of the roles that can make an
 * administrator and stops at the first other one: one call, in all but strange cases. Suspended accounts do not count.
 */
export const isOnlyAdministrator = async (
  logto: Management,
  template: Template,
  organizationId: string,
  userId: string,
): Promise<boolean> => {
  for (const role of template.rolesOfAdministrators()) {
    for (let page = 1; ; page += 1) {
      const { items, total } = await logto.members(organizationId, {
        page,
        pageSize: PAGE_SIZE,
        roleId: role.id,
      });
      const other = items.some(
        (member) =>
          member.id !== userId &&
          !member.isSuspended &&
          template.isAdministrator(template.rolesOf(member.organizationRoles)),
      );
      if (other) return false;
      if (page * PAGE_SIZE >= total) break;
    }
  }
  return true;
};
