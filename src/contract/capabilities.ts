/**
 * What somebody may do in an organization, as `GET .../me` tells it. An element offers what is in the list; the
 * backend decides again at each request.
 */
export const capabilities = [
  /** See the addresses of other members. */
  'see-addresses',
  'invite-members',
  /** Change the roles of members; which roles is told by `GET .../roles`. */
  'change-roles',
  'remove-members',
  'edit-organization',
  'delete-organization',
  'see-bots',
  'manage-bots',
] as const;
export type Capability = (typeof capabilities)[number];

/** Why something that the caller may do in general is not possible here. */
export const blockReasons = [
  /** The caller lacks the permission. */
  'not_permitted',
  /** It holds more than the caller holds. */
  'exceeds_own',
  /** The only administrator of the organization. */
  'last_admin',
] as const;
export type BlockReason = (typeof blockReasons)[number];
