import { OrgBots } from '../elements/org-bots/org-bots.js';
import './context-root.js';

if (!customElements.get('org-bots')) customElements.define('org-bots', OrgBots);

declare global {
  interface HTMLElementTagNameMap {
    'org-bots': OrgBots;
  }
}
