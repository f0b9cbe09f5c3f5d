import { OrgManager } from '../elements/org-manager/org-manager.js';
import './manager-tag.js';

/** For a page that has not registered all elements at once: what is in a tab comes when the tab is chosen. */
OrgManager.loaders = {
  'org-bots': () => import('./org-bots.js'),
  'org-invitations': () => import('./org-invitations.js'),
  'org-invite': () => import('./org-invite.js'),
  'org-me': () => import('./org-me.js'),
  'org-members': () => import('./org-members.js'),
  'org-profile': () => import('./org-profile.js'),
  'org-roles': () => import('./org-roles.js'),
};
