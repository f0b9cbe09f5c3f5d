import { OrgRoles } from '../elements/org-roles/org-roles.js';
import './context-root.js';

if (!customElements.get('org-roles')) customElements.define('org-roles', OrgRoles);

declare global {
  interface HTMLElementTagNameMap {
    'org-roles': OrgRoles;
  }
}
