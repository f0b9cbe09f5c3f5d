import { OrgProfile } from '../elements/org-profile/org-profile.js';
import './context-root.js';

if (!customElements.get('org-profile')) customElements.define('org-profile', OrgProfile);

declare global {
  interface HTMLElementTagNameMap {
    'org-profile': OrgProfile;
  }
}
