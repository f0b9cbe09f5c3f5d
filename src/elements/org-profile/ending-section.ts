import { html, nothing, type TemplateResult } from 'lit';

interface EndingSection {
  /** Also the part of the button. */
  readonly id: 'leave' | 'delete';
  readonly title: string;
  /** What is lost. */
  readonly text: string;
  /** Why it is not possible. */
  readonly blocked?: string | undefined;
  readonly ask: () => void;
}

/** A way out, with what is lost by it. Where it is closed, that is said before anybody presses. */
export function endingSection({ id, title, text, blocked, ask }: EndingSection): TemplateResult {
  return html`<section class="section" part="ending" aria-labelledby="${id}-title">
    <div class="words">
      <h3 id="${id}-title">${title}</h3>
      <p>${text}</p>
      ${blocked === undefined ? nothing : html`<p class="blocked" id="${id}-blocked">${blocked}</p>`}
    </div>
    <button
      type="button"
      class="button danger"
      part=${id}
      aria-haspopup="dialog"
      aria-disabled=${blocked !== undefined}
      aria-describedby=${blocked === undefined ? nothing : `${id}-blocked`}
      @click=${() => blocked === undefined && ask()}
    >
      ${title}
    </button>
  </section>`;
}
