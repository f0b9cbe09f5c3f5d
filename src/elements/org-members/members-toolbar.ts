import { html, nothing, type TemplateResult } from 'lit';
import type { RoleReference } from '../../contract/organization.js';
import type { ListController } from '../../controllers/list-controller.js';
import { exportIcon } from '../parts/icon.js';
import { roleLabel, type RoleLabels } from '../parts/role-labels.js';
import { searchField } from '../parts/search-field.js';
import type { MembersLocale } from './members-parts.js';

interface MembersToolbar {
  readonly locale: MembersLocale;
  readonly list: ListController;
  readonly roles: readonly RoleReference[];
  readonly labels: RoleLabels;
  /** Id of the role that is chosen, or nothing. */
  readonly roleFilter: string;
  readonly filter: (roleId: string) => void;
  /** Absent when it is not offered. */
  readonly exportAll: (() => void) | undefined;
  readonly isExporting: boolean;
}

export function membersToolbar(toolbar: MembersToolbar): TemplateResult {
  const { locale, list, roles, labels, roleFilter, filter, exportAll, isExporting } = toolbar;
  const { members, roles: roleWords } = locale.words;
  const isKnown = !roleFilter || roles.some(({ id }) => id === roleFilter);
  const shown = isKnown ? roles : [...roles, { id: roleFilter, name: roleFilter }];
  return html`<div class="toolbar" part="toolbar">
    ${searchField({ label: members.search, value: list.text, search: list.type })}
    <select
      class="input"
      part="role-filter"
      aria-label=${roleWords.roles}
      .value=${roleFilter}
      @change=${({ target }: Event) => filter((target as HTMLSelectElement).value)}
    >
      <option value="" ?selected=${!roleFilter}>${members.allRoles}</option>
      ${shown.map((role) => html`<option value=${role.id} ?selected=${role.id === roleFilter}>${roleLabel(role, labels)}</option>`)}
    </select>
    ${
      exportAll
        ? html`<span class="end"
            ><button
              type="button"
              class="button"
              part="export"
              aria-busy=${isExporting}
              aria-disabled=${isExporting}
              @click=${exportAll}
            >
              ${exportIcon}${members.export}
            </button></span
          >`
        : nothing
    }
  </div>`;
}
