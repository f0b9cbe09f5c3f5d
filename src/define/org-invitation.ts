import { OrgInvitation } from '../elements/org-invitation/org-invitation.js';
import './context-root.js';

if (!customElements.get('org-invitation')) customElements.define('org-invitation', OrgInvitation);

declare global {
  interface HTMLElementTagNameMap {
    'org-invitation': OrgInvitation;
  }
}
