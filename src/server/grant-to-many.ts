import type { GrantRolesResult } from '../contract/member.js';
import type { Actor } from './actor.js';
import { inParallel } from './in-parallel.js';
import type { Management } from './management.js';
import { isWithin } from './policy.js';
import type { TemplateRole } from './template.js';

type Result = GrantRolesResult['items'][number];

/**
 * Gives the roles to each who may get them from the actor. The upstream call takes all or nobody, so it gets only those
 * who passed; should it fail all the same, each is tried alone, and what works stays.
 */
export const grantToMany = async (
  logto: Management,
  actor: Actor,
  userIds: readonly string[],
  roles: readonly TemplateRole[],
): Promise<Result[]> => {
  const { organizationId, template } = actor;
  const roleIds = roles.map(({ id }) => id);
  const judged = await inParallel(userIds, async (userId): Promise<Result> => {
    const current = await logto.rolesOf(organizationId, userId);
    if (!current) return { userId, status: 'not_a_member' };
    const held = template.rolesOf(current);
    if (!isWithin(actor, held)) return { userId, status: 'not_allowed' };
    return { userId, status: roles.every((role) => held.includes(role)) ? 'unchanged' : 'granted' };
  });
  const ready = judged.filter(({ status }) => status === 'granted').map(({ userId }) => userId);
  if (ready.length === 0) return judged;
  try {
    await logto.grantRoles(organizationId, ready, roleIds);
    return judged;
  } catch {
    return inParallel(judged, async (result): Promise<Result> => {
      if (result.status !== 'granted') return result;
      try {
        await logto.grantRoles(organizationId, [result.userId], roleIds);
        return result;
      } catch {
        return { userId: result.userId, status: 'failed' };
      }
    });
  }
};
