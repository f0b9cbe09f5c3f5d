import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { BlockReason } from '../../contract/capabilities.js';
import type { RoleWords } from '../../locales/words/roles.js';

/** A role as it can be chosen: of people or of machines. */
export interface RoleChoice {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly grantable: boolean;
  readonly reason: BlockReason | null;
}

interface RoleChecklist {
  /** Names the fields: one for each list of an element. */
  readonly id: string;
  readonly roles: readonly RoleChoice[];
  readonly selected: ReadonlySet<string>;
  readonly words: RoleWords;
  readonly toggle: (roleId: string, isSelected: boolean) => void;
  /** The page's own names for roles; by default the tenant's. */
  readonly nameOf?: (role: RoleChoice) => string;
  /** Nothing can be chosen at the moment. */
  readonly isDisabled?: boolean;
}

/**
 * Several roles at once: each with what it is for. One that may not be given or taken is shown too, with the reason: a
 * role that is missing from a list is a riddle.
 */
export function roleChecklist(list: RoleChecklist): TemplateResult {
  const {
    id,
    roles,
    selected,
    words,
    toggle,
    nameOf = ({ name }: RoleChoice) => name,
    isDisabled = false,
  } = list;
  return html`<div role="group" class="role-checklist" part="role-checklist" aria-label=${words.chooseRoles}>
    ${repeat(
      roles,
      (role) => role.id,
      (role, index) => {
        const { reason, description } = role;
        const hint = `${id}-hint-${index}`;
        const isBlocked = !role.grantable;
        return html`<label class="choice" part="role-choice" ?data-disabled=${isBlocked}>
          <input
            type="checkbox"
            .checked=${live(selected.has(role.id))}
            ?disabled=${isBlocked || isDisabled}
            aria-describedby=${description || isBlocked ? hint : nothing}
            @change=${({ target }: Event) => toggle(role.id, (target as HTMLInputElement).checked)}
          />
          <span class="name" dir="auto">${nameOf(role)}</span>
          ${
            description || isBlocked
              ? html`<span class="hint" id=${hint}
                  >${description ? html`<span dir="auto">${description}</span>` : nothing}
                  ${isBlocked ? html`<em>${words.reasons[reason ?? 'not_permitted']}</em>` : nothing}</span
                >`
              : nothing
          }
        </label>`;
      },
    )}
  </div>`;
}
