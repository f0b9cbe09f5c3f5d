import { OrgManager } from '../elements/org-manager/org-manager.js';
import './context-root.js';

if (!customElements.get('org-manager')) customElements.define('org-manager', OrgManager);

declare global {
  interface HTMLElementTagNameMap {
    'org-manager': OrgManager;
  }
}
