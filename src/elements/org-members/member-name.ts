import type { Member } from '../../contract/member.js';

/** What a member is called: the name, or the next best that the viewer may see. */
export function memberName({ name, username, email, id }: Member): string {
  return name || username || email || id;
}
