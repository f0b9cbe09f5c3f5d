import type { Bot } from '../../contract/bot.js';
import { ActionController } from '../../controllers/action-controller.js';
import type { AnnounceController } from '../../controllers/announce-controller.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { emit } from '../../events.js';
import type { OrgErrorCode } from '../../org-error.js';
import { replaceBotRoles } from '../../store/changes/bots.js';
import { rolesOf } from './bot-table.js';
import type { OrgBots } from './org-bots.js';

interface Wish {
  readonly bot: Bot;
  readonly roleIds: ReadonlySet<string>;
}

/**
 * The roles of the bots as they are ticked: seen at once, saved one after another, and put back with the reason when
 * that was refused.
 */
export class BotRoles {
  readonly #host: OrgBots;
  readonly #locale: LocaleController<'bots'>;
  readonly #announce: AnnounceController;
  readonly #replace: ActionController<[{ readonly bot: Bot; readonly roleIds: readonly string[] }], Bot>;
  readonly #wishes = new Map<string, Wish>();
  #error: { readonly botId: string; readonly code: OrgErrorCode } | undefined;
  #isSaving = false;

  constructor(host: OrgBots, locale: LocaleController<'bots'>, announce: AnnounceController) {
    this.#host = host;
    this.#locale = locale;
    this.#announce = announce;
    this.#replace = new ActionController(
      host,
      'org-before-bot-roles-change',
      ({ store, organizationId }, { bot, roleIds }) =>
        store.run(replaceBotRoles(organizationId ?? '', bot.id, [...roleIds])),
    );
  }

  /** With what is being saved. */
  of(bot: Bot): ReadonlySet<string> {
    return this.#wishes.get(bot.id)?.roleIds ?? rolesOf(bot);
  }

  isSaving({ id }: Bot): boolean {
    return this.#wishes.has(id);
  }

  /** Why the roles of the bot are as before. */
  errorOf({ id }: Bot): OrgErrorCode | undefined {
    return this.#error?.botId === id ? this.#error.code : undefined;
  }

  forgetError(): void {
    this.#error = undefined;
    this.#host.requestUpdate();
  }

  toggle(bot: Bot, roleId: string, isSelected: boolean): void {
    const roleIds = new Set(this.of(bot));
    if (isSelected) roleIds.add(roleId);
    else roleIds.delete(roleId);
    this.#wishes.set(bot.id, { bot, roleIds });
    this.forgetError();
    if (!this.#isSaving) void this.#save();
  }

  async #save(): Promise<void> {
    this.#isSaving = true;
    for (let wish = this.#next; wish; wish = this.#next) {
      const { bot, roleIds } = wish;
      const saved = await this.#replace.run({ bot, roleIds: [...roleIds] });
      // Ticked since: the last word counts.
      if (saved && this.#wishes.get(bot.id) !== wish) continue;
      this.#wishes.delete(bot.id);
      if (saved) this.#tell(saved);
      else this.#putBack(bot);
    }
    this.#isSaving = false;
  }

  get #next(): Wish | undefined {
    return this.#wishes.values().next().value;
  }

  #tell(bot: Bot): void {
    this.#announce.say(this.#locale.words.bots.rolesSaved(bot.name));
    emit(this.#host, 'org-bot-roles-change', bot);
  }

  #putBack(bot: Bot): void {
    const { error } = this.#replace;
    // Without an error the page did not want it.
    if (error) this.#error = { botId: bot.id, code: error.code };
    this.#host.requestUpdate();
  }
}
