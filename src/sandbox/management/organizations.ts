import * as v from 'valibot';
import { generateId } from '../ids.js';
import { LogtoError } from '../logto-error.js';
import type { Branding, JsonObject, Organization } from '../rows.js';
import { autoColumns, isYes, jsonObject, nullableText, text, url } from './guard.js';
import { noneToUpdate, noSuchId, notFound, orThrow, requireChanges } from './not-found.js';
import { paged, noContent, type ManagementRouter } from './router.js';
import { containsIn } from './search.js';

const hexColor = v.optional(v.pipe(v.string(), v.regex(/^#(?:[\da-f]{3}){1,2}$/i)));

const columns = {
  ...autoColumns,
  description: nullableText(256),
  customData: v.optional(jsonObject),
  isMfaRequired: v.optional(v.boolean()),
  color: v.optional(
    v.object({
      primaryColor: hexColor,
      isDarkModeEnabled: v.optional(v.boolean()),
      darkPrimaryColor: hexColor,
    }),
  ),
  branding: v.optional(
    v.object({
      logoUrl: v.optional(url),
      darkLogoUrl: v.optional(url),
      favicon: v.optional(url),
      darkFavicon: v.optional(url),
    }),
  ),
  customCss: v.nullish(v.string()),
};

const create = v.object({ ...columns, name: text(128) });
const update = v.object({ ...columns, name: v.optional(text(128)) });

/** `/organizations`: the organizations themselves. */
export const organizationRoutes = (router: ManagementRouter): void => {
  const { tenant } = router;
  const { organizations, organizationUsers, users } = tenant.tables;

  const withFeatured = (organization: Organization) => ({
    ...organization,
    usersCount: organizationUsers.count('organizationId', organization.id),
    featuredUsers: organizationUsers.page('organizationId', organization.id, 0, 3).flatMap(({ userId }) => {
      const user = users.get(userId);
      return user ? [{ id: user.id, avatar: user.avatar, name: user.name }] : [];
    }),
  });

  router.route('GET', '/organizations', { paging: 'required' }, ({ query, page }) => {
    const matches = containsIn<Organization>(query.get('q'), ['id', 'name']);
    const { body, total = 0 } = paged(organizations.all().filter(matches), page);
    const shown = body as readonly Organization[];
    return { body: isYes(query.get('showFeatured')) ? shown.map(withFeatured) : shown, total };
  });

  // `tenantId` and `createdAt` are taken from a caller, and left aside.
  router.route('POST', '/organizations', { body: create }, ({ body }) => ({
    status: 201,
    body: organizations.insert({
      tenantId: tenant.id,
      id: generateId(12),
      name: body.name,
      description: body.description ?? null,
      customData: body.customData ?? {},
      isMfaRequired: body.isMfaRequired ?? false,
      color: compact(body.color ?? {}),
      branding: compact(body.branding ?? {}),
      customCss: body.customCss ?? null,
      createdAt: tenant.now(),
    }),
  }));

  router.route('GET', '/organizations/:id', {}, ({ params }) => ({
    body: orThrow(organizations.get(params.id), () => noSuchId('organizations', params.id)),
  }));

  // JSON columns are replaced whole.
  router.route('PATCH', '/organizations/:id', { body: update }, ({ params, body }) => {
    requireChanges(body);
    const { tenantId, color, branding, ...changes } = body;
    if (tenantId !== undefined && tenantId !== tenant.id) {
      throw new LogtoError('entity.relation_foreign_key_not_found', 422);
    }
    const updated = organizations.update(params.id, {
      ...withoutUndefined(changes),
      ...(color && { color: compact(color) }),
      ...(branding && { branding: compact(branding) }),
    });
    return { body: orThrow(updated, () => noneToUpdate('organization')) };
  });

  router.route('DELETE', '/organizations/:id', {}, ({ params }) => {
    if (!organizations.delete(params.id)) throw notFound();
    return noContent;
  });
};

type Defined<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

/** Leaves out what a caller did not send. */
export const withoutUndefined = <Value extends object>(value: Value): Partial<Defined<Value>> =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as Partial<
    Defined<Value>
  >;

const compact = (value: object): JsonObject & Branding => withoutUndefined(value) as JsonObject & Branding;
