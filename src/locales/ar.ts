import { bots } from './ar/bots.js';
import { choosing } from './ar/choosing.js';
import { common } from './ar/common.js';
import { copying } from './ar/copying.js';
import { invite } from './ar/invite.js';
import { decline } from './ar/decline.js';
import { finder } from './ar/finder.js';
import { invitation } from './ar/invitation.js';
import { lists } from './ar/lists.js';
import { members } from './ar/members.js';
import { permissions } from './ar/permissions.js';
import { received } from './ar/received.js';
import { roles } from './ar/roles.js';
import { switcher } from './ar/switcher.js';
import { registerTranslation } from './registry.js';
import type { Translation } from './translation.js';

/** Arabic. */
export const ar: Translation = {
  ...common,
  bots,
  copying,
  invite,
  lists,
  members,
  permissions,
  choosing,
  decline,
  finder,
  invitation,
  received,
  roles,
  switcher,
};

registerTranslation(ar);
