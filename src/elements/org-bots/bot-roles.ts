import type { Bot } from '../../contract/bot.js';
import { ActionController } from '../../controllers/action-controller.js';
import type { AnnounceController } from '../../controllers/announce-controller.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { emit } from '../../events.js';
import type { OrgErrorCode } from '../../org-error.js';
import { replaceBotRoles } from '../../store/changes/bots.js';
import type { OrgContextValue } from '../../store/org-context.js';
import { rolesOf } from './bot-table.js';
import type { OrgBots } from './org-bots.js';

interface Wish {
  readonly bot: Bot;
  readonly roleIds: ReadonlySet<string>;
  /** As it was then: by now another organization may be the current one. */
  readonly context: OrgContextValue | undefined;
}

/**
 * The roles of the bots as they are ticked: seen at once, saved one after another, and put back with the reason when
 * that was refused.
 */
export class BotRoles {
  readonly #host: OrgBots;
  readonly #locale: LocaleController<'bots'>;
  readonly #announce: AnnounceController;
  readonly #context: () => OrgContextValue | undefined;
  readonly #isShown: (bot: Bot) => boolean;
  readonly #replace: ActionController<
    [change: { readonly bot: Bot; readonly roleIds: readonly string[] }, organizationId: string],
    Bot
  >;
  /** By organization and bot: one may be in several. */
  readonly #wishes = new Map<string, Wish>();
  #error: { readonly botId: string; readonly code: OrgErrorCode } | undefined;
  #isSaving = false;

  /** @param isShown whether what is wrong with a bot can be seen, and says itself */
  constructor(
    host: OrgBots,
    locale: LocaleController<'bots'>,
    announce: AnnounceController,
    context: () => OrgContextValue | undefined,
    isShown: (bot: Bot) => boolean,
  ) {
    this.#host = host;
    this.#locale = locale;
    this.#announce = announce;
    this.#context = context;
    this.#isShown = isShown;
    this.#replace = new ActionController(
      host,
      'org-before-bot-roles-change',
      ({ store }, { bot, roleIds }, organizationId) =>
        store.run(replaceBotRoles(organizationId, bot.id, [...roleIds])),
    );
  }

  /** With what is being saved. */
  of(bot: Bot): ReadonlySet<string> {
    return this.#wishes.get(this.#keyOf(bot))?.roleIds ?? rolesOf(bot);
  }

  isSaving(bot: Bot): boolean {
    return this.#wishes.has(this.#keyOf(bot));
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
    const context = this.#context();
    this.#wishes.set(this.#keyOf(bot, context), { bot, roleIds, context });
    this.forgetError();
    if (!this.#isSaving) void this.#save();
  }

  async #save(): Promise<void> {
    this.#isSaving = true;
    for (let wish = this.#next; wish; wish = this.#next) {
      const { bot, roleIds, context } = wish;
      const key = this.#keyOf(bot, context);
      // Another person has signed in: nothing is changed in the name of that one.
      if (context?.store !== this.#context()?.store) {
        this.#wishes.delete(key);
        continue;
      }
      const change = { bot, roleIds: [...roleIds] };
      const saved = await this.#replace.run(change, context?.organizationId ?? '');
      // Ticked since: the last word counts.
      if (saved && this.#wishes.get(key) !== wish) continue;
      this.#wishes.delete(key);
      if (saved) this.#tell(saved);
      else this.#putBack(bot);
    }
    this.#isSaving = false;
  }

  #keyOf({ id }: Bot, context = this.#context()): string {
    return `${context?.organizationId} ${id}`;
  }

  get #next(): Wish | undefined {
    return this.#wishes.values().next().value;
  }

  #tell(bot: Bot): void {
    this.#announce.say(this.#locale.words.bots.rolesSaved(bot.name));
    emit(this.#host, 'org-bot-roles-change', bot);
  }

  #fail(bot: Bot, code: OrgErrorCode): void {
    this.#error = { botId: bot.id, code };
    const { bots, errors } = this.#locale.words;
    if (!this.#isShown(bot)) this.#announce.say(`${errors[code]} ${bots.rolesKept(bot.name)}`);
  }

  #putBack(bot: Bot): void {
    const { error } = this.#replace;
    // Without an error the page did not want it.
    if (error) this.#fail(bot, error.code);
    this.#host.requestUpdate();
  }
}
