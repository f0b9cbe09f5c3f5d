import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { BlockReason } from '../../contract/capabilities.js';
import type { Member } from '../../contract/member.js';
import type { RoleReference } from '../../contract/organization.js';
import { avatar } from '../parts/avatar.js';
import { chip } from '../parts/chip.js';
import { leaveIcon, removeIcon } from '../parts/icon.js';
import { warningIcon } from '../parts/trigger-icons.js';
import { roleLabel, type RoleLabels } from '../parts/role-labels.js';
import { memberName } from './member-name.js';
import type { MembersLocale } from './members-parts.js';

/** A column beside the name, which is always there. */
export type MemberColumn = 'address' | 'roles';

/** What the viewer may do here, so what is offered. */
export interface MemberOffers {
  readonly select: boolean;
  readonly roles: boolean;
  readonly remove: boolean;
  readonly leave: boolean;
}

export interface MemberRow {
  readonly locale: MembersLocale;
  readonly member: Member;
  /** As they are, or as they are about to be; in the page's order. */
  readonly roles: readonly RoleReference[];
  readonly labels: RoleLabels;
  readonly columns: readonly MemberColumn[];
  readonly offers: MemberOffers;
  readonly isMe: boolean;
  /** The viewer's own row, and nobody else runs the organization. */
  readonly isLastAdministrator: boolean;
  readonly isSelected: boolean;
  /** Why the last change was refused. */
  readonly failure: string | undefined;
  readonly select: (isSelected: boolean) => void;
  readonly editRoles: (event: MouseEvent) => void;
  /** Removes; leaves in the viewer's own row. */
  readonly remove: (event: MouseEvent) => void;
  /** Says why it can't be done. */
  readonly explain: (reason: BlockReason, event: MouseEvent) => void;
}

export function memberRow(row: MemberRow): TemplateResult {
  const { member, columns, offers, isSelected } = row;
  const name = memberName(member);
  return html`<tr role="row" part="row" ?data-selected=${isSelected}>
    ${offers.select ? html`<td role="cell" class="select">${checkbox(row, name)}</td>` : nothing}
    <td role="cell" class="main" part="member">
      <div class="person">${avatar(member.id, name, member.avatar)}${person(row, name)}</div>
    </td>
    ${columns.map((column) => cell[column](row, name))}
    <td role="cell" class="actions">
      <span class="buttons"><slot name="actions-${member.id}"></slot>${action(row, name)}</span>
    </td>
  </tr>`;
}

/** Nobody acts on themselves together with others: to leave has a button of its own. */
function checkbox(
  { locale, isMe, isSelected, select }: MemberRow,
  name: string,
): TemplateResult | typeof nothing {
  if (isMe) return nothing;
  return html`<label
    ><input
      type="checkbox"
      aria-label=${locale.words.lists.select(name)}
      .checked=${live(isSelected)}
      @change=${({ target }: Event) => select((target as HTMLInputElement).checked)}
  /></label>`;
}

function person(
  { locale, member, isMe, isLastAdministrator, offers, failure }: MemberRow,
  name: string,
): TemplateResult {
  const { members } = locale.words;
  const you = isMe ? html` ${chip(members.you, 'muted', 'you')}` : nothing;
  return html`<div class="words">
    <bdi class="name" part="name">${name}</bdi>${you}
    ${
      isLastAdministrator && offers.leave
        ? html`<span class="hint" part="hint">${members.lastAdministrator}</span>`
        : nothing
    }
    ${failure === undefined ? nothing : html`<span class="failure" part="failure">${warningIcon}${failure}</span>`}
    <slot name="row-${member.id}"></slot>
  </div>`;
}

const cell: Readonly<Record<MemberColumn, (row: MemberRow, name: string) => TemplateResult>> = {
  address: ({ member }) => html`<td role="cell" class="address" part="address">${member.email}</td>`,
  roles: (row, name) => html`<td role="cell" class="roles" part="roles">${roles(row, name)}</td>`,
};

function roles({ locale, roles, labels, offers, editRoles }: MemberRow, name: string): TemplateResult {
  const { words } = locale;
  const names = roles.map((role) => roleLabel(role, labels));
  const content =
    names.length > 0
      ? names.map((role) => chip(role, 'plain', 'role'))
      : html`<span class="hint">${words.roles.noRoles}</span>`;
  if (!offers.roles) return html`<span class="chips">${content}</span>`;
  return html`<button
    type="button"
    class="chips edit"
    part="edit-roles"
    aria-haspopup="dialog"
    aria-expanded="false"
    @click=${editRoles}
  >
    <span class="spoken">${words.members.rolesOf(name)}</span>${content}
  </button>`;
}

/** The button at the end. Where it can't work it says why, instead of failing. */
function action(row: MemberRow, name: string): TemplateResult | typeof nothing {
  const { locale, member, isMe, offers } = row;
  const { members, roles } = locale.words;
  if (isMe ? !offers.leave : !offers.remove) return nothing;
  const own = row.isLastAdministrator ? 'last_admin' : null;
  const blocked = isMe ? own : member.blocked.remove;
  const label = isMe ? members.leave : members.removeNamed(name);
  return html`<button
    type="button"
    class="icon-button"
    part=${isMe ? 'leave' : 'remove'}
    aria-label=${label}
    title=${blocked ? roles.reasons[blocked] : label}
    aria-disabled=${blocked !== null}
    @click=${(event: MouseEvent) => (blocked ? row.explain(blocked, event) : row.remove(event))}
  >
    ${isMe ? leaveIcon : removeIcon}
  </button>`;
}
