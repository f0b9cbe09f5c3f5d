import * as v from 'valibot';
import { compositeKey } from '../database/table-rules.js';
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

  // Ordered by user id. Without `q` only the page is read, so a large organization stays quick.
  router.route('GET', '/organizations/:id/users', { paging: 'required' }, ({ params, query, page }) => {
    const role = query.get('organizationRoleId');
    if (role === '') throw new LogtoError('guard.invalid_input', 400, { type: 'query' });
    const [table, group, value] = role
      ? ([organizationRoleUsers, 'organizationRole', compositeKey(params.id, role)] as const)
      : ([organizationUsers, 'organizationId', params.id] as const);
    const toUsers = (rows: readonly { readonly userId: string }[]): User[] =>
      rows.flatMap(({ userId }) => users.get(userId) ?? []);
    const q = query.get('q');
    if (!q) {
      const shown = toUsers(table.page(group, value, page.offset, page.limit));
      return { body: shown.map(toMember(params.id)), total: table.count(group, value) };
    }
    const found = toUsers(table.where(group, value)).filter(containsIn<User>(q, SEARCHED));
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
