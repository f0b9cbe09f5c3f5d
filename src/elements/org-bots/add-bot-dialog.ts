import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { BotList } from '../../contract/bot.js';
import type { DialogController } from '../../controllers/dialog-controller.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { dialogFrame } from '../parts/dialog.js';
import { boxedMessage } from '../parts/message.js';
import { roleChecklist } from '../parts/role-checklist.js';
import { chosenBot, type BotDraft } from './bot-draft.js';

interface AddBotDialog {
  readonly controller: DialogController<true>;
  readonly locale: LocaleController<'bots' | 'roles'>;
  readonly list: BotList;
  readonly draft: BotDraft;
  readonly isBusy: boolean;
  /** What went wrong at the last try. */
  readonly error: string | undefined;
  readonly edit: (change: Partial<BotDraft>) => void;
  readonly add: () => void;
}

/** Chooses one of the bots on offer, and the roles that it begins with. */
export function addBotDialog(dialog: AddBotDialog): TemplateResult {
  const { controller, locale, isBusy, add } = dialog;
  const { words, term } = locale;
  return dialogFrame({
    controller,
    id: 'add-bot',
    title: words.bots.addTitle(term),
    closeLabel: words.close,
    submit: () => {
      if (!isBusy) add();
    },
    content: html`${controller.subject ? content(dialog) : nothing}`,
    actions: html`<button type="button" class="button" part="cancel" @click=${controller.leave}>
        ${words.cancel}
      </button>
      <button type="submit" class="button primary" part="confirm" aria-busy=${isBusy} aria-disabled=${isBusy}>
        ${words.bots.add}
      </button>`,
  });
}

function content({ locale, list, draft, isBusy, error, edit }: AddBotDialog): TemplateResult {
  const { words } = locale;
  const chosen = chosenBot(list, draft);
  const isMissing = draft.isIncomplete && !chosen;
  const toggle = (roleId: string, isSelected: boolean): void => {
    const roleIds = new Set(draft.roleIds);
    if (isSelected) roleIds.add(roleId);
    else roleIds.delete(roleId);
    edit({ roleIds });
  };
  return html`<div
      class="field"
      role="radiogroup"
      aria-labelledby="bot-label"
      aria-describedby=${isMissing ? 'bot-error' : nothing}
      aria-required="true"
    >
      <span class="label" id="bot-label">${words.bots.bot}</span>
      <div class="choices">
        ${repeat(
          list.available,
          ({ id }) => id,
          ({ id, name, description }, index) =>
            html`<label class="choice" part="bot-choice">
              <input
                type="radio"
                name="bot"
                ?data-focus=${chosen ? chosen.id === id : index === 0}
                .checked=${chosen?.id === id}
                ?disabled=${isBusy}
                @change=${() => edit({ applicationId: id })}
              />
              <span class="name" dir="auto">${name}</span>
              ${description ? html`<span class="hint" dir="auto">${description}</span>` : nothing}
            </label>`,
        )}
      </div>
      ${isMissing ? html`<span class="error" id="bot-error" role="alert">${words.bots.chooseOne}</span>` : nothing}
    </div>
    ${
      list.roles.length > 0
        ? html`<div class="field">
            <span class="label">${words.roles.roles}</span>
            ${roleChecklist({
              id: 'add-bot-roles',
              roles: list.roles,
              selected: draft.roleIds,
              words: words.roles,
              toggle,
              isDisabled: isBusy,
            })}
          </div>`
        : nothing
    }
    ${error === undefined ? nothing : boxedMessage(error)}`;
}
