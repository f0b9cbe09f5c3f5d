import { OrgInvitations } from '../elements/org-invitations/org-invitations.js';
import './context-root.js';

if (!customElements.get('org-invitations')) customElements.define('org-invitations', OrgInvitations);

declare global {
  interface HTMLElementTagNameMap {
    'org-invitations': OrgInvitations;
  }
}
