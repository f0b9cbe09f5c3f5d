import { OrgSwitcher } from '../elements/org-switcher/org-switcher.js';
import './context-root.js';

if (!customElements.get('org-switcher')) customElements.define('org-switcher', OrgSwitcher);

declare global {
  interface HTMLElementTagNameMap {
    'org-switcher': OrgSwitcher;
  }
}
