import * as v from 'valibot';
import { compositeKey } from '../database/table-rules.js';
import { id, text } from './guard.js';
import { noSuchId, notFound } from './not-found.js';
import { relationRoutes } from './relations.js';
import { noContent, paged, type ManagementRouter } from './router.js';
import { jitEmailDomain } from './views.js';

/** `/organizations/:id/jit`: who joins by signing up, and with which roles. */
export const jitRoutes = (router: ManagementRouter): void => {
  const { tenant } = router;
  const { jitEmailDomains, jitRoles, jitSsoConnectors, organizations, organizationRoles, ssoConnectors } =
    tenant.tables;
  const domains = '/organizations/:id/jit/email-domains';
  const show = jitEmailDomain(tenant);

  router.route('GET', domains, { paging: 'optional' }, ({ params, page }) =>
    paged(jitEmailDomains.where('organizationId', params.id).map(show), page),
  );

  router.route('POST', domains, { body: v.object({ emailDomain: text(128) }) }, ({ params, body }) => ({
    status: 201,
    body: show(jitEmailDomains.insert({ organizationId: params.id, emailDomain: body.emailDomain })),
  }));

  router.route('PUT', domains, { body: v.object({ emailDomains: v.array(id) }) }, ({ params, body }) => {
    tenant.transaction(() => {
      for (const { emailDomain } of jitEmailDomains.where('organizationId', params.id)) {
        jitEmailDomains.delete(compositeKey(params.id, emailDomain));
      }
      jitEmailDomains.insertMany(
        body.emailDomains.map((emailDomain) => ({ organizationId: params.id, emailDomain })),
      );
    });
    return noContent;
  });

  router.route('DELETE', `${domains}/:emailDomain`, {}, ({ params }) => {
    if (!jitEmailDomains.delete(compositeKey(params.id, params.emailDomain))) throw notFound();
    return noContent;
  });

  const missing = (organizationId: string) =>
    organizations.has(organizationId) ? undefined : noSuchId('organizations', organizationId);

  relationRoutes(router, {
    path: '/organizations/:id/jit/roles',
    field: 'organizationRoleIds',
    table: jitRoles,
    parent: 'organizationId',
    row: (organizationId, organizationRoleId) => ({ organizationId, organizationRoleId }),
    key: compositeKey,
    keyOf: (row) => compositeKey(row.organizationId, row.organizationRoleId),
    child: (row) => organizationRoles.get(row.organizationRoleId),
    missing,
  });

  relationRoutes(router, {
    path: '/organizations/:id/jit/sso-connectors',
    field: 'ssoConnectorIds',
    table: jitSsoConnectors,
    parent: 'organizationId',
    row: (organizationId, ssoConnectorId) => ({ organizationId, ssoConnectorId }),
    key: compositeKey,
    keyOf: (row) => compositeKey(row.organizationId, row.ssoConnectorId),
    child: (row) => ssoConnectors.get(row.ssoConnectorId),
    missing,
  });
};
