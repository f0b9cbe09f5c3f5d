import * as v from 'valibot';
import { MANAGEMENT_RESOURCE } from '../built-in.js';
import { compositeKey } from '../database/table-rules.js';
import { generateId } from '../ids.js';
import { LogtoError } from '../logto-error.js';
import type { Role, Scope, User } from '../rows.js';
import { id, ids, someIds, text } from './guard.js';
import { noSuchId, notFound, orThrow, requireChanges } from './not-found.js';
import { withoutUndefined } from './organizations.js';
import { createdText, noContent, paged, type ManagementRouter } from './router.js';
import { advancedSearch } from './search.js';
import { userProfile } from './views.js';

const create = v.object({
  name: text(128),
  description: text(128),
  type: v.optional(v.picklist(['User', 'MachineToMachine'])),
  isDefault: v.optional(v.boolean()),
  scopeIds: v.optional(ids),
});
const update = v.object({
  name: v.optional(text(128)),
  description: v.optional(text(128)),
  isDefault: v.optional(v.boolean()),
});

/** `/roles`: global roles, which hold scopes of API resources and belong to no organization. */
export const roleRoutes = (router: ManagementRouter): void => {
  const { tenant } = router;
  const { roles, roleScopes, scopes, resources, users, userRoles, applications, applicationRoles } =
    tenant.tables;
  const find = (roleId: string): Role => orThrow(roles.get(roleId), () => noSuchId('roles', roleId));

  const withFeatured = (role: Role) => {
    const holders = userRoles.where('roleId', role.id).flatMap(({ userId }) => users.get(userId) ?? []);
    const clients = applicationRoles
      .where('roleId', role.id)
      .flatMap((row) => applications.get(row.applicationId) ?? []);
    return {
      ...role,
      usersCount: holders.length,
      featuredUsers: holders.slice(0, 3).map(({ id, avatar, name }) => ({ id, avatar, name })),
      applicationsCount: clients.length,
      featuredApplications: clients.slice(0, 3).map(({ id, name, type }) => ({ id, name, type })),
    };
  };

  router.route('GET', '/roles', { paging: 'required' }, ({ query, page }) => {
    const type = query.get('type');
    const found = roles
      .newest()
      .filter(advancedSearch<Role>(query, ['id', 'name', 'description']))
      .filter((role) => !type || role.type === type);
    return paged(found.map(withFeatured), page);
  });

  const refuseName = (name: string, except?: string): void => {
    const holder = roles.find('name', name);
    if (holder && holder.id !== except) throw new LogtoError('role.name_in_use', 422, { name });
  };

  /** Adds scopes that the role does not have yet; those of the Management API only to roles for machines. */
  const addScopes = (role: Role, scopeIds: readonly string[]): void => {
    for (const scopeId of scopeIds) {
      if (roleScopes.has(compositeKey(role.id, scopeId)))
        throw new LogtoError('role.scope_exists', 422, { scopeId });
      const scope = orThrow(scopes.get(scopeId), () => noSuchId('scopes', scopeId));
      const isManagement = resources.get(scope.resourceId)?.indicator === MANAGEMENT_RESOURCE;
      if (isManagement && role.type === 'User') {
        throw new LogtoError('role.management_api_scopes_not_assignable_to_user_role', 403);
      }
    }
    roleScopes.insertMany(scopeIds.map((scopeId) => ({ roleId: role.id, scopeId })));
  };

  router.route('POST', '/roles', { body: create }, ({ body }) => {
    refuseName(body.name);
    const role = tenant.transaction(() => {
      const created = roles.insert({
        tenantId: tenant.id,
        id: generateId(),
        name: body.name,
        description: body.description,
        type: body.type ?? 'User',
        isDefault: body.isDefault ?? false,
      });
      addScopes(created, body.scopeIds ?? []);
      return created;
    });
    return { body: role };
  });

  router.route('GET', '/roles/:id', {}, ({ params }) => ({ body: find(params.id) }));

  router.route('PATCH', '/roles/:id', { body: update }, ({ params, body }) => {
    find(params.id);
    if (body.name) refuseName(body.name, params.id);
    requireChanges(body);
    return { body: roles.update(params.id, withoutUndefined(body)) };
  });

  router.route('DELETE', '/roles/:id', {}, ({ params }) => {
    find(params.id);
    roles.delete(params.id);
    return noContent;
  });

  const scopesOf = (roleId: string): Scope[] =>
    roleScopes.where('roleId', roleId).flatMap(({ scopeId }) => scopes.get(scopeId) ?? []);

  router.route('GET', '/roles/:id/scopes', { paging: 'optional' }, ({ params, query, page }) => {
    find(params.id);
    const found = scopesOf(params.id).filter(advancedSearch<Scope>(query, ['id', 'name', 'description']));
    return paged(
      found.map((scope) => ({ ...scope, resource: resources.get(scope.resourceId) })),
      page,
    );
  });

  router.route('POST', '/roles/:id/scopes', { body: v.object({ scopeIds: someIds }) }, ({ params, body }) => {
    addScopes(find(params.id), body.scopeIds);
    return { status: 201, body: scopesOf(params.id) };
  });

  router.route('DELETE', '/roles/:id/scopes/:scopeId', {}, ({ params }) => {
    if (!roleScopes.delete(compositeKey(params.id, params.scopeId))) throw notFound();
    return noContent;
  });

  router.route('GET', '/roles/:id/users', { paging: 'required' }, ({ params, query, page }) => {
    find(params.id);
    const matches = advancedSearch<User>(query, ['id', 'primaryEmail', 'primaryPhone', 'username', 'name']);
    const holders = userRoles.where('roleId', params.id).flatMap(({ userId }) => users.get(userId) ?? []);
    return paged(holders.filter(matches).map(userProfile), page);
  });

  router.route('POST', '/roles/:id/users', { body: v.object({ userIds: someIds }) }, ({ params, body }) => {
    const role = find(params.id);
    for (const userId of body.userIds) {
      orThrow(users.get(userId), notFound);
      if (userRoles.has(compositeKey(role.id, userId)))
        throw new LogtoError('role.user_exists', 422, { userId });
    }
    userRoles.insertMany(body.userIds.map((userId) => ({ roleId: role.id, userId })));
    return createdText;
  });

  router.route('DELETE', '/roles/:id/users/:userId', {}, ({ params }) => {
    if (!userRoles.delete(compositeKey(params.id, params.userId))) throw notFound();
    return noContent;
  });

  const machines = v.object({ applicationIds: v.pipe(v.array(id), v.minLength(1)) });
  router.route('POST', '/roles/:id/applications', { body: machines }, ({ params, body }) => {
    const role = find(params.id);
    for (const applicationId of body.applicationIds) {
      orThrow(applications.get(applicationId), () => noSuchId('applications', applicationId));
      if (applicationRoles.has(compositeKey(role.id, applicationId))) {
        throw new LogtoError('role.application_exists', 422, { applicationId });
      }
    }
    applicationRoles.insertMany(
      body.applicationIds.map((applicationId) => ({ roleId: role.id, applicationId })),
    );
    return createdText;
  });

  router.route('DELETE', '/roles/:id/applications/:applicationId', {}, ({ params }) => {
    if (!applicationRoles.delete(compositeKey(params.id, params.applicationId))) throw notFound();
    return noContent;
  });
};
