import type { Actor } from './actor.js';
import type { Settings } from './settings.js';

/** Whether the actor sees the addresses of members: by the host's rule, or by the permission. */
export const maySeeAddresses = (actor: Actor, { addresses }: Settings): boolean =>
  actor.isOperator || addresses === 'members' || (addresses === 'permission' && actor.may('readMember'));
