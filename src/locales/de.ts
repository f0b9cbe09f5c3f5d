import { bots } from './de/bots.js';
import { choosing } from './de/choosing.js';
import { common } from './de/common.js';
import { copying } from './de/copying.js';
import { create } from './de/create.js';
import { decline } from './de/decline.js';
import { directory } from './de/directory.js';
import { deleting } from './de/deleting.js';
import { editing } from './de/editing.js';
import { finder } from './de/finder.js';
import { form } from './de/form.js';
import { invitation } from './de/invitation.js';
import { invitations } from './de/invitations.js';
import { invite } from './de/invite.js';
import { leaving } from './de/leaving.js';
import { lists } from './de/lists.js';
import { manager } from './de/manager.js';
import { me } from './de/me.js';
import { members } from './de/members.js';
import { permissions } from './de/permissions.js';
import { profile } from './de/profile.js';
import { received } from './de/received.js';
import { roles } from './de/roles.js';
import { switcher } from './de/switcher.js';
import { registerTranslation } from './registry.js';
import type { Translation } from './translation.js';

/** German. */
export const de: Translation = {
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

registerTranslation(de);
