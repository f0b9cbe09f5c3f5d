import * as v from 'valibot';
import { blockReasons } from './capabilities.js';
import { identifier } from './identifier.js';
import { roleReference } from './organization.js';
import { pageOf, pageQuery, searchText } from './paging.js';

/** A member as the viewer may see one. Never phone numbers, identities, custom data or sign-in times. */
export const member = v.object({
  id: v.string(),
  name: v.nullable(v.string()),
  username: v.nullable(v.string()),
  avatar: v.nullable(v.string()),
  /** The primary address; absent for viewers who may not see addresses. */
  email: v.optional(v.nullable(v.string())),
  roles: v.array(roleReference),
  isAdministrator: v.boolean(),
  /** Why the caller may not do this to this member; `null` when nothing speaks against it. */
  blocked: v.object({
    changeRoles: v.nullable(v.picklist(blockReasons)),
    remove: v.nullable(v.picklist(blockReasons)),
  }),
});
export type Member = v.InferOutput<typeof member>;

/** `GET .../members?page&page_size&q&role` */
export const memberQuery = v.strictObject({
  ...pageQuery,
  q: v.optional(searchText),
  /** Id of a role: only who holds it. */
  role: v.optional(identifier),
});
export type MemberQuery = v.InferOutput<typeof memberQuery>;

export const memberPage = pageOf(member);
export type MemberPage = v.InferOutput<typeof memberPage>;

const roleIds = v.pipe(v.array(identifier), v.maxLength(100, 'at most 100 roles'));

/** `PUT .../members/:userId/roles`: all roles that the member has afterwards; an empty list takes every role. */
export const memberRolesInput = v.strictObject({ roleIds });
export type MemberRolesInput = v.InferOutput<typeof memberRolesInput>;

/** What a change leaves behind. */
export const memberRoles = v.object({ userId: v.string(), roles: v.array(roleReference) });
export type MemberRoles = v.InferOutput<typeof memberRoles>;

/** `POST .../members/roles`: gives roles to many, beside those that they have. */
export const grantRolesInput = v.strictObject({
  userIds: v.pipe(
    v.array(identifier),
    v.minLength(1, 'at least one person'),
    v.maxLength(100, 'at most 100'),
  ),
  roleIds: v.pipe(v.array(identifier), v.minLength(1, 'at least one role'), v.maxLength(100, 'at most 100')),
});
export type GrantRolesInput = v.InferOutput<typeof grantRolesInput>;

/** One result for each person of the request, in its order. */
export const grantRolesResult = v.object({
  items: v.array(
    v.object({
      userId: v.string(),
      status: v.picklist(['granted', 'unchanged', 'not_a_member', 'not_allowed', 'failed']),
    }),
  ),
});
export type GrantRolesResult = v.InferOutput<typeof grantRolesResult>;
