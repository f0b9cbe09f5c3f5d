import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';

interface DataTable<Item extends { readonly id: string }> {
  readonly label: string;
  /** What stands above the columns, each by `columnHead()`. */
  readonly heads: readonly TemplateResult[];
  /** Names the column of the buttons; absent when there are none. */
  readonly actions: string | undefined;
  readonly isBusy: boolean;
  readonly items: readonly Item[];
  readonly row: (item: Item) => TemplateResult;
  /** Absent when nothing can be selected. */
  readonly selection?: PageSelection | undefined;
}

/** The checkbox for all that are shown. */
interface PageSelection {
  readonly label: string;
  readonly state: 'all' | 'some' | 'none';
  readonly select: (isSelected: boolean) => void;
}

export const columnHead = (text: string, className?: string): TemplateResult =>
  html`<th role="columnheader" scope="col" class=${className ?? nothing}>${text}</th>`;

/** Roles are explicit: on a phone the table is displayed as a list, and CSS would take its meaning away. */
export function dataTable<Item extends { readonly id: string }>(table: DataTable<Item>): TemplateResult {
  const { label, heads, actions, isBusy, items, row, selection } = table;
  return html`<table
    class="table"
    part="table"
    role="table"
    tabindex="-1"
    aria-label=${label}
    aria-busy=${isBusy}
  >
    <thead role="rowgroup">
      <tr role="row">
        ${selection ? selectionHead(selection) : nothing}${heads}
        ${
          actions
            ? html`<th role="columnheader" scope="col"><span class="spoken">${actions}</span></th>`
            : nothing
        }
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(items, ({ id }) => id, row)}
    </tbody>
  </table>`;
}

function selectionHead({ label, state, select }: PageSelection): TemplateResult {
  return html`<th role="columnheader" scope="col" class="select">
    <label
      ><input
        type="checkbox"
        .checked=${live(state === 'all')}
        .indeterminate=${live(state === 'some')}
        @change=${({ target }: Event) => select((target as HTMLInputElement).checked)}
      /><span class="spoken">${label}</span></label
    >
  </th>`;
}
