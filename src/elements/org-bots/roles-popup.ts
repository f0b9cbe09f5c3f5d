import { html, nothing, type TemplateResult } from 'lit';
import type { Bot, BotList } from '../../contract/bot.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { PopoverController } from '../../controllers/popover-controller.js';
import { panelMessage } from '../parts/panel-message.js';
import { roleChecklist } from '../parts/role-checklist.js';
import type { BotRoles } from './bot-roles.js';

interface RolesPopup {
  readonly popover: PopoverController<string>;
  readonly locale: LocaleController<'bots' | 'roles'>;
  readonly list: BotList;
  /** Whose roles; absent while it is closed. */
  readonly bot: Bot | undefined;
  readonly roles: BotRoles;
}

/** The roles of whichever bot's button was pressed. */
export function rolesPopup({ popover, locale, list, bot, roles }: RolesPopup): TemplateResult {
  const { words } = locale;
  const code = bot && roles.errorOf(bot);
  return html`<div
    class="popup"
    part="popup"
    popover="auto"
    role="dialog"
    tabindex="-1"
    data-placement="bottom-end"
    aria-label=${bot ? words.bots.rolesOf(bot.name) : nothing}
    @toggle=${popover.settle}
    @focusout=${popover.closeWhenLeft}
  >
    ${
      bot
        ? html`<p class="title">${words.bots.rolesOf(bot.name)}</p>
            <div class="choices">
              ${roleChecklist({
                id: 'bot-roles',
                roles: list.roles,
                selected: roles.of(bot),
                words: words.roles,
                toggle: (roleId, isSelected) => roles.toggle(bot, roleId, isSelected),
              })}
            </div>
            ${code ? panelMessage(`${words.errors[code]} ${words.bots.rolesKept(bot.name)}`) : nothing}`
        : nothing
    }
  </div>`;
}
