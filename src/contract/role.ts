import * as v from 'valibot';
import { blockReasons } from './capabilities.js';

/** A role of the organization template that people can hold. */
export const role = v.object({
  id: v.string(),
  name: v.string(),
  description: v.nullable(v.string()),
  permissions: v.array(
    v.object({
      name: v.string(),
      description: v.nullable(v.string()),
      /** Name of the API resource; `null` for a permission of the organization. */
      resource: v.nullable(v.string()),
    }),
  ),
  /** Whoever holds this role alone is an administrator. */
  isAdministrator: v.boolean(),
  /** Whether the caller may give this role and take it away. */
  grantable: v.boolean(),
  /** Why not. */
  reason: v.nullable(v.picklist(blockReasons)),
});
export type Role = v.InferOutput<typeof role>;

/** `GET /organizations/:organizationId/roles` */
export const roleList = v.object({ items: v.array(role) });
export type RoleList = v.InferOutput<typeof roleList>;
