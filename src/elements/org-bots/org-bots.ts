import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { BotList } from '../../contract/bot.js';
import { AnnounceController } from '../../controllers/announce-controller.js';
import { CapabilitiesController } from '../../controllers/capabilities-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { actWith, OnDemandController } from '../../controllers/on-demand-controller.js';
import { ProviderController } from '../../controllers/provider-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { bots as botWords } from '../../locales/en/bots.js';
import { lists } from '../../locales/en/lists.js';
import { roles } from '../../locales/en/roles.js';
import type { OrgErrorCode } from '../../org-error.js';
import { bots } from '../../store/queries/bots.js';
import { buttons } from '../../styles/buttons.styles.js';
import { chips } from '../../styles/chips.styles.js';
import { controls } from '../../styles/controls.styles.js';
import { dataList } from '../../styles/data-list.styles.js';
import { messages } from '../../styles/message.styles.js';
import { avatarStyles } from '../parts/avatar.styles.js';
import { addIcon, botIcon } from '../parts/icon.js';
import { failureMessage } from '../parts/message.js';
import { permissionsNotice } from '../parts/permissions-notice.js';
import { botTable, rolesOf } from './bot-table.js';
import { styles } from './org-bots.styles.js';

/**
 * The bots of the current organization: machine-to-machine applications that work in it by themselves, with their
 * roles. Who may manage them adds one of those that the backend offers, changes their roles, and removes them.
 *
 * It renders nothing where the backend offers no bots (its option `bots.applications`).
 *
 * @fires {CustomEvent<OrgBeforeDetail<{ applicationId: string, roleIds: string[] }>>} org-before-bot-add - A bot is about to be added. Cancelable, and a listener may delay it.
 * @fires {CustomEvent<Bot>} org-bot-add - A bot was added.
 * @fires {CustomEvent<OrgBeforeDetail<{ bot: Bot, roleIds: string[] }>>} org-before-bot-roles-change - A bot is about to have these roles. Cancelable, and a listener may delay it.
 * @fires {CustomEvent<Bot>} org-bot-roles-change - The roles of a bot were changed; it has the new ones.
 * @fires {CustomEvent<OrgBeforeDetail<Bot>>} org-before-bot-remove - A bot is about to be removed. Cancelable, and a listener may delay it.
 * @fires {CustomEvent<Bot>} org-bot-remove - A bot was removed.
 * @fires {CustomEvent<OrgError>} org-error - Something failed; the element shows it already.
 *
 * @slot empty - Replaces the text where there are no bots.
 *
 * @csspart add - The button that opens the dialog to add a bot.
 * @csspart table - The table, or the list that it is where there is no room.
 * @csspart row - One bot.
 * @csspart avatar - The picture of a bot.
 * @csspart name - The name of a bot.
 * @csspart role - A role of a bot.
 * @csspart reason - Why a bot can't be changed.
 * @csspart change-roles - The button that opens the roles of a bot.
 * @csspart remove - The button that removes a bot.
 * @csspart popup - What that for the roles opens.
 * @csspart role-checklist - The roles that can be chosen.
 * @csspart role-choice - One of them.
 * @csspart bot-choice - A bot that can be chosen.
 * @csspart dialog - The dialog that adds, or that asks before a bot is removed.
 * @csspart dialog-close - The button in its corner.
 * @csspart cancel - Its button that does nothing.
 * @csspart confirm - Its button that does it.
 * @csspart empty - The text in place of the table.
 * @csspart skeleton - What takes the table's place while the bots are loading.
 * @csspart message - A message about something that failed.
 * @csspart retry - The button that tries again.
 * @csspart notice - The message that the person's permissions have changed.
 * @csspart dismiss - The button that takes it away.
 *
 * @cssproperty [--org-color-text=CanvasText] - Text in the dialog and the popup.
 * @cssproperty [--org-color-muted] - Descriptions and icons.
 * @cssproperty [--org-color-surface=Canvas] - Background of the dialog and the popup.
 * @cssproperty [--org-color-border] - Lines.
 * @cssproperty [--org-color-hover] - Background under the pointer.
 * @cssproperty [--org-color-accent] - The main button.
 * @cssproperty [--org-color-on-accent] - Text on the accent colour.
 * @cssproperty [--org-color-danger] - What takes something away, and the icon of a failure.
 * @cssproperty [--org-color-focus] - The ring around what has the keyboard's focus.
 * @cssproperty [--org-radius=0.5rem] - Rounding of the corners.
 * @cssproperty [--org-space=0.5rem] - The unit of all distances.
 * @cssproperty [--org-shadow] - Shadow of the dialog and the popup.
 * @cssproperty [--org-duration=120ms] - How long they take to appear.
 */
export class OrgBots extends LitElement {
  static override styles = [controls, buttons, chips, messages, dataList, avatarStyles, styles];

  /** Hides every way to change something. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  readonly #provider = new ProviderController(this);
  readonly #locale = new LocaleController(this, { bots: botWords, lists, roles });
  readonly #capabilities = new CapabilitiesController(this);
  readonly #announce = new AnnounceController(this);
  readonly #bots = new QueryController(
    this,
    ({ organizationId }) => organizationId && this.#capabilities.can('see-bots') && bots(organizationId),
  );
  readonly #changes = new OnDemandController(this, async () => {
    const { BotChanges } = await import('./bot-changes.js');
    return new BotChanges(this, this.#locale, this.#announce, () => this.#provider.context);
  });
  #organizationId: string | null | undefined;

  protected override willUpdate(_changes: PropertyValues<this>): void {
    const organizationId = this.#provider.context?.organizationId;
    // What was begun in one organization must not end in another.
    if (organizationId !== this.#organizationId) this.reset();
    this.#organizationId = organizationId;
  }

  /** What changes something comes when it may be needed: who may not goes without. */
  protected override updated(): void {
    if (this.#bots.data && this.#mayManage && !this.#changes.failed) void this.#changes.load();
  }

  /** Asks for the bots, and for what the person may do, again. */
  async refresh(): Promise<void> {
    await Promise.all([this.#bots.refetch(), this.#capabilities.query.refetch()]);
  }

  /** Closes what is open, and forgets what was begun in it. */
  reset(): void {
    this.#changes.part?.reset();
  }

  protected override render(): TemplateResult | typeof nothing {
    const skeleton = (): TemplateResult => this.#renderSkeleton();
    return this.#provider.render({
      pending: skeleton,
      failed: (code, retry) => this.#renderFailure(code, retry),
      ready: () =>
        this.#capabilities.query.render({
          pending: skeleton,
          error: ({ code }) => this.#renderFailure(code, () => void this.refresh()),
          complete: () =>
            this.#bots.render({
              pending: skeleton,
              error: ({ code }) => this.#renderFailure(code, () => void this.refresh()),
              complete: (list) => this.#renderBots(list),
            }),
        }),
    });
  }

  get #mayManage(): boolean {
    return !this.readonly && this.#capabilities.can('manage-bots');
  }

  #renderBots(list: BotList): TemplateResult {
    const failed = this.#bots.error ?? this.#capabilities.query.error;
    return html`${permissionsNotice(this.#locale.words, this.#capabilities)}
    ${failed ? this.#renderFailure(failed.code, () => void this.refresh()) : nothing}
    ${this.#changes.failed ? this.#renderFailure('network', this.#changes.load) : nothing}
    ${this.#mayManage ? this.#renderToolbar(list) : nothing}
    ${list.items.length > 0 ? this.#renderTable(list) : this.#renderEmpty()}
    ${this.#mayManage ? this.#changes.part?.render(list) : nothing} ${this.#announce.render()}`;
  }

  #renderToolbar({ available }: BotList): TemplateResult {
    const { bots } = this.#locale.words;
    const isPossible = available.length > 0;
    return html`<div class="toolbar">
      ${isPossible ? nothing : html`<span class="hint" id="all-added">${bots.allAdded}</span>`}
      <span class="end"
        ><button
          type="button"
          class="button primary"
          part="add"
          aria-disabled=${!isPossible}
          aria-describedby=${isPossible ? nothing : 'all-added'}
          aria-haspopup="dialog"
          @click=${(event: MouseEvent) => isPossible && actWith(this.#changes, event, (changes) => changes.add())}
        >
          ${addIcon}${bots.add}
        </button></span
      >
    </div>`;
  }

  #renderTable(list: BotList): TemplateResult {
    const { part: changes } = this.#changes;
    return botTable({
      locale: this.#locale,
      list,
      rolesOf: (bot) => changes?.rolesOf(bot) ?? rolesOf(bot),
      isSaving: (bot) => changes?.isSaving(bot) ?? false,
      isFetching: this.#bots.fetching,
      change: this.#mayManage
        ? {
            roles: (bot, event) => actWith(this.#changes, event, (loaded) => loaded.editRoles(bot, event)),
            remove: (bot, event) => actWith(this.#changes, event, (loaded) => loaded.remove(bot)),
          }
        : undefined,
    });
  }

  #renderEmpty(): TemplateResult {
    const { words, term } = this.#locale;
    return html`<slot name="empty"
      ><div class="empty" part="empty">
        ${botIcon}
        <p>${words.bots.empty}</p>
        <p class="hint">${words.bots.emptyHint(term)}</p>
      </div></slot
    >`;
  }

  #renderFailure(code: OrgErrorCode, retry?: () => void): TemplateResult {
    return failureMessage(this.#locale.words, code, retry);
  }

  #renderSkeleton(): TemplateResult {
    const row = html`<div class="person">
      <span class="avatar"></span
      ><span class="words"><span class="bar"></span><span class="bar"></span></span>
    </div>`;
    return html`<div class="skeleton" part="skeleton" role="status" aria-label=${this.#locale.words.loading}>
      ${row}${row}
    </div>`;
  }
}
