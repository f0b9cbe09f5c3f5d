import { html, nothing, type TemplateResult } from 'lit';
import { checkIcon } from '../parts/icon.js';

interface OrganizationItem {
  readonly name: string;
  readonly hint: string;
  readonly picture: TemplateResult;
  /** The word that marks the current one; empty for the others. */
  readonly current: string;
  /** Makes it a real link. */
  readonly address: string | undefined;
  readonly choose: (event: MouseEvent) => void;
}

/** One organization to choose: a link when there is an address to go to. */
export function organizationItem(item: OrganizationItem): TemplateResult {
  const { name, hint, picture, current, address, choose } = item;
  const part = current ? 'organization current' : 'organization';
  const mark = current ? 'true' : nothing;
  const content = html`${picture}
    <span class="label">
      <span class="name" dir="auto">${name}</span>
      ${hint ? html`<span class="hint" dir="auto">${hint}</span>` : nothing}
    </span>
    ${current ? html`<span class="current">${checkIcon}${current}</span>` : nothing}`;
  return html`<li>
    ${
      address
        ? html`<a class="row" part=${part} href=${address} aria-current=${mark} @click=${choose}
            >${content}</a
          >`
        : html`<button type="button" class="row" part=${part} aria-current=${mark} @click=${choose}>
            ${content}
          </button>`
    }
  </li>`;
}

/** Takes the place of everything while it loads. */
export function listSkeleton(text: string): TemplateResult {
  const row = html`<div class="row">
    <span class="avatar"></span>
    <span class="label"><span class="bar"></span><span class="bar"></span></span>
  </div>`;
  return html`<div class="page skeleton" part="skeleton" role="status" aria-label=${text}>
    <div class="section">${row}${row}${row}</div>
  </div>`;
}
