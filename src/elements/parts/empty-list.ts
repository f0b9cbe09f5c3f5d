import { html, nothing, type TemplateResult } from 'lit';

interface EmptyList {
  readonly icon: TemplateResult;
  readonly text: TemplateResult;
  /** The text of the button that shows all again, where only some were asked for. */
  readonly clearLabel: string;
  readonly clear: (() => void) | undefined;
}

/** Takes the place of a list that has nothing to show. */
export function emptyList({ icon, text, clearLabel, clear }: EmptyList): TemplateResult {
  return html`<div class="empty" part="empty">
    ${icon}${text}
    ${
      clear
        ? html`<button type="button" class="button" part="clear-search" @click=${clear}>
            ${clearLabel}
          </button>`
        : nothing
    }
  </div>`;
}
