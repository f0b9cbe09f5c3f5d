import { bots } from './en/bots.js';
import { choosing } from './en/choosing.js';
import { common } from './en/common.js';
import { copying } from './en/copying.js';
import { create } from './en/create.js';
import { decline } from './en/decline.js';
import { directory } from './en/directory.js';
import { deleting } from './en/deleting.js';
import { editing } from './en/editing.js';
import { finder } from './en/finder.js';
import { form } from './en/form.js';
import { invitation } from './en/invitation.js';
import { invitations } from './en/invitations.js';
import { invite } from './en/invite.js';
import { leaving } from './en/leaving.js';
import { lists } from './en/lists.js';
import { manager } from './en/manager.js';
import { me } from './en/me.js';
import { members } from './en/members.js';
import { permissions } from './en/permissions.js';
import { profile } from './en/profile.js';
import { received } from './en/received.js';
import { roles } from './en/roles.js';
import { switcher } from './en/switcher.js';
import { registerTranslation } from './registry.js';
import type { Translation } from './translation.js';

/** English. Elements fall back to it where a language is not there, with or without this module. */
export const en: Translation = {
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

registerTranslation(en);
