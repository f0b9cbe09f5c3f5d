import * as v from 'valibot';
import { memberKey } from '../tables.js';
import type { User } from '../rows.js';
import { ids, someIds } from './guard.js';
import { LogtoError } from '../logto-error.js';
import { notFound } from './not-found.js';
import { createdText, noContent, type ManagementRouter } from './router.js';
import { containsIn } from './search.js';
import { roleSummaries, userInfo } from './views.js';

const SEARCHED = ['id', 'primaryEmail', 'primaryPhone', 'username', 'name'] as const;

/** `/organizations/:id/users`: who is a member. */
export const organizationUserRoutes = (router: ManagementRouter): void => {
  const { tenant } = router;
  const { organizationUsers, organizationRoleUsers, users } = tenant.tables;

  const toMember = (organizationId: string) => (user: User) => ({
    ...userInfo(user),
    organizationRoles: roleSummaries(tenant.permissions.rolesIn(organizationId, user.id)),
  });

  // Ordered by user id. Without a filter only the page is read, so a large organization stays quick.
  router.route('GET', '/organizations/:id/users', { paging: 'required' }, ({ params, query, page }) => {
    const role = query.get('organizationRoleId');
    if (role === '')
      throw new LogtoError('guard.invalid_input', 400, { type: 'query' }, { data: {}, details: '' });
    const q = query.get('q');
    if (!q && !role) {
      const rows = organizationUsers.page('organizationId', params.id, page.offset, page.limit);
      const shown = rows.flatMap(({ userId }) => users.get(userId) ?? []);
      return {
        body: shown.map(toMember(params.id)),
        total: organizationUsers.count('organizationId', params.id),
      };
    }
    const matches = containsIn<User>(q, SEARCHED);
    const found = organizationUsers
      .where('organizationId', params.id)
      .flatMap(({ userId }) => users.get(userId) ?? [])
      .filter(matches)
      .filter(
        ({ id }) =>
          !role ||
          organizationRoleUsers
            .where('member', memberKey(params.id, id))
            .some((row) => row.organizationRoleId === role),
      );
    const shown = found.slice(page.offset, page.offset + page.limit);
    return { body: shown.map(toMember(params.id)), total: found.length };
  });

  const add = v.object({ userIds: someIds });
  router.route('POST', '/organizations/:id/users', { body: add }, ({ params, body }) => {
    const rows = body.userIds.map((userId) => ({ organizationId: params.id, userId }));
    organizationUsers.insertMany(rows, { ignoreExisting: true });
    return { status: 201, body: { userIds: body.userIds } };
  });

  // Whoever stays keeps the roles.
  const replace = v.object({ userIds: ids });
  router.route('PUT', '/organizations/:id/users', { body: replace }, ({ params, body }) => {
    const wanted = new Set(body.userIds);
    tenant.transaction(() => {
      for (const { userId } of organizationUsers.where('organizationId', params.id).reverse()) {
        if (!wanted.has(userId)) organizationUsers.delete(memberKey(params.id, userId));
      }
      const rows = [...wanted].map((userId) => ({ organizationId: params.id, userId }));
      organizationUsers.insertMany(rows, { ignoreExisting: true });
    });
    return noContent;
  });

  router.route('DELETE', '/organizations/:id/users/:userId', {}, ({ params }) => {
    if (!organizationUsers.delete(memberKey(params.id, params.userId))) throw notFound();
    return noContent;
  });

  const assign = v.object({ userIds: someIds, organizationRoleIds: someIds });
  router.route('POST', '/organizations/:id/users/roles', { body: assign }, ({ params, body }) => {
    const rows = body.organizationRoleIds.flatMap((organizationRoleId) =>
      body.userIds.map((userId) => ({ organizationId: params.id, organizationRoleId, userId })),
    );
    organizationRoleUsers.insertMany(rows, { ignoreExisting: true });
    return createdText;
  });
};
