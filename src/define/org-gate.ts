import { OrgGate } from '../elements/org-gate/org-gate.js';
import './context-root.js';

if (!customElements.get('org-gate')) customElements.define('org-gate', OrgGate);

declare global {
  interface HTMLElementTagNameMap {
    'org-gate': OrgGate;
  }
}
