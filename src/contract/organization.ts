import * as v from 'valibot';

export const roleReference = v.object({ id: v.string(), name: v.string() });
export type RoleReference = v.InferOutput<typeof roleReference>;

/** An organization as its members see it in a list: whitelisted, logos https only. */
export const organizationSummary = v.object({
  id: v.string(),
  name: v.string(),
  description: v.nullable(v.string()),
  logoUrl: v.nullable(v.string()),
  darkLogoUrl: v.nullable(v.string()),
  isMfaRequired: v.boolean(),
  /** The caller's roles in it; empty when a member holds none. */
  roles: v.array(roleReference),
});
export type OrganizationSummary = v.InferOutput<typeof organizationSummary>;

/** `GET /organizations` */
export const organizationList = v.object({ items: v.array(organizationSummary) });
export type OrganizationList = v.InferOutput<typeof organizationList>;
