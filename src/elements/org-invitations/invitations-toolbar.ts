import { html, type TemplateResult } from 'lit';
import type { InvitationSort, InvitationStatus } from '../../contract/invitation.js';
import type { ListController } from '../../controllers/list-controller.js';
import { searchField } from '../parts/search-field.js';
import type { InvitationsLocale } from './invitations-parts.js';

export type StatusFilter = InvitationStatus | '';

const statuses: readonly InvitationStatus[] = ['pending', 'expired', 'accepted', 'revoked'];
const sorts: readonly InvitationSort[] = ['newest', 'oldest', 'ends', 'address'];

interface InvitationsToolbar {
  readonly locale: InvitationsLocale;
  readonly list: ListController;
  readonly status: StatusFilter;
  readonly filter: (status: StatusFilter) => void;
  readonly sort: InvitationSort;
  readonly order: (sort: InvitationSort) => void;
}

/** Search, filter by state, and order. */
export function invitationsToolbar(toolbar: InvitationsToolbar): TemplateResult {
  const { invitations } = toolbar.locale.words;
  const choice = (
    label: string,
    part: string,
    options: readonly (readonly [string, string])[],
    selected: string,
    choose: (value: string) => void,
  ): TemplateResult =>
    html`<select
      class="input"
      part=${part}
      aria-label=${label}
      @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}
    >
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === selected}>${text}</option>`)}
    </select>`;
  return html`<div class="toolbar" part="toolbar">
    ${searchField({ label: invitations.search, value: toolbar.list.text, search: toolbar.list.type })}
    ${choice(
      invitations.status,
      'status-filter',
      [['', invitations.allStatuses], ...statuses.map((one) => [one, invitations.statuses[one]] as const)],
      toolbar.status,
      (value) => toolbar.filter(value as StatusFilter),
    )}
    ${choice(
      invitations.sort,
      'sort',
      sorts.map((one) => [one, invitations.sorts[one]] as const),
      toolbar.sort,
      (value) => toolbar.order(value as InvitationSort),
    )}
  </div>`;
}
