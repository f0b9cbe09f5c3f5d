import { html, nothing, type TemplateResult } from 'lit';
import type { CommonWords } from '../../locales/translation.js';
import type { OrgErrorCode } from '../../org-error.js';
import { infoIcon } from './icon.js';
import { warningIcon } from './trigger-icons.js';

/** The button that tries again what failed. */
export function retryButton(text: string, retry: () => unknown): TemplateResult {
  return html`<button type="button" class="button" part="retry" @click=${retry}>${text}</button>`;
}

/** Says that something failed, at once also to screen readers. `action` is a button, or nothing. */
export function boxedMessage(
  text: string,
  action: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<div class="message boxed" part="message" role="alert">
    ${warningIcon}<span class="text">${text}</span>${action}
  </div>`;
}

/** Says what failed in a person's words, with the button that tries again where that can help. */
export function failureMessage(
  { errors, retry: label }: CommonWords,
  code: OrgErrorCode,
  retry?: () => unknown,
): TemplateResult {
  return boxedMessage(errors[code], retry ? retryButton(label, retry) : nothing);
}

/** Says politely that something has changed. */
export function notice(text: string, action: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<div class="message boxed info" part="notice" role="status">
    ${infoIcon}<span class="text">${text}</span>${action}
  </div>`;
}
