import { html, type TemplateResult } from 'lit';

/** Takes the place of a form of so many fields while it is loading. */
export function fieldsSkeleton(label: string, count: number): TemplateResult {
  return html`<div class="skeleton" part="skeleton" role="status" aria-label=${label}>
    ${Array.from({ length: count }, () => html`<span class="bar short"></span><span class="bar"></span>`)}
  </div>`;
}
