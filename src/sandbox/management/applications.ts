import * as v from 'valibot';
import { compositeKey } from '../database/table-rules.js';
import { generateId, generateSecret } from '../ids.js';
import { LogtoError } from '../logto-error.js';
import type { Application, JsonObject } from '../rows.js';
import { jsonObject, text, url } from './guard.js';
import { noSuchId, notFound, orThrow } from './not-found.js';
import { withoutUndefined } from './organizations.js';
import { noContent, okText, paged, type ManagementRouter } from './router.js';
import { advancedSearch } from './search.js';
import { applicationInfo, roleSummaries } from './views.js';

const TYPES = ['Native', 'SPA', 'Traditional', 'MachineToMachine', 'Protected', 'SAML'] as const;

/** An address that a client may be sent to: of the web, or of an app with a scheme of its own. */
const address = v.pipe(v.string(), v.url(), v.regex(/^(?:https?:|[a-z][a-z\d+-]*\.[a-z\d.+-]*:)/i));

const oidcClientMetadata = v.object({
  redirectUris: v.array(address),
  postLogoutRedirectUris: v.array(address),
  backchannelLogoutUri: v.optional(url),
  backchannelLogoutSessionRequired: v.optional(v.boolean()),
  logoUri: v.optional(v.string()),
});

const customClientMetadata = v.object({
  corsAllowedOrigins: v.optional(v.array(v.pipe(v.string(), v.minLength(1)))),
  idTokenTtl: v.optional(v.number()),
  refreshTokenTtl: v.optional(v.number()),
  refreshTokenTtlInDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(180))),
  tenantId: v.optional(v.string()),
  alwaysIssueRefreshToken: v.optional(v.boolean()),
  rotateRefreshToken: v.optional(v.boolean()),
  allowTokenExchange: v.optional(v.boolean()),
});

const columns = {
  description: v.nullish(v.string()),
  oidcClientMetadata: v.optional(oidcClientMetadata),
  customClientMetadata: v.optional(customClientMetadata),
  customData: v.optional(jsonObject),
};
const create = v.object({
  ...columns,
  name: text(256),
  type: v.picklist(TYPES),
  isThirdParty: v.optional(v.boolean()),
});
const update = v.object({ ...columns, name: v.optional(text(256)), isAdmin: v.optional(v.boolean()) });

/** `/applications`: clients of the tenant, their global roles and their organizations. */
export const applicationRoutes = (router: ManagementRouter): void => {
  const { tenant } = router;
  const { applications, applicationRoles, organizationApplications, organizations, roles } = tenant.tables;
  const find = (id: string): Application => orThrow(applications.get(id), () => noSuchId('applications', id));

  router.route('GET', '/applications', { paging: 'optional' }, ({ query, page }) => {
    const types = query.getAll('types');
    const organization = query.get('excludeOrganizationId');
    const role = query.get('excludeRoleId');
    if (role && organization) {
      const details =
        'Parameter `excludeRoleId` and `excludeOrganizationId` cannot be used at the same time.';
      throw new LogtoError('request.invalid_input', 400, { details });
    }
    const thirdParty = query.get('isThirdParty');
    const found = applications
      .newest()
      .filter(advancedSearch<Application>(query, ['id', 'name', 'description']))
      .filter(({ type }) => types.length === 0 || types.includes(type))
      .filter(({ id }) => !role || !applicationRoles.has(compositeKey(role, id)))
      .filter(({ id }) => !organization || !tenant.permissions.isApplicationIn(organization, id))
      .filter(({ isThirdParty }) => thirdParty === null || String(isThirdParty) === thirdParty)
      .sort((left, right) => right.createdAt - left.createdAt);
    return paged(found.map(applicationInfo), page);
  });

  router.route('POST', '/applications', { body: create }, ({ body }) => {
    const application = applications.insert({
      tenantId: tenant.id,
      id: generateId(),
      name: body.name,
      secret: generateSecret(32),
      description: body.description ?? null,
      type: body.type,
      oidcClientMetadata: compact(
        body.oidcClientMetadata ?? { redirectUris: [], postLogoutRedirectUris: [] },
      ),
      customClientMetadata: compact(body.customClientMetadata ?? {}),
      protectedAppMetadata: null,
      customData: body.customData ?? {},
      isThirdParty: body.isThirdParty ?? false,
      appLevelAccessControlEnabled: false,
      createdAt: tenant.now(),
    });
    return { body: applicationInfo(application) };
  });

  router.route('GET', '/applications/:id', {}, ({ params }) => ({
    body: { ...applicationInfo(find(params.id)), isAdmin: false },
  }));

  // JSON columns are replaced whole.
  router.route('PATCH', '/applications/:id', { body: update }, ({ params, body }) => {
    const application = find(params.id);
    const {
      isAdmin: _,
      oidcClientMetadata: oidc,
      customClientMetadata: custom,
      ...columns
    } = withoutUndefined(body);
    const changes = {
      ...columns,
      ...(oidc && { oidcClientMetadata: compact(oidc) }),
      ...(custom && { customClientMetadata: compact(custom) }),
    };
    const updated = Object.keys(changes).length > 0 ? applications.update(params.id, changes) : application;
    return { body: applicationInfo(updated ?? application) };
  });

  router.route('DELETE', '/applications/:id', {}, ({ params }) => {
    find(params.id);
    applications.delete(params.id);
    return noContent;
  });

  router.route('GET', '/applications/:id/secrets', {}, ({ params }) => {
    const { id, type, secret, createdAt } = find(params.id);
    const isPublic = type === 'SPA' || type === 'Native';
    const row = {
      tenantId: tenant.id,
      applicationId: id,
      name: 'Default secret',
      value: secret,
      createdAt,
      expiresAt: null,
    };
    return { body: isPublic ? [] : [row] };
  });

  router.route('GET', '/applications/:id/organizations', { paging: 'optional' }, ({ params, page }) => {
    const rows = organizationApplications.where('applicationId', find(params.id).id);
    const found = rows.flatMap(({ organizationId }) => organizations.get(organizationId) ?? []);
    const withRoles = found.map((organization) => ({
      ...organization,
      organizationRoles: roleSummaries(tenant.permissions.applicationRolesIn(organization.id, params.id)),
    }));
    return paged(withRoles, page);
  });

  const findMachine = (id: string): Application => {
    const application = find(id);
    if (application.type !== 'MachineToMachine') throw new LogtoError('application.invalid_type', 422);
    return application;
  };

  router.route('GET', '/applications/:id/roles', { paging: 'required' }, ({ params, page }) => {
    const { id } = findMachine(params.id);
    const rows = applicationRoles.where('applicationId', id);
    return paged(
      rows.flatMap(({ roleId }) => roles.get(roleId) ?? []),
      page,
    );
  });

  const roleIds = v.object({ roleIds: v.array(v.pipe(v.string(), v.minLength(1))) });
  const requireMachineRoles = (wanted: readonly string[]): void => {
    for (const roleId of wanted) {
      const role = orThrow(roles.get(roleId), () => noSuchId('roles', roleId));
      if (role.type !== 'MachineToMachine') throw new LogtoError('application.invalid_role_type', 422);
    }
  };

  router.route('POST', '/applications/:id/roles', { body: roleIds }, ({ params, body }) => {
    const { id } = findMachine(params.id);
    const added = [...new Set(body.roleIds)].filter(
      (roleId) => !applicationRoles.has(compositeKey(roleId, id)),
    );
    requireMachineRoles(added);
    applicationRoles.insertMany(added.map((roleId) => ({ roleId, applicationId: id })));
    return { status: 201, body: { roleIds: body.roleIds, addedRoleIds: added } };
  });

  router.route('PUT', '/applications/:id/roles', { body: roleIds }, ({ params, body }) => {
    const { id } = findMachine(params.id);
    requireMachineRoles(body.roleIds);
    tenant.transaction(() => {
      for (const { roleId } of applicationRoles.where('applicationId', id))
        applicationRoles.delete(compositeKey(roleId, id));
      applicationRoles.insertMany(
        [...new Set(body.roleIds)].map((roleId) => ({ roleId, applicationId: id })),
      );
    });
    return okText;
  });

  router.route('DELETE', '/applications/:id/roles/:roleId', {}, ({ params }) => {
    findMachine(params.id);
    if (!applicationRoles.delete(compositeKey(params.roleId, params.id))) throw notFound();
    return noContent;
  });
};

/** Metadata as JSON, without what was not sent. */
const compact = (metadata: object): JsonObject => withoutUndefined(metadata) as JsonObject;
