import { html, type TemplateResult } from 'lit';
import { closeIcon } from './icon.js';

/** The button that takes a message away. */
export function dismissButton(label: string, dismiss: () => void): TemplateResult {
  return html`<button type="button" class="icon-button" part="dismiss" aria-label=${label} @click=${dismiss}>
    ${closeIcon}
  </button>`;
}
