import type { PersonName, Stage } from './stage.js';

const DAY_MS = 86_400_000;

/**
 * Puts back, past the backend, what it let happen when it broke a rule: somebody was removed, or holds other roles.
 * So each check tells of its own rule, and not of what an earlier one left.
 */
export const restore = async (stage: Stage): Promise<void> => {
  // What cannot be put back is missed by the checks that need it.
  await putBack(stage).catch(() => undefined);
};

const putBack = async (stage: Stage): Promise<void> => {
  const organization = stage.find('organization');
  const foreign = stage.find('foreign');
  const ownerRoles = stage.find('ownerRoles') ?? [];
  if (foreign) await seat(stage, foreign.id, 'outsider', ownerRoles);
  if (!organization) return;
  await seat(stage, organization.id, 'owner', ownerRoles);
  if (!stage.find('joined')) return;
  await seat(stage, organization.id, 'manager', idsOf(stage, 'middleRole'));
  await seat(stage, organization.id, 'member', idsOf(stage, 'weakRole'));
  await seat(stage, organization.id, 'guest', []);
  await keepInvited(stage, organization.id);
};

const idsOf = (stage: Stage, name: 'middleRole' | 'weakRole'): string[] => {
  const role = stage.find(name);
  return role ? [role.id] : [];
};

const seat = async (
  stage: Stage,
  organizationId: string,
  name: PersonName,
  roleIds: readonly string[],
): Promise<void> => {
  await stage.logto.seat(organizationId, stage.person(name).userId, roleIds);
  stage.forgetTokens(name);
};

const keepInvited = async (stage: Stage, organizationId: string): Promise<void> => {
  const id = stage.find('invitation');
  if (id === undefined || (await stage.logto.isPending(id))) return;
  const again = await stage.logto.createInvitation({
    organizationId,
    inviterId: stage.person('owner').userId,
    invitee: stage.person('invitee').email,
    expiresAt: Date.now() + DAY_MS,
    organizationRoleIds: idsOf(stage, 'weakRole'),
  });
  stage.set('invitation', again);
};
