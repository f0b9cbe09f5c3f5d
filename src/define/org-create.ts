import { OrgCreate } from '../elements/org-create/org-create.js';
import './context-root.js';

if (!customElements.get('org-create')) customElements.define('org-create', OrgCreate);

declare global {
  interface HTMLElementTagNameMap {
    'org-create': OrgCreate;
  }
}
