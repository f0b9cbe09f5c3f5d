import type { Capability } from '../../contract/capabilities.js';
import { me } from '../../contract/me.js';
import type { Actor } from '../actor.js';
import { maySeeAddresses } from '../addresses.js';
import { isOnlyAdministrator, requireAnotherAdministrator } from '../administrators.js';
import { permissionDrift } from '../drift.js';
import { notFound } from '../refusal.js';
import { route, type Route } from '../route.js';
import type { Settings } from '../settings.js';

/** Who I am in an organization. */
export const meRoutes: readonly Route[] = [
  route({
    operation: 'getMe',
    method: 'GET',
    path: '/organizations/:organizationId/me',
    authorization: { who: 'member' },
    summary: 'My roles and permissions here, live, with the roles that give each, and what I may do.',
    live: true,
    output: me,
    handle: async ({ actor, logto, services }) => {
      const { identity, organizationId, isOperator, roles, template } = actor;
      // Operators are members of nothing: that there is such an organization is still to be seen.
      if (isOperator && !(await logto.organization(organizationId))) throw notFound();
      const isAdministrator = template.isAdministrator(roles);
      return {
        userId: identity.userId,
        organizationId,
        isOperator,
        roles: roles.map(({ id, name, description }) => ({ id, name, description })),
        permissions: permissionsOf(actor),
        drift: permissionDrift(services.settings, actor),
        capabilities: capabilitiesOf(actor, services.settings),
        isAdministrator,
        isLastAdministrator:
          isAdministrator && (await isOnlyAdministrator(logto, template, organizationId, identity.userId)),
      };
    },
  }),
  route({
    operation: 'leaveOrganization',
    method: 'DELETE',
    path: '/organizations/:organizationId/me',
    authorization: { who: 'member', membersOnly: true },
    summary: 'Leaves the organization, unless I am its last administrator.',
    exclusive: true,
    handle: async ({ actor, logto, services }) => {
      const { identity, organizationId, roles } = actor;
      await requireAnotherAdministrator(logto, actor, identity.userId, roles, []);
      await logto.removeMember(organizationId, identity.userId);
      services.authorizer.forget(organizationId, identity.userId);
    },
  }),
];

const permissionsOf = ({ roles }: Actor) => {
  const byKey = new Map(roles.flatMap((role) => role.permissions.map((held) => [held.key, held])));
  return [...byKey.values()].map(({ key, name, description, resource }) => ({
    name,
    description,
    resource,
    roles: roles
      .filter(({ permissions }) => permissions.some((held) => held.key === key))
      .map(({ id }) => id),
  }));
};

/** The same questions that the routes ask, so that what is offered is what works. */
const capabilitiesOf = (actor: Actor, settings: Settings): Capability[] => {
  const offered: Readonly<Record<Capability, boolean>> = {
    'see-addresses': maySeeAddresses(actor, settings),
    'invite-members': actor.may('inviteMember') && settings.invitations.link !== undefined,
    'change-roles': actor.may('manageMember'),
    'remove-members': actor.may('deleteMember'),
    'edit-organization': actor.may('manageOrganization'),
    'delete-organization': actor.may('deleteOrganization'),
    'see-bots': settings.bots !== undefined,
    'manage-bots': settings.bots !== undefined && actor.may('manageMember'),
  };
  return (Object.keys(offered) as Capability[]).filter((capability) => offered[capability]);
};
