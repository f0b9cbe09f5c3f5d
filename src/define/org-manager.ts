import { OrgManager } from '../elements/org-manager/org-manager.js';
import './context-root.js';

OrgManager.loaders = {
  'org-bots': () => import('./org-bots.js'),
  'org-invitations': () => import('./org-invitations.js'),
  'org-invite': () => import('./org-invite.js'),
  'org-members': () => import('./org-members.js'),
  'org-roles': () => import('./org-roles.js'),
};

if (!customElements.get('org-manager')) customElements.define('org-manager', OrgManager);

declare global {
  interface HTMLElementTagNameMap {
    'org-manager': OrgManager;
  }
}
