/** Registers every element of the kit. */
import './manager-tag.js';
import './org-bots.js';
import './org-create.js';
import './org-directory.js';
import './org-gate.js';
import './org-invitation.js';
import './org-invitations.js';
import './org-invite.js';
import './org-list.js';
import './org-me.js';
import './org-members.js';
import './org-profile.js';
import './org-provider.js';
import './org-roles.js';
import './org-switcher.js';
