/** Registers every element of the kit. */
import './org-members.js';
import './org-invite.js';
import './org-provider.js';
import './org-switcher.js';
