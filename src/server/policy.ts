import type { BlockReason } from '../contract/capabilities.js';
import type { Actor } from './actor.js';
import { Refusal } from './refusal.js';
import type { Template, TemplateRole } from './template.js';

/** Roles that give something which the actor does not hold: nobody gives or takes those. */
export const exceeding = (actor: Actor, roles: readonly TemplateRole[]): TemplateRole[] =>
  roles.filter((role) => !isWithin(actor, [role]));

/** Whether these roles, which somebody holds, are within what the actor holds. */
export const isWithin = (actor: Actor, roles: readonly TemplateRole[]): boolean =>
  roles.every(({ permissions }) => permissions.every(({ key }) => actor.holdings.has(key)));

/** Why the actor may not give this role, whichever way: to a member, or in an invitation. */
export const grantBlock = (actor: Actor, role: TemplateRole): BlockReason | null => {
  if (!actor.may('manageMember') && !actor.may('inviteMember')) return 'not_permitted';
  return isWithin(actor, [role]) ? null : 'exceeds_own';
};

/** Why the actor may not do what needs `permission` to somebody who holds these roles. */
export const memberBlock = (
  actor: Actor,
  permission: 'manageMember' | 'deleteMember',
  roles: readonly TemplateRole[],
): BlockReason | null => {
  if (!actor.may(permission)) return 'not_permitted';
  return isWithin(actor, roles) ? null : 'exceeds_own';
};

/** @throws Refusal `forbidden`, naming the roles that are too much */
export const requireWithin = (actor: Actor, roles: readonly TemplateRole[]): void => {
  const tooMuch = exceeding(actor, roles);
  if (tooMuch.length > 0) {
    throw new Refusal('forbidden', 'The roles give more than your own.', {
      details: { reason: 'exceeds_own', roleIds: tooMuch.map(({ id }) => id) },
    });
  }
};

/** @throws Refusal `forbidden` when the member holds more than the actor */
export const requireNotStronger = (actor: Actor, roles: readonly TemplateRole[]): void => {
  if (!isWithin(actor, roles)) {
    throw new Refusal('forbidden', 'The member holds more than you.', { details: { reason: 'exceeds_own' } });
  }
};

/**
 * The roles behind ids of a request. One for machines given to a person would be refused by Logto, or, in an
 * invitation, be taken and block its acceptance.
 * @throws Refusal `invalid_input` for an unknown role, or one of the other kind
 */
export const requireRoles = (
  template: Template,
  ids: readonly string[],
  type: TemplateRole['type'],
): TemplateRole[] => {
  const unique = [...new Set(ids)];
  const roles = unique.flatMap((id) => template.roles.get(id) ?? []).filter((role) => role.type === type);
  if (roles.length === unique.length) return roles;
  const known = new Set(roles.map(({ id }) => id));
  throw new Refusal('invalid_input', 'There is no such role.', {
    details: {
      fields: [{ field: 'roleIds', expected: 'ids of roles that can be given here' }],
      roleIds: unique.filter((id) => !known.has(id)),
    },
  });
};
