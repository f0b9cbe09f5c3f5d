import { OrgMe } from '../elements/org-me/org-me.js';
import './context-root.js';

if (!customElements.get('org-me')) customElements.define('org-me', OrgMe);

declare global {
  interface HTMLElementTagNameMap {
    'org-me': OrgMe;
  }
}
