import { html, nothing, type TemplateResult } from 'lit';
import type { Bot, BotList } from '../../contract/bot.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { chip } from '../parts/chip.js';
import { columnHead, dataTable } from '../parts/data-table.js';
import { botIcon, removeIcon } from '../parts/icon.js';

interface BotTable {
  readonly locale: LocaleController<'bots' | 'lists' | 'roles'>;
  readonly list: BotList;
  readonly rolesOf: (bot: Bot) => ReadonlySet<string>;
  readonly isSaving: (bot: Bot) => boolean;
  readonly isFetching: boolean;
  /** Without it nothing can be changed. */
  readonly change:
    | {
        readonly roles: (bot: Bot, event: MouseEvent) => void;
        readonly remove: (bot: Bot, event: MouseEvent) => void;
      }
    | undefined;
}

/** As the backend has them. */
export const rolesOf = ({ roles }: Bot): ReadonlySet<string> => new Set(roles.map(({ id }) => id));

const botAvatar = html`<span class="avatar" part="avatar" aria-hidden="true">${botIcon}</span>`;

/** The bots with their roles, and what can be done with each. Where there is no room for columns it is a list. */
export function botTable(table: BotTable): TemplateResult {
  const { bots, lists, roles } = table.locale.words;
  return dataTable({
    label: bots.title,
    heads: [columnHead(bots.bot), columnHead(roles.roles)],
    actions: table.change && lists.actions,
    isBusy: table.isFetching,
    items: table.list.items,
    row: (bot) => botRow(table, bot),
  });
}

function botRow(table: BotTable, bot: Bot): TemplateResult {
  const { roles } = table.locale.words;
  const held = table.rolesOf(bot);
  const known = table.list.roles.filter(({ id }) => held.has(id));
  // A role that is no longer for machines is held nevertheless.
  const others = bot.roles.filter(({ id }) => held.has(id) && !known.some((role) => role.id === id));
  const shown = [...known, ...others];
  return html`<tr role="row" part="row">
    <td role="cell" class="main">
      <span class="person"
        >${botAvatar}<span class="words"
          ><span class="name" part="name" dir="auto">${bot.name}</span>${
            bot.description ? html`<span class="hint" dir="auto">${bot.description}</span>` : nothing
          }</span
        ></span
      >
    </td>
    <td role="cell" class="roles" aria-busy=${table.isSaving(bot)}>
      ${
        shown.length > 0
          ? html`<span class="chips">${shown.map(({ name }) => chip(name, 'plain', 'role'))}</span>`
          : html`<span class="hint">${roles.noRoles}</span>`
      }
    </td>
    ${table.change ? html`<td role="cell" class="actions">${botActions(table, bot, table.change)}</td>` : nothing}
  </tr>`;
}

function botActions({ locale }: BotTable, bot: Bot, change: NonNullable<BotTable['change']>): TemplateResult {
  const { bots, roles } = locale.words;
  // Who may change bots at all may not change this one: it holds more, or was put there without the host's offer.
  if (bot.blocked) {
    const reason = bot.blocked === 'not_permitted' ? bots.notOffered : roles.reasons[bot.blocked];
    return html`<span class="reason hint" part="reason">${reason}</span>`;
  }
  return html`<span class="buttons">
    <button
      type="button"
      class="button"
      part="change-roles"
      aria-label=${bots.changeRolesOf(bot.name)}
      aria-haspopup="dialog"
      aria-expanded="false"
      @click=${(event: MouseEvent) => change.roles(bot, event)}
    >
      ${bots.changeRoles}
    </button>
    <button
      type="button"
      class="icon-button"
      part="remove"
      aria-label=${bots.removeNamed(bot.name)}
      title=${bots.remove}
      @click=${(event: MouseEvent) => change.remove(bot, event)}
    >
      ${removeIcon}
    </button>
  </span>`;
}
