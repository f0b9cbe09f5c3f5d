import * as v from 'valibot';

export const roleReference = v.object({ id: v.string(), name: v.string() });
export type RoleReference = v.InferOutput<typeof roleReference>;

/** What everybody sees of an organization who sees it at all: whitelisted, logos https only. */
export const shownOfOrganization = {
  id: v.string(),
  name: v.string(),
  description: v.nullable(v.string()),
  logoUrl: v.nullable(v.string()),
  darkLogoUrl: v.nullable(v.string()),
  isMfaRequired: v.boolean(),
};

/** An organization as its members see it in a list. */
export const organizationSummary = v.object({
  ...shownOfOrganization,
  /** The caller's roles in it; empty when a member holds none. */
  roles: v.array(roleReference),
});
export type OrganizationSummary = v.InferOutput<typeof organizationSummary>;

/** `GET /organizations` */
export const organizationList = v.object({
  items: v.array(organizationSummary),
  /** Whether the caller may make one more: told without spending the caller's allowance. */
  canCreate: v.boolean(),
  /** Why not: nobody or not this person may, or there are as many as allowed. */
  createBlocked: v.nullable(v.picklist(['not_permitted', 'limit_reached'])),
});
export type OrganizationList = v.InferOutput<typeof organizationList>;

/** `GET /organizations/:organizationId` */
export const organizationProfile = v.object({
  ...shownOfOrganization,
  /** Only the keys that the host allows. */
  customData: v.record(v.string(), v.unknown()),
  /** Epoch milliseconds. */
  createdAt: v.number(),
  /** Of the fields shown; send it back in `If-Match` so as not to overwrite what somebody else saved. */
  version: v.string(),
});
export type OrganizationProfile = v.InferOutput<typeof organizationProfile>;

/**
 * Text that people see. Control characters and the ones that reverse writing direction are refused: they make a
 * name look like another one.
 */
const plainText = (maximum: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(maximum, `at most ${maximum} characters`),
    v.regex(/^[^\p{Cc}\u202A-\u202E\u2066-\u2069]*$/u, 'text without control characters'),
  );

const name = v.pipe(plainText(128), v.nonEmpty('not empty'));
const description = v.nullable(
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(256, 'at most 256 characters'),
    v.regex(/^(?:[^\p{Cc}\u202A-\u202E\u2066-\u2069]|[\n\r\t])*$/u, 'text without control characters'),
  ),
);
/** Logto takes any scheme; a page must be able to show this without harm. */
const logo = v.nullable(
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(2048, 'at most 2048 characters'),
    v.regex(/^https:\/\/(?![^/?#\\]*@)/i, 'an https address without a user'),
    v.url('an https address'),
  ),
);

/** Only the keys that the host allows: `options.organizations.customDataKeys`. */
const customData = v.record(v.pipe(v.string(), v.maxLength(128)), v.unknown());

/** `POST /organizations`: nothing but these fields, whatever else Logto would take. */
export const organizationInput = v.strictObject({
  name,
  description: v.optional(description),
  logoUrl: v.optional(logo),
  darkLogoUrl: v.optional(logo),
  customData: v.optional(customData),
});
export type OrganizationInput = v.InferOutput<typeof organizationInput>;

/** `PATCH /organizations/:organizationId`: what is absent stays; `null` takes away. */
export const organizationUpdate = v.strictObject({
  name: v.optional(name),
  description: v.optional(description),
  logoUrl: v.optional(logo),
  darkLogoUrl: v.optional(logo),
  isMfaRequired: v.optional(v.boolean()),
  /** Merged key by key into what is there; `null` removes a key. */
  customData: v.optional(customData),
});
export type OrganizationUpdate = v.InferOutput<typeof organizationUpdate>;

/** `DELETE /organizations/:organizationId`: the name, repeated. */
export const organizationDeletion = v.strictObject({ name: v.string() });
export type OrganizationDeletion = v.InferOutput<typeof organizationDeletion>;
