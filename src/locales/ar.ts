import { bots } from './ar/bots.js';
import { choosing } from './ar/choosing.js';
import { common } from './ar/common.js';
import { copying } from './ar/copying.js';
import { create } from './ar/create.js';
import { decline } from './ar/decline.js';
import { directory } from './ar/directory.js';
import { deleting } from './ar/deleting.js';
import { editing } from './ar/editing.js';
import { finder } from './ar/finder.js';
import { form } from './ar/form.js';
import { invitation } from './ar/invitation.js';
import { invitations } from './ar/invitations.js';
import { invite } from './ar/invite.js';
import { leaving } from './ar/leaving.js';
import { lists } from './ar/lists.js';
import { manager } from './ar/manager.js';
import { me } from './ar/me.js';
import { members } from './ar/members.js';
import { permissions } from './ar/permissions.js';
import { profile } from './ar/profile.js';
import { received } from './ar/received.js';
import { roles } from './ar/roles.js';
import { switcher } from './ar/switcher.js';
import { registerTranslation } from './registry.js';
import type { Translation } from './translation.js';

/** Arabic. */
export const ar: Translation = {
  ...common,
  bots,
  choosing,
  copying,
  create,
  decline,
  directory,
  deleting,
  editing,
  finder,
  form,
  invitation,
  invitations,
  invite,
  leaving,
  lists,
  manager,
  me,
  members,
  permissions,
  profile,
  received,
  roles,
  switcher,
};

registerTranslation(ar);
