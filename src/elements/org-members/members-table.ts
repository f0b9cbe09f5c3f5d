import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Member } from '../../contract/member.js';
import type { MemberColumn } from './member-row.js';
import type { MembersLocale } from './members-parts.js';

interface MembersTable {
  readonly locale: MembersLocale;
  readonly columns: readonly MemberColumn[];
  readonly isBusy: boolean;
  readonly members: readonly Member[];
  readonly row: (member: Member) => TemplateResult;
  /** Absent when nothing can be selected. */
  readonly selection:
    { readonly state: 'all' | 'some' | 'none'; readonly select: (isSelected: boolean) => void } | undefined;
}

/** Roles are explicit: on a phone the table is displayed as a list, and CSS would take its meaning away. */
export function membersTable({
  locale,
  columns,
  isBusy,
  members,
  row,
  selection,
}: MembersTable): TemplateResult {
  const { words } = locale;
  const heads: Record<MemberColumn, string> = { address: words.members.address, roles: words.roles.roles };
  const head = (text: string): TemplateResult => html`<th role="columnheader" scope="col">${text}</th>`;
  return html`<table
    class="table"
    part="table"
    role="table"
    tabindex="-1"
    aria-label=${words.members.members}
    aria-busy=${isBusy}
  >
    <thead role="rowgroup">
      <tr role="row">
        ${
          selection
            ? html`<th role="columnheader" scope="col" class="select">
                <label
                  ><input
                    type="checkbox"
                    .checked=${live(selection.state === 'all')}
                    .indeterminate=${live(selection.state === 'some')}
                    @change=${({ target }: Event) => selection.select((target as HTMLInputElement).checked)}
                  /><span class="spoken">${words.lists.selectPage}</span></label
                >
              </th>`
            : nothing
        }
        ${head(words.members.name)}${columns.map((column) => head(heads[column]))}
        <th role="columnheader" scope="col"><span class="spoken">${words.lists.actions}</span></th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(members, ({ id }) => id, row)}
    </tbody>
  </table>`;
}
