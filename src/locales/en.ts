import { bots } from './en/bots.js';
import { common } from './en/common.js';
import { copying } from './en/copying.js';
import { invite } from './en/invite.js';
import { lists } from './en/lists.js';
import { members } from './en/members.js';
import { permissions } from './en/permissions.js';
import { roles } from './en/roles.js';
import { switcher } from './en/switcher.js';
import { registerTranslation } from './registry.js';
import type { Translation } from './translation.js';

/** English. Elements fall back to it where a language is not there, with or without this module. */
export const en: Translation = {
  ...common,
  bots,
  copying,
  invite,
  lists,
  members,
  permissions,
  roles,
  switcher,
};

registerTranslation(en);
