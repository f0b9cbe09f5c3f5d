import type { Me } from '../contract/me.js';

/** What somebody has to hold in an organization. */
export interface Wanted {
  /** Names, of permissions of the organization or of an API resource. */
  readonly permissions: readonly string[];
  /** Names. */
  readonly roles: readonly string[];
  /** One of all that is named is enough; else all are needed. */
  readonly any: boolean;
}

/** Whether somebody holds it. Nothing wanted is held by nobody: a gate without a condition is a mistake of the page. */
export function isGranted(me: Me, { permissions, roles, any }: Wanted): boolean {
  const held = [
    ...permissions.map((name) => me.permissions.some((permission) => permission.name === name)),
    ...roles.map((name) => me.roles.some((role) => role.name === name)),
  ];
  return any ? held.some(Boolean) : held.length > 0 && held.every(Boolean);
}
