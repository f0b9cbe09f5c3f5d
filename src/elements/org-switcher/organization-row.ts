import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { checkIcon } from '../parts/icon.js';

export interface OrganizationRow {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly picture: TemplateResult;
  readonly isCurrent: boolean;
  /** Makes the row a real link. */
  readonly address: string | undefined;
  readonly choose: (event: MouseEvent) => void;
}

/** One choice in the list: a link when there is an address to go to. */
export function organizationRow(row: OrganizationRow): TemplateResult {
  const id = `option-${row.id}`;
  const part = row.isCurrent ? 'option current' : 'option';
  const content = html`${row.picture}
    <span class="label">
      <span class="name" dir="auto">${row.name}</span>
      ${row.hint ? html`<span class="hint" dir="auto">${row.hint}</span>` : nothing}
    </span>
    ${row.isCurrent ? checkIcon : nothing}`;
  return row.address
    ? html`<a
        class="row"
        part=${part}
        role="option"
        id=${id}
        tabindex="-1"
        href=${ifDefined(row.address)}
        data-label=${row.name}
        aria-selected=${row.isCurrent}
        @click=${row.choose}
        >${content}</a
      >`
    : html`<div
        class="row"
        part=${part}
        role="option"
        id=${id}
        data-label=${row.name}
        aria-selected=${row.isCurrent}
        @click=${row.choose}
      >
        ${content}
      </div>`;
}
