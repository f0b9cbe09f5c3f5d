import { directoryPage, directoryQuery } from '../../contract/admin.js';
import { route, type Route } from '../route.js';
import { shownFields } from '../shown-organization.js';

/** For operators of the tenant; what they open there they reach by the same routes as its members. */
export const directoryRoutes: readonly Route[] = [
  route({
    operation: 'listDirectory',
    method: 'GET',
    path: '/admin/organizations',
    authorization: { who: 'operator' },
    summary: 'A page of all organizations of the tenant.',
    query: directoryQuery,
    output: directoryPage,
    handle: async ({ logto, query }) => {
      const { page, page_size: pageSize, q } = query;
      const { items, total } = await logto.organizations({ page, pageSize, q });
      return {
        items: items.map((organization) => ({
          ...shownFields(organization),
          memberCount: organization.usersCount ?? 0,
          createdAt: organization.createdAt,
        })),
        total,
        page,
        pageSize,
      };
    },
  }),
];
