import * as v from 'valibot';
import { LogtoError } from '../logto-error.js';
import { compositeKey } from '../database/table-rules.js';
import type { User } from '../rows.js';
import { jsonObject, url } from './guard.js';
import { notFound, orThrow, requireChanges } from './not-found.js';
import { withoutUndefined } from './organizations.js';
import { noContent, paged, type ManagementRouter } from './router.js';
import { advancedSearch } from './search.js';
import { roleSummaries, userProfile } from './views.js';

const SEARCHED = ['id', 'primaryEmail', 'primaryPhone', 'username', 'name'] as const;

const email = v.pipe(v.string(), v.regex(/^\S+@\S+\.\S+$/));
const username = v.pipe(v.string(), v.regex(/^[A-Z_a-z]\w*$/));
const phone = v.pipe(v.string(), v.regex(/^\d+$/));
const avatar = v.nullish(v.union([url, v.literal('')]));
const shared = { avatar, customData: v.optional(jsonObject), profile: v.optional(jsonObject) };

const create = v.object({
  ...shared,
  primaryEmail: v.optional(email),
  primaryPhone: v.optional(phone),
  username: v.optional(username),
  password: v.optional(v.pipe(v.string(), v.minLength(1))),
  passwordDigest: v.optional(v.string()),
  passwordAlgorithm: v.optional(v.string()),
  name: v.optional(v.string()),
});

const orEmpty = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.nullish(v.union([schema, v.literal('')]));
const update = v.object({
  ...shared,
  primaryEmail: orEmpty(email),
  primaryPhone: orEmpty(phone),
  username: orEmpty(username),
  name: v.nullish(v.string()),
});

/** `/users`: accounts, and the organizations of one. */
export const userRoutes = (router: ManagementRouter): void => {
  const { tenant } = router;
  const { users, userRoles } = tenant.tables;
  const find = (userId: string): User => orThrow(users.get(userId), notFound);
  const change = (userId: string, changes: Partial<User>): User =>
    orThrow(tenant.accounts.update(userId, changes), notFound);

  /** Addresses and usernames are compared ignoring case here, though the database does not. */
  const refuseTaken = (identifiers: Identifiers, except?: string): void => {
    const isTaken = (holder: User | undefined): boolean => holder !== undefined && holder.id !== except;
    if (
      identifiers.username &&
      isTaken(tenant.accounts.findByUsername(identifiers.username, { caseSensitive: true }))
    ) {
      throw new LogtoError('user.username_already_in_use', 422);
    }
    if (identifiers.primaryEmail && isTaken(tenant.accounts.findByEmail(identifiers.primaryEmail))) {
      throw new LogtoError('user.email_already_in_use', 422);
    }
    if (identifiers.primaryPhone && isTaken(users.find('primaryPhone', identifiers.primaryPhone))) {
      throw new LogtoError('user.phone_already_in_use', 422);
    }
  };

  router.route('GET', '/users', { paging: 'required' }, ({ query, page }) => {
    const role = query.get('excludeRoleId');
    const organization = query.get('excludeOrganizationId');
    if (role && organization) {
      const details =
        'Parameter `excludeRoleId` and `excludeOrganizationId` cannot be used at the same time.';
      throw new LogtoError('request.invalid_input', 400, { details });
    }
    const found = users
      .newest()
      .sort((left, right) => right.createdAt - left.createdAt)
      .filter(advancedSearch<User>(query, SEARCHED))
      .filter(({ id }) => !role || !userRoles.has(compositeKey(role, id)))
      .filter(({ id }) => !organization || !tenant.accounts.isMember(id, organization));
    const shown = found.slice(page.offset, page.offset + page.limit);
    return { body: shown.map(userProfile), total: found.length };
  });

  router.route('POST', '/users', { body: create }, ({ body }) => {
    refuseTaken(body);
    const { password, passwordDigest, passwordAlgorithm: _, ...columns } = body;
    const hasPassword = password !== undefined || passwordDigest !== undefined;
    return { body: userProfile(tenant.accounts.create({ ...withoutUndefined(columns), hasPassword })) };
  });

  router.route('GET', '/users/:userId', {}, ({ params }) => ({ body: userProfile(find(params.userId)) }));

  router.route('PATCH', '/users/:userId', { body: update }, ({ params, body }) => {
    find(params.userId);
    refuseTaken(body, params.userId);
    requireChanges(body);
    const { primaryEmail, primaryPhone, username: name, ...columns } = withoutUndefined(body);
    const identifiers = withoutUndefined({
      primaryEmail: emptyToNull(primaryEmail),
      primaryPhone: emptyToNull(primaryPhone),
      username: emptyToNull(name),
    });
    return { body: userProfile(change(params.userId, { ...columns, ...identifiers })) };
  });

  router.route('DELETE', '/users/:userId', {}, ({ params }) => {
    if (!users.delete(params.userId)) throw notFound();
    return noContent;
  });

  const suspension = v.object({ isSuspended: v.boolean() });
  router.route('PATCH', '/users/:userId/is-suspended', { body: suspension }, ({ params, body }) => {
    find(params.userId);
    return { body: userProfile(change(params.userId, body)) };
  });

  router.route('GET', '/users/:userId/custom-data', {}, ({ params }) => ({
    body: find(params.userId).customData,
  }));

  // These two merge, where PATCH /users/:userId replaces.
  const customData = v.object({ customData: jsonObject });
  router.route('PATCH', '/users/:userId/custom-data', { body: customData }, ({ params, body }) => {
    const { customData: current } = find(params.userId);
    return { body: change(params.userId, { customData: { ...current, ...body.customData } }).customData };
  });

  const profile = v.object({ profile: jsonObject });
  router.route('PATCH', '/users/:userId/profile', { body: profile }, ({ params, body }) => {
    const { profile: current } = find(params.userId);
    return { body: change(params.userId, { profile: { ...current, ...body.profile } }).profile };
  });

  router.route('GET', '/users/:userId/organizations', {}, ({ params }) => {
    find(params.userId);
    return {
      body: tenant.permissions
        .organizationsOf(params.userId)
        .map(({ organization, roles }) => ({ ...organization, organizationRoles: roleSummaries(roles) })),
    };
  });

  router.route('GET', '/users/:userId/roles', { paging: 'required' }, ({ params, page }) => {
    find(params.userId);
    const rows = userRoles.where('userId', params.userId);
    return paged(
      rows.flatMap(({ roleId }) => tenant.tables.roles.get(roleId) ?? []),
      page,
    );
  });

  const roleIds = v.object({ roleIds: v.array(v.string()) });
  router.route('POST', '/users/:userId/roles', { body: roleIds }, ({ params, body }) => {
    find(params.userId);
    const added = [...new Set(body.roleIds)].filter(
      (roleId) => !userRoles.has(compositeKey(roleId, params.userId)),
    );
    for (const roleId of added) orThrow(tenant.tables.roles.get(roleId), notFound);
    userRoles.insertMany(added.map((roleId) => ({ roleId, userId: params.userId })));
    return { status: 201, body: { roleIds: body.roleIds, addedRoleIds: added } };
  });

  router.route('DELETE', '/users/:userId/roles/:roleId', {}, ({ params }) => {
    if (!userRoles.delete(compositeKey(params.roleId, params.userId))) throw notFound();
    return noContent;
  });
};

interface Identifiers {
  readonly username?: string | null | undefined;
  readonly primaryEmail?: string | null | undefined;
  readonly primaryPhone?: string | null | undefined;
}

const emptyToNull = (value: string | null | undefined): string | null | undefined =>
  value === '' ? null : value;
