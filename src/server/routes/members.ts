import {
  grantRolesInput,
  grantRolesResult,
  memberPage,
  memberQuery,
  memberRoles,
  memberRolesInput,
} from '../../contract/member.js';
import { requireAnotherAdministrator } from '../administrators.js';
import { maySeeAddresses } from '../addresses.js';
import { grantToMany } from '../grant-to-many.js';
import { imageAddress } from '../image-address.js';
import { searchMembers } from '../member-search.js';
import { memberBlock, requireNotStronger, requireRoles, requireWithin } from '../policy.js';
import { notFound } from '../refusal.js';
import { route, type Route } from '../route.js';

/** The people in an organization, with their roles. */
export const memberRoutes: readonly Route[] = [
  route({
    operation: 'listMembers',
    method: 'GET',
    path: '/organizations/:organizationId/members',
    authorization: { who: 'member' },
    summary: 'A page of members, reduced to what I may see.',
    query: memberQuery,
    output: memberPage,
    handle: async ({ actor, logto, query, services }) => {
      const { organizationId, template } = actor;
      const { page, page_size: pageSize, q, role: roleId } = query;
      const seesAddresses = maySeeAddresses(actor, services.settings);
      const search = { organizationId, page, pageSize, q, roleId };
      const { items, total } = await searchMembers(logto, search, seesAddresses);
      return {
        items: items.map(({ id, name, username, avatar, primaryEmail, organizationRoles }) => {
          const roles = template.rolesOf(organizationRoles);
          return {
            id,
            name,
            username,
            avatar: imageAddress(avatar),
            ...(seesAddresses && { email: primaryEmail }),
            roles: [...organizationRoles],
            isAdministrator: template.isAdministrator(roles),
            blocked: {
              changeRoles: memberBlock(actor, 'manageMember', roles),
              remove: memberBlock(actor, 'deleteMember', roles),
            },
          };
        }),
        total,
        page,
        pageSize,
      };
    },
  }),
  route({
    operation: 'replaceMemberRoles',
    method: 'PUT',
    path: '/organizations/:organizationId/members/:userId/roles',
    authorization: { who: 'member', permission: 'manageMember' },
    summary: 'Sets the roles of a member: all that they have afterwards.',
    exclusive: true,
    body: memberRolesInput,
    output: memberRoles,
    handle: async ({ actor, body, logto, params, services, audit }) => {
      const { template, organizationId } = actor;
      const { userId } = params;
      audit({ roleIds: body.roleIds });
      const wanted = requireRoles(template, body.roleIds, 'User');
      const current = await logto.rolesOf(organizationId, userId);
      if (!current) throw notFound();
      const before = template.rolesOf(current);
      const added = wanted.filter((role) => !before.includes(role));
      const removed = before.filter((role) => !wanted.includes(role));
      requireNotStronger(actor, before);
      requireWithin(actor, [...added, ...removed]);
      await requireAnotherAdministrator(logto, actor, userId, before, wanted);
      if (added.length + removed.length > 0) {
        await logto.replaceRoles(
          organizationId,
          userId,
          wanted.map(({ id }) => id),
        );
      }
      services.authorizer.forget(organizationId, userId);
      return { userId, roles: wanted };
    },
  }),
  route({
    operation: 'grantRoles',
    method: 'POST',
    path: '/organizations/:organizationId/members/roles',
    authorization: { who: 'member', permission: 'manageMember' },
    summary: 'Gives roles to many members, with a result for each.',
    exclusive: true,
    deadlineMs: 25_000,
    body: grantRolesInput,
    output: grantRolesResult,
    handle: async ({ actor, body, logto, services, audit }) => {
      audit({ userIds: body.userIds, roleIds: body.roleIds });
      const roles = requireRoles(actor.template, body.roleIds, 'User');
      requireWithin(actor, roles);
      const userIds = [...new Set(body.userIds)];
      const items = await grantToMany(logto, actor, userIds, roles);
      for (const userId of userIds) services.authorizer.forget(actor.organizationId, userId);
      audit({ results: items });
      return { items };
    },
  }),
  route({
    operation: 'removeMember',
    method: 'DELETE',
    path: '/organizations/:organizationId/members/:userId',
    authorization: { who: 'member', permission: 'deleteMember' },
    summary: 'Removes a member who holds no more than I do.',
    exclusive: true,
    handle: async ({ actor, logto, params, services }) => {
      const { template, organizationId } = actor;
      const { userId } = params;
      const current = await logto.rolesOf(organizationId, userId);
      if (!current) throw notFound();
      const before = template.rolesOf(current);
      requireNotStronger(actor, before);
      await requireAnotherAdministrator(logto, actor, userId, before, []);
      await logto.removeMember(organizationId, userId);
      services.authorizer.forget(organizationId, userId);
    },
  }),
];
