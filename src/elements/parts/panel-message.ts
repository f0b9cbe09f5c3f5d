import { html, nothing, type TemplateResult } from 'lit';
import { warningIcon } from './trigger-icons.js';

/** Says that something failed, at once also to screen readers, inside a panel. `action` is a button, or nothing. */
export function panelMessage(
  text: string,
  action: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<div class="message" part="message" role="alert">
    ${warningIcon}<span class="text">${text}</span>${action}
  </div>`;
}
