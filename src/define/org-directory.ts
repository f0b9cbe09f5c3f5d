import { OrgDirectory } from '../elements/org-directory/org-directory.js';
import './context-root.js';

if (!customElements.get('org-directory')) customElements.define('org-directory', OrgDirectory);

declare global {
  interface HTMLElementTagNameMap {
    'org-directory': OrgDirectory;
  }
}
