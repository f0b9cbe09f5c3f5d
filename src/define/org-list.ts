import { OrgList } from '../elements/org-list/org-list.js';
import './context-root.js';

if (!customElements.get('org-list')) customElements.define('org-list', OrgList);

declare global {
  interface HTMLElementTagNameMap {
    'org-list': OrgList;
  }
}
