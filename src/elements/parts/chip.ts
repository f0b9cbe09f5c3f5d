import { html, type TemplateResult } from 'lit';

/** A word in a pill. `tone` colours it; the word must say it too. */
export function chip(
  text: string,
  tone: 'plain' | 'accent' | 'muted' | 'danger' = 'plain',
  part = 'chip',
): TemplateResult {
  return html`<span class="chip" part=${part} data-tone=${tone}
    ><span class="text" dir="auto">${text}</span></span
  >`;
}
