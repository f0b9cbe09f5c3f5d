import { OrgProvider } from '../elements/org-provider/org-provider.js';
import './context-root.js';

if (!customElements.get('org-provider')) customElements.define('org-provider', OrgProvider);

declare global {
  interface HTMLElementTagNameMap {
    'org-provider': OrgProvider;
  }
}
