import * as v from 'valibot';
import { generateId } from '../ids.js';
import { LogtoError } from '../logto-error.js';
import { MANAGEMENT_RESOURCE } from '../built-in.js';
import type { Resource, Scope } from '../rows.js';
import { autoColumns, isYes, text } from './guard.js';
import { noSuchId, notFound, noneToUpdate, orThrow, requireChanges } from './not-found.js';
import { withoutUndefined } from './organizations.js';
import { noContent, paged, type ManagementRouter } from './router.js';
import { advancedSearch } from './search.js';

const positive = v.optional(v.pipe(v.number(), v.minValue(1)));
const create = v.object({
  tenantId: autoColumns.tenantId,
  name: v.pipe(v.string(), v.minLength(1)),
  indicator: v.pipe(v.string(), v.minLength(1)),
  accessTokenTtl: positive,
});
const update = v.object({ name: v.optional(v.pipe(v.string(), v.minLength(1))), accessTokenTtl: positive });
const scopeColumns = { description: v.nullish(v.string()) };
const createScope = v.object({ ...scopeColumns, name: text(256) });
const updateScope = v.object({ ...scopeColumns, name: v.optional(text(256)) });

/** `/resources`: API resources and their scopes. */
export const resourceRoutes = (router: ManagementRouter): void => {
  const { tenant } = router;
  const { resources, scopes } = tenant.tables;
  const find = (id: string): Resource => orThrow(resources.get(id), () => noSuchId('resources', id));
  const withScopes = (resource: Resource) => ({
    ...resource,
    scopes: scopes.where('resourceId', resource.id),
  });

  /** The Management API itself cannot be changed. */
  const findOwn = (id: string): Resource => {
    const resource = find(id);
    if (resource.indicator === MANAGEMENT_RESOURCE)
      throw new LogtoError('resource.cannot_modify_management_api');
    return resource;
  };

  router.route('GET', '/resources', { paging: 'optional' }, ({ query, page }) =>
    paged(isYes(query.get('includeScopes')) ? resources.newest().map(withScopes) : resources.newest(), page),
  );

  router.route('POST', '/resources', { body: create }, ({ body }) => {
    if (resources.find('indicator', body.indicator)) {
      throw new LogtoError('resource.resource_identifier_in_use', 422, { indicator: body.indicator });
    }
    const resource = resources.insert({
      tenantId: tenant.id,
      id: generateId(),
      name: body.name,
      indicator: body.indicator,
      isDefault: false,
      accessTokenTtl: body.accessTokenTtl ?? 3600,
    });
    return { status: 201, body: { ...resource, scopes: [] } };
  });

  router.route('GET', '/resources/:id', {}, ({ params }) => ({ body: find(params.id) }));

  router.route('PATCH', '/resources/:id', { body: update }, ({ params, body }) => {
    findOwn(params.id);
    requireChanges(body);
    return { body: resources.update(params.id, withoutUndefined(body)) };
  });

  const isDefault = v.object({ isDefault: v.boolean() });
  router.route('PATCH', '/resources/:id/is-default', { body: isDefault }, ({ params, body }) => ({
    body: tenant.transaction(() => {
      for (const other of body.isDefault ? resources.all().filter((row) => row.isDefault) : []) {
        resources.update(other.id, { isDefault: false });
      }
      return orThrow(resources.update(params.id, body), () => noneToUpdate('resource'));
    }),
  }));

  router.route('DELETE', '/resources/:id', {}, ({ params }) => {
    if (find(params.id).indicator === MANAGEMENT_RESOURCE) {
      throw new LogtoError('resource.cannot_delete_management_api');
    }
    resources.delete(params.id);
    return noContent;
  });

  router.route('GET', '/resources/:resourceId/scopes', { paging: 'required' }, ({ params, query, page }) => {
    const matches = advancedSearch<Scope>(query, ['id', 'name', 'description']);
    return paged(
      scopes
        .newest()
        .filter((scope) => scope.resourceId === params.resourceId)
        .filter(matches),
      page,
    );
  });

  const refuseName = (name: string, resourceId: string, except?: string): void => {
    if (/\s/.test(name)) throw new LogtoError('scope.name_with_space');
    const holder = scopes.where('resourceId', resourceId).find((scope) => scope.name === name);
    if (holder && holder.id !== except) throw new LogtoError('scope.name_exists', 422, { name });
  };

  router.route('POST', '/resources/:resourceId/scopes', { body: createScope }, ({ params, body }) => {
    findOwn(params.resourceId);
    refuseName(body.name, params.resourceId);
    const scope = scopes.insert({
      tenantId: tenant.id,
      id: generateId(),
      resourceId: params.resourceId,
      name: body.name,
      description: body.description ?? null,
      createdAt: tenant.now(),
    });
    return { status: 201, body: scope };
  });

  router.route(
    'PATCH',
    '/resources/:resourceId/scopes/:scopeId',
    { body: updateScope },
    ({ params, body }) => {
      findOwn(params.resourceId);
      if (body.name) refuseName(body.name, params.resourceId, params.scopeId);
      requireChanges(body);
      const updated = scopes.update(params.scopeId, withoutUndefined(body));
      return { body: orThrow(updated, () => noneToUpdate('scope')) };
    },
  );

  router.route('DELETE', '/resources/:resourceId/scopes/:scopeId', {}, ({ params }) => {
    findOwn(params.resourceId);
    if (!scopes.delete(params.scopeId)) throw notFound();
    return noContent;
  });
};
