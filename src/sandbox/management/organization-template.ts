import * as v from 'valibot';
import { compositeKey } from '../database/table-rules.js';
import { generateId } from '../ids.js';
import { byName } from '../permissions.js';
import type { OrganizationRole, OrganizationScope } from '../rows.js';
import { autoColumns, nullableText, text } from './guard.js';
import { noneToUpdate, noSuchId, notFound, orThrow, requireChanges } from './not-found.js';
import { relationRoutes } from './relations.js';
import { noContent, paged, type ManagementRouter } from './router.js';
import { containsIn } from './search.js';
import { withoutUndefined } from './organizations.js';

const { tenantId } = autoColumns;
const roleType = v.picklist(['User', 'MachineToMachine']);
const columns = { tenantId, description: nullableText(256) };

/** `/organization-scopes`: the permissions that all organizations share. */
export const organizationScopeRoutes = (router: ManagementRouter): void => {
  const { tenant } = router;
  const { organizationScopes } = tenant.tables;
  const create = v.object({ ...columns, name: text(128) });
  const update = v.object({ ...columns, name: v.optional(text(128)) });

  router.route('GET', '/organization-scopes', { paging: 'optional' }, ({ query, page }) => {
    const matches = containsIn<OrganizationScope>(query.get('q'), ['name']);
    return paged(organizationScopes.all().filter(matches).sort(byName), page);
  });

  router.route('POST', '/organization-scopes', { body: create }, ({ body }) => ({
    status: 201,
    body: organizationScopes.insert({
      tenantId: tenant.id,
      id: generateId(),
      name: body.name,
      description: body.description ?? null,
    }),
  }));

  router.route('GET', '/organization-scopes/:id', {}, ({ params }) => ({
    body: orThrow(organizationScopes.get(params.id), () => noSuchId('organization_scopes', params.id)),
  }));

  router.route('PATCH', '/organization-scopes/:id', { body: update }, ({ params, body }) => {
    requireChanges(body);
    const { tenantId: _, ...changes } = body;
    const updated = organizationScopes.update(params.id, withoutUndefined(changes));
    return { body: orThrow(updated, () => noneToUpdate('organization_scope')) };
  });

  router.route('DELETE', '/organization-scopes/:id', {}, ({ params }) => {
    if (!organizationScopes.delete(params.id)) throw notFound();
    return noContent;
  });
};

/** `/organization-roles`: the roles that all organizations share, and what they hold. */
export const organizationRoleRoutes = (router: ManagementRouter): void => {
  const { tenant } = router;
  const { organizationRoles, organizationRoleScopes, organizationRoleResourceScopes } = tenant.tables;
  const { organizationScopes, scopes, resources } = tenant.tables;
  const idList = v.optional(v.array(v.string()), []);
  const create = v.object({
    ...columns,
    name: text(128),
    type: v.optional(roleType),
    organizationScopeIds: idList,
    resourceScopeIds: idList,
  });
  const update = v.object({ ...columns, name: v.optional(text(128)), type: v.optional(roleType) });

  // Only the list tells what a role holds.
  const withScopes = (role: OrganizationRole) => ({
    ...role,
    scopes: organizationRoleScopes
      .where('organizationRoleId', role.id)
      .flatMap(({ organizationScopeId }) => organizationScopes.get(organizationScopeId) ?? [])
      .map(({ id, name }) => ({ id, name })),
    resourceScopes: organizationRoleResourceScopes
      .where('organizationRoleId', role.id)
      .flatMap(({ scopeId }) => {
        const scope = scopes.get(scopeId);
        const resource = scope && resources.get(scope.resourceId);
        return resource
          ? [{ id: scope.id, name: scope.name, resource: { id: resource.id, name: resource.name } }]
          : [];
      }),
  });

  router.route('GET', '/organization-roles', { paging: 'required' }, ({ query, page }) => {
    const matches = containsIn<OrganizationRole>(query.get('q'), ['id', 'name', 'description']);
    return paged(organizationRoles.all().filter(matches).sort(byName).map(withScopes), page);
  });

  router.route('POST', '/organization-roles', { body: create }, ({ body }) => {
    const role = tenant.transaction(() => {
      const created = organizationRoles.insert({
        tenantId: tenant.id,
        id: generateId(),
        name: body.name,
        description: body.description ?? null,
        type: body.type ?? 'User',
      });
      const organizationRoleId = created.id;
      organizationRoleScopes.insertMany(
        body.organizationScopeIds.map((organizationScopeId) => ({ organizationRoleId, organizationScopeId })),
        { ignoreExisting: true },
      );
      organizationRoleResourceScopes.insertMany(
        body.resourceScopeIds.map((scopeId) => ({ organizationRoleId, scopeId })),
        { ignoreExisting: true },
      );
      return created;
    });
    return { status: 201, body: role };
  });

  router.route('GET', '/organization-roles/:id', {}, ({ params }) => ({
    body: orThrow(organizationRoles.get(params.id), notFound),
  }));

  router.route('PATCH', '/organization-roles/:id', { body: update }, ({ params, body }) => {
    requireChanges(body);
    const { tenantId: _, ...changes } = body;
    const updated = organizationRoles.update(params.id, withoutUndefined(changes));
    return { body: orThrow(updated, () => noneToUpdate('organization_role')) };
  });

  router.route('DELETE', '/organization-roles/:id', {}, ({ params }) => {
    if (!organizationRoles.delete(params.id)) throw notFound();
    return noContent;
  });

  const missing = (roleId: string) => (organizationRoles.has(roleId) ? undefined : notFound());

  relationRoutes(router, {
    path: '/organization-roles/:id/scopes',
    field: 'organizationScopeIds',
    table: organizationRoleScopes,
    parent: 'organizationRoleId',
    row: (organizationRoleId, organizationScopeId) => ({ organizationRoleId, organizationScopeId }),
    key: compositeKey,
    keyOf: (row) => compositeKey(row.organizationRoleId, row.organizationScopeId),
    child: (row) => organizationScopes.get(row.organizationScopeId),
    missing,
  });

  relationRoutes(router, {
    path: '/organization-roles/:id/resource-scopes',
    field: 'scopeIds',
    table: organizationRoleResourceScopes,
    parent: 'organizationRoleId',
    row: (organizationRoleId, scopeId) => ({ organizationRoleId, scopeId }),
    key: compositeKey,
    keyOf: (row) => compositeKey(row.organizationRoleId, row.scopeId),
    child: (row) => scopes.get(row.scopeId),
    missing,
  });
};
