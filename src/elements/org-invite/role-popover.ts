import { html, nothing, type TemplateResult } from 'lit';
import type { Role } from '../../contract/role.js';
import type { PopoverController } from '../../controllers/popover-controller.js';
import type { InviteWords } from '../../locales/words/invite.js';
import type { RoleWords } from '../../locales/words/roles.js';
import { roleChecklist } from '../parts/role-checklist.js';
import type { Recipient } from './draft.js';

/** Whose roles it is about: everybody's, or those of one address. */
export type RolesOf = 'all' | Recipient;

interface RolePopover {
  readonly controller: PopoverController<RolesOf>;
  /** As it is now: the controller knows the one that was opened. */
  readonly recipient: Recipient | undefined;
  readonly why: string | undefined;
  readonly roles: readonly Role[];
  readonly selected: ReadonlySet<string>;
  readonly words: { readonly invite: InviteWords; readonly roles: RoleWords };
  readonly nameOf: (role: { readonly id: string; readonly name: string }) => string;
  /** Undefined: the same as everybody's. */
  readonly choose: (roleIds: ReadonlySet<string> | undefined) => void;
}

/** One popup for the roles of all and for those of one, with what speaks against that one. */
export function rolePopover(popover: RolePopover): TemplateResult {
  const { controller, recipient, why, roles, selected, words, nameOf, choose } = popover;
  const title = recipient ? words.invite.rolesOf(recipient.text) : words.roles.chooseRoles;
  const toggle = (roleId: string, isSelected: boolean): void => {
    const next = new Set(selected);
    if (isSelected) next.add(roleId);
    else next.delete(roleId);
    choose(next);
  };
  return html`<div
    class="popup"
    part="popup"
    popover="auto"
    role="dialog"
    tabindex="-1"
    aria-label=${title}
    @toggle=${controller.settle}
    @focusout=${controller.closeWhenLeft}
  >
    ${
      controller.key === undefined
        ? nothing
        : html`<div class="choices">
            ${recipient ? html`<div class="title" dir="auto">${title}</div>` : nothing}
            ${why === undefined ? nothing : html`<div class="why">${why}</div>`}
            ${roleChecklist({ id: 'role', roles, selected, words: words.roles, toggle, nameOf })}
            ${
              recipient?.roleIds
                ? html`<button
                    type="button"
                    class="button"
                    part="same-roles"
                    @click=${() => {
                      choose(undefined);
                      controller.close();
                    }}
                  >
                    ${words.invite.sameRoles}
                  </button>`
                : nothing
            }
          </div>`
    }
  </div>`;
}
