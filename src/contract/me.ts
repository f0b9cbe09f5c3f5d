import * as v from 'valibot';

/** `GET /organizations/:organizationId/me`: who I am there, live from Logto and never from the token. */
export const me = v.object({
  userId: v.string(),
  organizationId: v.string(),
  roles: v.array(v.object({ id: v.string(), name: v.string(), description: v.nullable(v.string()) })),
  permissions: v.array(
    v.object({
      name: v.string(),
      description: v.nullable(v.string()),
      /** Ids of the caller's roles that give this permission. */
      roles: v.array(v.string()),
    }),
  ),
});
export type Me = v.InferOutput<typeof me>;
