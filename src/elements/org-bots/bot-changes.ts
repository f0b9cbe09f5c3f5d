import { html, type TemplateResult } from 'lit';
import type { Bot, BotInput, BotList } from '../../contract/bot.js';
import { ActionController } from '../../controllers/action-controller.js';
import type { AnnounceController } from '../../controllers/announce-controller.js';
import { DialogController } from '../../controllers/dialog-controller.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { addStyles } from '../../controllers/on-demand-controller.js';
import { PopoverController } from '../../controllers/popover-controller.js';
import { emit } from '../../events.js';
import { addBot, removeBot } from '../../store/changes/bots.js';
import type { OrgContextValue } from '../../store/org-context.js';
import { dialogs } from '../../styles/dialog.styles.js';
import { fields } from '../../styles/fields.styles.js';
import { popup } from '../../styles/popup.styles.js';
import { confirmDialog } from '../parts/confirm-dialog.js';
import { addBotDialog } from './add-bot-dialog.js';
import { chosenBot, emptyDraft, type BotDraft } from './bot-draft.js';
import { BotRoles } from './bot-roles.js';
import type { OrgBots } from './org-bots.js';
import { styles } from './org-bots.styles.js';
import { rolesPopup } from './roles-popup.js';

/** What the buttons open, and what is done there: loaded for who may change something. */
export class BotChanges {
  readonly #host: OrgBots;
  readonly #locale: LocaleController<'bots' | 'roles'>;
  readonly #announce: AnnounceController;
  readonly #roles: BotRoles;
  readonly #add: ActionController<[BotInput], Bot>;
  readonly #remove: ActionController<[Bot], Bot>;
  readonly #adding: DialogController<true>;
  readonly #removing: DialogController<Bot>;
  readonly #popover: PopoverController<string>;
  #draft: BotDraft = emptyDraft;

  constructor(
    host: OrgBots,
    locale: LocaleController<'bots' | 'roles'>,
    announce: AnnounceController,
    context: () => OrgContextValue | undefined,
  ) {
    this.#host = host;
    this.#locale = locale;
    this.#announce = announce;
    addStyles(host, [fields, popup, dialogs, styles]);
    this.#roles = new BotRoles(host, locale, announce, context, ({ id }) => this.#popover.key === id);
    this.#add = new ActionController(host, 'org-before-bot-add', ({ store, organizationId }, input) =>
      store.run(addBot(organizationId ?? '', input)),
    );
    this.#remove = new ActionController(
      host,
      'org-before-bot-remove',
      async ({ store, organizationId }, bot) => {
        await store.run(removeBot(organizationId ?? '', bot.id));
        return bot;
      },
    );
    this.#adding = new DialogController<true>(host, {
      dialog: () => host.renderRoot.querySelector('#add-bot'),
      mayClose: () => !this.#add.busy,
      closed: () => this.#add.reset(),
    });
    this.#removing = new DialogController<Bot>(host, {
      dialog: () => host.renderRoot.querySelector('#remove-bot'),
      mayClose: () => !this.#remove.busy,
      closed: () => this.#remove.reset(),
    });
    this.#popover = new PopoverController<string>(host, {
      popup: () => host.renderRoot.querySelector('.popup'),
      placement: 'bottom-end',
      closed: () => this.#roles.forgetError(),
    });
  }

  /** With what is being saved. */
  rolesOf(bot: Bot): ReadonlySet<string> {
    return this.#roles.of(bot);
  }

  isSaving(bot: Bot): boolean {
    return this.#roles.isSaving(bot);
  }

  add(): void {
    this.#adding.open(true);
  }

  editRoles(bot: Bot, event: MouseEvent): void {
    void this.#popover.toggle(bot.id, event);
  }

  remove(bot: Bot): void {
    this.#removing.open(bot);
  }

  reset(): void {
    this.#edit(emptyDraft);
    this.#adding.close();
    this.#removing.close();
    if (this.#popover.key !== undefined) this.#popover.close();
  }

  render(list: BotList): TemplateResult {
    const { words, term } = this.#locale;
    const edited = list.items.find(({ id }) => id === this.#popover.key);
    const leaving = this.#removing.subject;
    return html`${rolesPopup({ popover: this.#popover, locale: this.#locale, list, bot: edited, roles: this.#roles })}
    ${addBotDialog({
      controller: this.#adding,
      locale: this.#locale,
      list,
      draft: this.#draft,
      isBusy: this.#add.busy,
      error: this.#add.error && words.errors[this.#add.error.code],
      edit: (change) => this.#edit(change),
      add: () => void this.#addBot(list),
    })}
    ${confirmDialog({
      controller: this.#removing,
      id: 'remove-bot',
      words,
      title: words.bots.removeTitle(leaving?.name ?? ''),
      content: html`<p>${words.bots.removeHint(term)}</p>`,
      confirm: words.bots.remove,
      isBusy: this.#remove.busy,
      error: this.#remove.error && words.errors[this.#remove.error.code],
      isDangerous: true,
      act: () => void this.#removeBot(),
    })}`;
  }

  #edit(change: Partial<BotDraft>): void {
    this.#draft = { ...this.#draft, ...change };
    this.#host.requestUpdate();
  }

  async #addBot(list: BotList): Promise<void> {
    const chosen = chosenBot(list, this.#draft);
    if (!chosen) {
      this.#edit({ isIncomplete: true });
      this.#host.renderRoot.querySelector<HTMLElement>('#add-bot input[type="radio"]')?.focus();
      return;
    }
    const root = this.#host.renderRoot as ShadowRoot;
    const focused = root.activeElement as HTMLElement | null;
    const added = await this.#add.run({ applicationId: chosen.id, roleIds: [...this.#draft.roleIds] });
    if (!added) {
      // A choice loses the focus while it is disabled.
      await this.#host.updateComplete;
      if (!root.activeElement) focused?.focus();
      return;
    }
    this.#edit(emptyDraft);
    this.#adding.close();
    this.#announce.say(this.#locale.words.bots.added(added.name));
    emit(this.#host, 'org-bot-add', added);
  }

  async #removeBot(): Promise<void> {
    const { subject } = this.#removing;
    const removed = subject && (await this.#remove.run(subject));
    if (!removed) return;
    this.#removing.close();
    this.#announce.say(this.#locale.words.bots.removed(removed.name));
    emit(this.#host, 'org-bot-remove', removed);
    // The button that had the focus is gone with its row.
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('[part="add"]')?.focus();
  }
}
