import * as v from 'valibot';
import { LogtoError } from '../logto-error.js';
import type { Application } from '../rows.js';
import { memberKey, memberRoleKey } from '../tables.js';
import { ids, someIds } from './guard.js';
import { notFound } from './not-found.js';
import { createdText, noContent, paged, type ManagementRouter } from './router.js';
import { containsIn } from './search.js';
import { applicationInfo, roleSummaries } from './views.js';

/** `/organizations/:id/applications`: machine-to-machine applications in an organization, and their roles. */
export const organizationApplicationRoutes = (router: ManagementRouter): void => {
  const { tenant } = router;
  const { applications, organizationApplications, organizationRoleApplications } = tenant.tables;
  const base = '/organizations/:id/applications';

  router.route('GET', base, { paging: 'required' }, ({ params, query, page }) => {
    const found = organizationApplications
      .where('organizationId', params.id)
      .flatMap(({ applicationId }) => applications.get(applicationId) ?? [])
      .filter(containsIn<Application>(query.get('q'), ['id', 'name', 'description']))
      .map((application) => ({
        ...applicationInfo(application),
        organizationRoles: roleSummaries(tenant.permissions.applicationRolesIn(params.id, application.id)),
      }));
    return paged(found, page);
  });

  router.route('POST', base, { body: v.object({ applicationIds: someIds }) }, ({ params, body }) => {
    const rows = body.applicationIds.map((applicationId) => ({ organizationId: params.id, applicationId }));
    organizationApplications.insertMany(rows, { ignoreExisting: true });
    return createdText;
  });

  router.route('PUT', base, { body: v.object({ applicationIds: ids }) }, ({ params, body }) => {
    const wanted = new Set(body.applicationIds);
    tenant.transaction(() => {
      for (const { applicationId } of organizationApplications.where('organizationId', params.id)) {
        if (!wanted.has(applicationId)) organizationApplications.delete(memberKey(params.id, applicationId));
      }
      const rows = [...wanted].map((applicationId) => ({ organizationId: params.id, applicationId }));
      organizationApplications.insertMany(rows, { ignoreExisting: true });
    });
    return noContent;
  });

  router.route('DELETE', `${base}/:applicationId`, {}, ({ params }) => {
    if (!organizationApplications.delete(memberKey(params.id, params.applicationId))) throw notFound();
    return noContent;
  });

  const assign = v.object({ applicationIds: someIds, organizationRoleIds: someIds });
  router.route('POST', `${base}/roles`, { body: assign }, ({ params, body }) => {
    const rows = body.organizationRoleIds.flatMap((organizationRoleId) =>
      body.applicationIds.map((applicationId) => ({
        organizationId: params.id,
        organizationRoleId,
        applicationId,
      })),
    );
    organizationRoleApplications.insertMany(rows, { ignoreExisting: true });
    return createdText;
  });

  const requireMember = ({
    id,
    applicationId,
  }: {
    readonly id: string;
    readonly applicationId: string;
  }): void => {
    if (!organizationApplications.has(memberKey(id, applicationId))) {
      throw new LogtoError('organization.require_membership', 422);
    }
  };
  const path = `${base}/:applicationId/roles` as const;
  const rolesBody = v.object({ organizationRoleIds: someIds });
  const relations = (organizationId: string, applicationId: string, roles: readonly string[]) =>
    roles.map((organizationRoleId) => ({ organizationId, organizationRoleId, applicationId }));

  router.route('GET', path, { paging: 'optional' }, ({ params, page }) => {
    requireMember(params);
    return paged(tenant.permissions.applicationRolesIn(params.id, params.applicationId), page);
  });

  router.route('POST', path, { body: rolesBody }, ({ params, body }) => {
    requireMember(params);
    const rows = relations(params.id, params.applicationId, body.organizationRoleIds);
    organizationRoleApplications.insertMany(rows, { ignoreExisting: true });
    return createdText;
  });

  router.route('PUT', path, { body: rolesBody }, ({ params, body }) => {
    requireMember(params);
    tenant.transaction(() => {
      const member = memberKey(params.id, params.applicationId);
      for (const { organizationRoleId } of organizationRoleApplications.where('member', member)) {
        organizationRoleApplications.delete(
          memberRoleKey(params.id, organizationRoleId, params.applicationId),
        );
      }
      organizationRoleApplications.insertMany(
        relations(params.id, params.applicationId, body.organizationRoleIds),
      );
    });
    return noContent;
  });

  router.route('DELETE', `${path}/:organizationRoleId`, {}, ({ params }) => {
    requireMember(params);
    const key = memberRoleKey(params.id, params.organizationRoleId, params.applicationId);
    if (!organizationRoleApplications.delete(key)) throw notFound();
    return noContent;
  });
};
