import * as v from 'valibot';
import { LogtoError } from '../logto-error.js';
import { memberKey, memberRoleKey } from '../tables.js';
import { ids } from './guard.js';
import { notFound } from './not-found.js';
import { noContent, paged, type ManagementRouter } from './router.js';

const rolesBody = v.object({
  organizationRoleIds: v.optional(ids, []),
  organizationRoleNames: v.optional(ids, []),
});

/** `/organizations/:id/users/:userId/roles` and `/scopes`: what one member holds. */
export const organizationUserRoleRoutes = (router: ManagementRouter): void => {
  const { tenant } = router;
  const { organizationUsers, organizationRoleUsers, organizationRoles } = tenant.tables;

  const requireMember = ({ id, userId }: { readonly id: string; readonly userId: string }): void => {
    if (!organizationUsers.has(memberKey(id, userId)))
      throw new LogtoError('organization.require_membership', 422);
  };

  /** Ids and names together, each once. */
  const roleIds = (body: v.InferOutput<typeof rolesBody>): string[] => {
    const named = body.organizationRoleNames.map((name) => organizationRoles.find('name', name)?.id);
    const missing = body.organizationRoleNames.filter((_, at) => named[at] === undefined);
    if (missing.length > 0) {
      const names = new Intl.ListFormat('en').format(missing);
      throw new LogtoError('organization.role_names_not_found', 422, { names });
    }
    return [...new Set([...body.organizationRoleIds, ...named.flatMap((id) => id ?? [])])];
  };

  const relations = (organizationId: string, userId: string, roles: readonly string[]) =>
    roles.map((organizationRoleId) => ({ organizationId, organizationRoleId, userId }));

  const path = '/organizations/:id/users/:userId/roles';

  router.route('GET', path, { paging: 'optional' }, ({ params, page }) => {
    requireMember(params);
    return paged(tenant.permissions.rolesIn(params.id, params.userId), page);
  });

  router.route('POST', path, { body: rolesBody }, ({ params, body }) => {
    requireMember(params);
    const roles = roleIds(body);
    organizationRoleUsers.insertMany(relations(params.id, params.userId, roles), { ignoreExisting: true });
    return { status: 201, body: { organizationRoleIds: roles } };
  });

  // Nothing in the body clears every role.
  router.route('PUT', path, { body: rolesBody }, ({ params, body }) => {
    requireMember(params);
    const roles = roleIds(body);
    tenant.transaction(() => {
      for (const { organizationRoleId } of organizationRoleUsers.where(
        'member',
        memberKey(params.id, params.userId),
      )) {
        organizationRoleUsers.delete(memberRoleKey(params.id, organizationRoleId, params.userId));
      }
      organizationRoleUsers.insertMany(relations(params.id, params.userId, roles));
    });
    return noContent;
  });

  router.route('DELETE', `${path}/:organizationRoleId`, {}, ({ params }) => {
    requireMember(params);
    const key = memberRoleKey(params.id, params.organizationRoleId, params.userId);
    if (!organizationRoleUsers.delete(key)) throw notFound();
    return noContent;
  });

  // Not behind the membership check: somebody outside simply has none.
  router.route('GET', '/organizations/:id/users/:userId/scopes', {}, ({ params }) => ({
    body: tenant.permissions.organizationScopes(params.id, params.userId),
  }));
};
