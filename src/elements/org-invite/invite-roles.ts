import { html, type TemplateResult } from 'lit';
import { PopoverController } from '../../controllers/popover-controller.js';
import { openIcon } from '../parts/icon.js';
import { failureMessage } from '../parts/message.js';
import { inRoleOrder, roleLabel } from '../parts/role-labels.js';
import type { Draft, Recipient } from './draft.js';
import type { InviteShared } from './invite-shared.js';
import type { OrgInvite } from './org-invite.js';
import { rolePopover, type RolesOf } from './role-popover.js';
import { wordsOf } from '../parts/words-of.js';

/** Which roles are given to all, and which others to one address: chosen in the same popup. */
export class InviteRoles {
  readonly #host: OrgInvite;
  readonly #shared: InviteShared;
  readonly #draft: () => Draft;
  readonly #popover: PopoverController<RolesOf>;

  /** @param draft that of the current organization */
  constructor(host: OrgInvite, shared: InviteShared, draft: () => Draft) {
    this.#host = host;
    this.#shared = shared;
    this.#draft = draft;
    this.#popover = new PopoverController<RolesOf>(host, {
      popup: () => host.renderRoot.querySelector<HTMLElement>('.popup'),
    });
  }

  /** Those of everybody who has none of their own: the ones that the page names, until others are chosen. */
  get ofAll(): ReadonlySet<string> {
    const wanted = wordsOf(this.#host.defaultRoles);
    const isWanted = ({ id, name, grantable }: { id: string; name: string; grantable: boolean }): boolean =>
      grantable && (wanted.includes(id) || wanted.includes(name));
    const items = this.#shared.roles.data?.items ?? [];
    return this.#draft().roleIds ?? new Set(items.filter(isWanted).map(({ id }) => id));
  }

  namesOf(ids: ReadonlySet<string>): string {
    const { roleNames: names, roleOrder: order } = this.#host;
    const { language, words } = this.#shared.locale;
    const chosen = inRoleOrder(this.#shared.roles.data?.items ?? [], { order }).filter(({ id }) =>
      ids.has(id),
    );
    if (chosen.length === 0) return words.roles.noRoles;
    const list = new Intl.ListFormat(language, { style: 'narrow', type: 'conjunction' });
    return list.format(chosen.map((role) => roleLabel(role, { names })));
  }

  /** For a press on the button of all, or on one address. */
  open(whose: RolesOf, event: MouseEvent): void {
    void this.#popover.toggle(whose, event);
  }

  renderField(isBusy: boolean): TemplateResult {
    const { words } = this.#shared.locale;
    const { roles } = this.#shared;
    const { error, data } = roles;
    return html`<div class="field">
      <span class="label" id="roles-label">${words.roles.roles}</span>
      ${
        error && !data
          ? failureMessage(words, error.code, () => roles.refetch())
          : html`<button
              type="button"
              class="button"
              part="roles"
              id="roles"
              aria-haspopup="dialog"
              aria-expanded="false"
              aria-labelledby="roles-label roles"
              ?disabled=${isBusy || !data}
              @click=${(event: MouseEvent) => this.open('all', event)}
            >
              <span class="text">${this.namesOf(this.ofAll)}</span>${openIcon}
            </button>`
      }
    </div>`;
  }

  /** @param why what speaks against an address */
  renderPopover(why: (recipient: Recipient) => string | undefined): TemplateResult {
    const { key } = this.#popover;
    const draft = this.#draft();
    const recipient =
      key === 'all' || !key ? undefined : (draft.recipients.find(({ id }) => id === key.id) ?? key);
    return rolePopover({
      controller: this.#popover,
      recipient,
      why: recipient && why(recipient),
      roles: inRoleOrder(this.#shared.roles.data?.items ?? [], { order: this.#host.roleOrder }),
      selected: recipient?.roleIds ?? this.ofAll,
      words: this.#shared.locale.words,
      nameOf: (role) => roleLabel(role, { names: this.#host.roleNames }),
      choose: (roleIds) => {
        if (recipient) draft.setRoles(recipient.id, roleIds);
        else draft.setRolesOfAll(roleIds ?? new Set());
        this.#host.requestUpdate();
      },
    });
  }
}
