import { roleList } from '../../contract/role.js';
import { grantBlock } from '../policy.js';
import { route, type Route } from '../route.js';

/** Roles that people can hold in an organization. They belong to the tenant: here they can only be read. */
export const roleRoutes: readonly Route[] = [
  route({
    operation: 'listRoles',
    method: 'GET',
    path: '/organizations/:organizationId/roles',
    authorization: { who: 'member' },
    summary: 'Roles with their permissions, and for each whether I may give it, and why not.',
    output: roleList,
    handle: async ({ actor }) => {
      const { template } = actor;
      const roles = [...template.roles.values()].filter(({ type }) => type === 'User');
      return {
        items: roles.map((role) => {
          const reason = grantBlock(actor, role);
          return {
            ...role,
            permissions: [...role.permissions],
            isAdministrator: template.isAdministrator([role]),
            grantable: reason === null,
            reason,
          };
        }),
      };
    },
  }),
];
