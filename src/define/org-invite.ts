import { OrgInvite } from '../elements/org-invite/org-invite.js';
import './context-root.js';

if (!customElements.get('org-invite')) customElements.define('org-invite', OrgInvite);

declare global {
  interface HTMLElementTagNameMap {
    'org-invite': OrgInvite;
  }
}
