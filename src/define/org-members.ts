import { OrgMembers } from '../elements/org-members/org-members.js';
import './context-root.js';

if (!customElements.get('org-members')) customElements.define('org-members', OrgMembers);

declare global {
  interface HTMLElementTagNameMap {
    'org-members': OrgMembers;
  }
}
