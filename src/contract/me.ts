import * as v from 'valibot';
import { capabilities } from './capabilities.js';

/**
 * `GET /organizations/:organizationId/me`: who I am there, live from Logto and never from the token. Operators are no
 * members: they have capabilities, and neither roles nor permissions.
 */
export const me = v.object({
  userId: v.string(),
  organizationId: v.string(),
  /** I act with the global operator scope: there is nothing to leave. */
  isOperator: v.boolean(),
  roles: v.array(v.object({ id: v.string(), name: v.string(), description: v.nullable(v.string()) })),
  permissions: v.array(
    v.object({
      name: v.string(),
      description: v.nullable(v.string()),
      /** Indicator's display name of the API resource; `null` for a permission of the organization. */
      resource: v.nullable(v.string()),
      /** Ids of the caller's roles that give this permission. */
      roles: v.array(v.string()),
    }),
  ),
  /** How the permissions differ from those of the token that I sent, by name; empty when they agree. */
  drift: v.object({
    /** I hold them, and the token lacks them: it is old, or they were never asked for at sign-in. */
    gained: v.array(v.string()),
    /** The token has them, and I hold them no more. */
    lost: v.array(v.string()),
  }),
  /** What I may do here with the token that I sent. */
  capabilities: v.array(v.picklist(capabilities)),
  isAdministrator: v.boolean(),
  /** True for the only administrator: may neither leave nor give the role away. */
  isLastAdministrator: v.boolean(),
});
export type Me = v.InferOutput<typeof me>;
