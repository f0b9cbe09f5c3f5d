import * as v from 'valibot';
import { blockReasons } from './capabilities.js';
import { identifier } from './identifier.js';
import { roleReference } from './organization.js';

/** A machine-to-machine application in an organization. Never a secret. */
export const bot = v.object({
  id: v.string(),
  name: v.string(),
  description: v.nullable(v.string()),
  roles: v.array(roleReference),
  /** Why the caller may not change or remove it; `null` when nothing speaks against it. */
  blocked: v.nullable(v.picklist(blockReasons)),
});
export type Bot = v.InferOutput<typeof bot>;

/** `GET .../bots` */
export const botList = v.object({
  items: v.array(bot),
  /** What the host offers and is not in the organization yet. */
  available: v.array(v.object({ id: v.string(), name: v.string(), description: v.nullable(v.string()) })),
  /** Roles for machines, and whether the caller may give them. */
  roles: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      description: v.nullable(v.string()),
      grantable: v.boolean(),
      reason: v.nullable(v.picklist(blockReasons)),
    }),
  ),
});
export type BotList = v.InferOutput<typeof botList>;

const roleIds = v.pipe(v.array(identifier), v.maxLength(100, 'at most 100 roles'));

/** `POST .../bots` */
export const botInput = v.strictObject({ applicationId: identifier, roleIds: v.optional(roleIds, []) });
export type BotInput = v.InferInput<typeof botInput>;

/** `PUT .../bots/:applicationId/roles` */
export const botRolesInput = v.strictObject({ roleIds });
export type BotRolesInput = v.InferOutput<typeof botRolesInput>;
