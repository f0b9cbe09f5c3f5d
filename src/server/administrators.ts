import type { Actor } from './actor.js';
import type { Management } from './management.js';
import { Refusal } from './refusal.js';
import type { Template, TemplateRole } from './template.js';

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
      const found = await logto.members(organizationId, { page, pageSize: PAGE_SIZE, roleId: role.id });
      const other = found.items.some(
        (member) =>
          member.id !== userId &&
          !member.isSuspended &&
          template.isAdministrator(template.rolesOf(member.organizationRoles)),
      );
      if (other) return false;
      if (page * PAGE_SIZE >= found.total) break;
    }
  }
  return true;
};

/**
 * Somebody has to stay who can put things right. Only to be asked while the organization's lock is held.
 * @throws Refusal `last_admin` when the member administers the organization now, does not afterwards, and nobody
 * else does
 */
export const requireAnotherAdministrator = async (
  logto: Management,
  actor: Actor,
  userId: string,
  before: readonly TemplateRole[],
  after: readonly TemplateRole[],
): Promise<void> => {
  const { template, organizationId, identity } = actor;
  if (!template.isAdministrator(before) || template.isAdministrator(after)) return;
  // An administrator who acts on somebody else stays one.
  if (userId !== identity.userId && template.isAdministrator(actor.roles)) return;
  if (await isOnlyAdministrator(logto, template, organizationId, userId)) {
    throw new Refusal('last_admin', 'The last administrator has to stay.');
  }
};
