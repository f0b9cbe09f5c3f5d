import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { InvitationSort, SentInvitation, SentInvitationPage } from '../../contract/invitation.js';
import { AnnounceController } from '../../controllers/announce-controller.js';
import { CapabilitiesController } from '../../controllers/capabilities-controller.js';
import { ClockController } from '../../controllers/clock-controller.js';
import { debounce } from '../../controllers/debounce.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { OnDemandController } from '../../controllers/on-demand-controller.js';
import { ProviderController } from '../../controllers/provider-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { SelectionController } from '../../controllers/selection-controller.js';
import { copying } from '../../locales/en/copying.js';
import { invitations } from '../../locales/en/invitations.js';
import { lists } from '../../locales/en/lists.js';
import { roles } from '../../locales/en/roles.js';
import type { OrgErrorCode } from '../../org-error.js';
import { sentInvitations } from '../../store/queries/sent-invitations.js';
import { buttons } from '../../styles/buttons.styles.js';
import { chips } from '../../styles/chips.styles.js';
import { controls } from '../../styles/controls.styles.js';
import { dataList } from '../../styles/data-list.styles.js';
import { fields } from '../../styles/fields.styles.js';
import { messages } from '../../styles/message.styles.js';
import { emptyList } from '../parts/empty-list.js';
import { mailIcon } from '../parts/icon.js';
import { failureMessage, notice } from '../parts/message.js';
import { permissionsNotice } from '../parts/permissions-notice.js';
import { pager } from '../parts/pager.js';
import { inRoleOrder, roleLabel } from '../parts/role-labels.js';
import { invitationRow } from './invitation-row.js';
import { invitationsToolbar, type StatusFilter } from './invitations-toolbar.js';
import { styles } from './org-invitations.styles.js';
import { changesOf, everyChange, type Change, type Invitations } from './possible-changes.js';

const PAGE_SIZES = [10, 20, 50, 100];
const TYPING_PAUSE = 300; // milliseconds
const text = { toAttribute: (value: string) => value || null };
const told = { resend: 'resent', renew: 'renewed', revoke: 'revoked', remove: 'removed' } as const;

/**
 * The invitations that the current organization has sent: pending, expired, accepted, revoked, and how long each still
 * lives. Pending ones are mailed again, copied as a link, or revoked; expired ones renewed; ended ones removed; several
 * at once too. To revoke and to remove can be undone for some seconds. Renders nothing for who may not see them.
 *
 * @fires {CustomEvent<OrgBeforeDetail<readonly SentInvitation[]>>} org-before-invitation-resend - Invitations are about to be mailed again. Cancelable, and a listener may delay it.
 * @fires {CustomEvent<OrgInvitationsDetail>} org-invitation-resend - They were mailed again.
 * @fires {CustomEvent<OrgBeforeDetail<readonly SentInvitation[]>>} org-before-invitation-renew - Expired invitations are about to be renewed. Cancelable, and a listener may delay it.
 * @fires {CustomEvent<OrgInvitationsDetail>} org-invitation-renew - They were renewed.
 * @fires {CustomEvent<OrgBeforeDetail<readonly SentInvitation[]>>} org-before-invitation-revoke - Invitations are about to be revoked. Cancelable, and a listener may delay it.
 * @fires {CustomEvent<OrgInvitationsDetail>} org-invitation-revoke - They were revoked: nobody has undone it.
 * @fires {CustomEvent<OrgBeforeDetail<readonly SentInvitation[]>>} org-before-invitation-remove - Ended invitations are about to be removed. Cancelable, and a listener may delay it.
 * @fires {CustomEvent<OrgInvitationsDetail>} org-invitation-remove - They were removed: nobody has undone it.
 * @fires {CustomEvent<OrgError>} org-error - Something failed; the element shows it already.
 *
 * @slot empty - Replaces the text where there are no invitations.
 *
 * @csspart toolbar - Search, filter and order.
 * @csspart search - The search field.
 * @csspart status-filter - The choice of a state.
 * @csspart sort - The choice of an order.
 * @csspart table - The invitations.
 * @csspart row - One invitation.
 * @csspart status - Its state.
 * @csspart role - One of its roles.
 * @csspart copy - The button that copies its link.
 * @csspart copy-by-hand - A link that the browser did not let be copied.
 * @csspart resend - The button that mails it again.
 * @csspart renew - The button that renews an expired one.
 * @csspart revoke - The button that revokes it.
 * @csspart remove - The button that removes an ended one.
 * @csspart undo - The button that undoes that.
 * @csspart selection - The bar for those that are selected.
 * @csspart clear-selection - The button that selects none.
 * @csspart stop - The button that stops what is done to many.
 * @csspart pager - Which are shown, and the way to the others.
 * @csspart range - Which are shown of how many.
 * @csspart page-size - The choice of how many are on a page.
 * @csspart previous - The button to the page before.
 * @csspart next - The button to the next page.
 * @csspart empty - What is in place of the table when there are none.
 * @csspart clear-search - The button that shows all again.
 * @csspart chip - A word in a pill.
 * @csspart skeleton - What takes the table's place while it is loading.
 * @csspart message - A message about something that failed.
 * @csspart notice - What says that something has changed.
 * @csspart dismiss - The button that takes a message away.
 * @csspart retry - The button that tries again.
 *
 * @cssproperty [--org-color-muted] - Hints and icons.
 * @cssproperty [--org-color-surface=Canvas] - Background of fields.
 * @cssproperty [--org-color-border] - Lines.
 * @cssproperty [--org-color-hover] - Background under the pointer.
 * @cssproperty [--org-color-accent] - What is pending or selected.
 * @cssproperty [--org-color-danger] - What takes something away, and what failed.
 * @cssproperty [--org-color-focus] - The ring around what has the keyboard's focus.
 * @cssproperty [--org-radius=0.5rem] - Rounding of the corners.
 * @cssproperty [--org-space=0.5rem] - The unit of all distances.
 */
export class OrgInvitations extends LitElement {
  static override styles = [controls, buttons, fields, chips, messages, dataList, styles];

  /** Offers nothing that changes something. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** Only those whose address or roles contain it. */
  @property({ reflect: true, converter: text }) search = '';

  /** Only those in this state: `pending`, `expired`, `accepted` or `revoked`. */
  @property({ attribute: 'status-filter', reflect: true, converter: text }) statusFilter: StatusFilter = '';

  /** `newest`, `oldest`, `ends` (what ends next comes first) or `address`. */
  @property({ reflect: true }) sort: InvitationSort = 'newest';

  /** Which page is shown, from 1. */
  @property({ type: Number, reflect: true }) page = 1;

  /** How many are on a page, at most 100. */
  @property({ type: Number, attribute: 'page-size', reflect: true }) pageSize = 20;

  /** What roles are called here, as JSON in the attribute: keys are ids or names of roles. */
  @property({ type: Object, attribute: 'role-names' }) roleNames: Record<string, string> | null = null;

  /** Ids or names of roles in the order in which they are shown, as JSON in the attribute. */
  @property({ type: Array, attribute: 'role-order' }) roleOrder: string[] | null = null;

  /** What stands in the search field while it has not been asked for yet. */
  @state() private typed: string | undefined;

  readonly #provider = new ProviderController(this);
  readonly #locale = new LocaleController(this, { invitations, copying, lists, roles });
  readonly #capabilities = new CapabilitiesController(this);
  readonly #invitations = new QueryController(
    this,
    ({ organizationId }) =>
      organizationId &&
      this.#isOffered &&
      sentInvitations(organizationId, {
        page: this.page,
        pageSize: this.pageSize,
        q: this.search,
        status: this.statusFilter || undefined,
        sort: this.sort,
      }),
  );
  readonly #selection = new SelectionController(this);
  readonly #announcer = new AnnounceController(this);
  readonly #changes = new OnDemandController(this, async () => {
    const { InvitationChanges } = await import('./invitation-changes.js');
    return new InvitationChanges(this, {
      done: (change, worked, failed) => this.#tell(change, worked, failed),
    });
  });
  readonly #find = debounce((wanted: string) => {
    this.search = wanted.trim();
    this.page = 1;
  }, TYPING_PAUSE);
  /** Those that are selected, on whatever page they are. */
  readonly #known = new Map<string, SentInvitation>();

  constructor() {
    super();
    new ClockController(this, () => (this.#changes.part?.isCoolingDown ? 1_000 : 30_000));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#find.cancel();
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('search') && this.typed?.trim() !== this.search) this.typed = undefined;
    const { data } = this.#invitations;
    for (const invitation of data?.items ?? []) this.#known.set(invitation.id, invitation);
    // The last one of the last page is gone.
    if (data && data.items.length === 0 && data.total > 0) this.page = Math.ceil(data.total / this.pageSize);
  }

  /** What changes something comes when it may be needed: who may not goes without. */
  protected override updated(): void {
    const { failed, load } = this.#changes;
    const isPossible = this.#invitations.data?.items.some((one) => this.#changesOf(one).length > 0);
    if (isPossible && !failed) void load();
  }

  /** Asks for the invitations and permissions again. */
  async refresh(): Promise<void> {
    await Promise.all([this.#capabilities.query.refetch(), this.#invitations.refetch()]);
  }

  /** Shows all again, from the first page, and forgets what is selected and what went wrong. */
  reset(): void {
    this.#find.cancel();
    this.typed = undefined;
    this.search = this.statusFilter = '';
    this.page = 1;
    this.#selection.clear();
    this.#changes.part?.reset();
    this.#capabilities.dismiss();
  }

  protected override render(): TemplateResult | typeof nothing {
    const retry = (): void => void this.refresh();
    const pending = (): TemplateResult => this.#renderSkeleton();
    return this.#provider.render({
      pending,
      failed: (code, again) => this.#renderFailure(code, again),
      without: () => nothing,
      ready: () =>
        html`${this.#announcer.render()}${permissionsNotice(this.#locale.words, this.#capabilities)}${this.#changes.failed ? this.#renderFailure('network', this.#changes.load) : nothing}${this.#capabilities.query.render(
          {
            pending,
            error: ({ code }) => this.#renderFailure(code, retry),
            complete: () =>
              this.#isOffered
                ? html`${this.#renderToolbar()}${this.#renderUndo()}${this.#changes.part?.renderRefusedLink(this.#locale)}${this.#renderSelection()}${this.#invitations.render(
                    {
                      pending,
                      error: ({ code }) => this.#renderFailure(code, retry),
                      complete: (page) =>
                        html`${this.#invitations.error ? this.#renderFailure(this.#invitations.error.code, retry) : nothing}${
                          page.total > 0 ? this.#renderTable(page) : this.#renderEmpty()
                        }`,
                    },
                  )}`
                : nothing,
          },
        )}`,
    });
  }

  get #isOffered(): boolean {
    return this.#capabilities.can('invite-members') || this.#capabilities.can('change-roles');
  }

  #renderToolbar(): TemplateResult {
    return invitationsToolbar({
      locale: this.#locale,
      text: this.typed ?? this.search,
      search: (wanted) => {
        this.typed = wanted;
        this.#find(wanted);
      },
      status: this.statusFilter,
      filter: (status) => {
        this.statusFilter = status;
        this.page = 1;
      },
      sort: this.sort,
      order: (sort) => {
        this.sort = sort;
        this.page = 1;
      },
    });
  }

  #renderUndo(): TemplateResult | typeof nothing {
    const waiting = this.#changes.part?.waiting;
    if (!waiting) return nothing;
    const { words } = this.#locale;
    const { change, invitations: those } = waiting;
    return html`<div class="undo">
      ${notice(
        words.invitations[told[change]](those.length),
        html`<button type="button" class="button" part="undo" @click=${this.#undo}>${words.undo}</button>`,
      )}
    </div>`;
  }

  #renderSelection(): TemplateResult | typeof nothing {
    const batch = this.#changes.part?.batch;
    const { lists: words, invitations: own } = this.#locale.words;
    if (batch?.busy) {
      const { done, total } = batch;
      return html`<div class="selection-bar" part="selection">
        <span class="text">${words.progress(done, total)}</span>
        <progress max=${total} value=${done} aria-label=${words.progress(done, total)}></progress>
        <button type="button" class="button" part="stop" @click=${batch.stop}>${words.stop}</button>
      </div>`;
    }
    if (this.#selection.size === 0) return nothing;
    const chosen = [...this.#selection.ids].flatMap((id) => this.#known.get(id) ?? []);
    return html`<div class="selection-bar" part="selection">
      <span class="text">${words.selected(this.#selection.size)}</span>
      ${everyChange.map((change) => {
        const those = chosen.filter((one) => this.#changesOf(one).includes(change));
        if (those.length === 0) return nothing;
        const count = those.length.toLocaleString(this.#locale.language);
        return html`<button
          type="button"
          class="button ${change === 'revoke' ? 'danger' : ''}"
          part=${change}
          @click=${() => void this.#run(change, those)}
        >
          ${`${own[change]} (${count})`}
        </button>`;
      })}
      <button type="button" class="button" part="clear-selection" @click=${this.#selection.clear}>
        ${words.clearSelection}
      </button>
    </div>`;
  }

  #renderTable({ items, total }: SentInvitationPage): TemplateResult {
    const { invitations: own, lists: words, roles: roleWords } = this.#locale.words;
    const selectable = this.readonly ? [] : items.filter((one) => this.#changesOf(one).length > 0);
    const ids = selectable.map(({ id }) => id);
    const head = (name: string): TemplateResult => html`<th role="columnheader" scope="col">${name}</th>`;
    const state = this.#selection.of(ids);
    return html`<table
        class="table"
        part="table"
        role="table"
        tabindex="-1"
        aria-label=${own.invitations}
        aria-busy=${this.#invitations.fetching}
      >
        <thead role="rowgroup">
          <tr role="row">
            ${
              selectable.length > 0
                ? html`<th role="columnheader" scope="col" class="select">
                    <label
                      ><input
                        type="checkbox"
                        .checked=${live(state === 'all')}
                        .indeterminate=${live(state === 'some')}
                        @change=${({ target }: Event) => this.#selection.set(ids, (target as HTMLInputElement).checked)}
                      /><span class="spoken">${words.selectPage}</span></label
                    >
                  </th>`
                : nothing
            }
            ${head(own.address)}${head(own.status)}${head(roleWords.roles)}${head(own.sent)}
            <th role="columnheader" scope="col"><span class="spoken">${words.actions}</span></th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${repeat(
            items,
            ({ id }) => id,
            (invitation) => this.#renderRow(invitation, selectable.length > 0),
          )}
        </tbody>
      </table>
      ${pager({
        locale: this.#locale,
        page: this.page,
        pageSize: this.pageSize,
        total,
        pageSizes: PAGE_SIZES,
        goTo: (page) => (this.page = page),
        resize: (pageSize) => {
          this.pageSize = pageSize;
          this.page = 1;
        },
      })}`;
  }

  #renderRow(invitation: SentInvitation, hasSelection: boolean): TemplateResult {
    const { id, roles: held, link } = invitation;
    const { errors } = this.#locale.words;
    const changes = this.#changes.part;
    const error = changes?.errorOf(invitation);
    // A cool-down is told by its countdown.
    const isTold = error && !(error.code === 'rate_limited' && error.retryAfter);
    return invitationRow({
      locale: this.#locale,
      invitation,
      roles: inRoleOrder(held, { order: this.roleOrder }).map((role) =>
        roleLabel(role, { names: this.roleNames }),
      ),
      changes: this.#changesOf(invitation),
      select: hasSelection ? (isSelected) => this.#selection.set([id], isSelected) : undefined,
      isSelected: this.#selection.has(id),
      isWaiting: changes?.isWaiting(invitation) ?? false,
      isBusy: changes?.busy ?? false,
      coolDown: changes?.coolDownOf(invitation) ?? 0,
      failure: isTold ? errors[error.code] : undefined,
      isCopied: link !== undefined && changes?.copiedLink === link,
      copy: (copied) => void this.#copy(copied),
      run: (change) => void this.#run(change, [invitation]),
    });
  }

  #renderEmpty(): TemplateResult {
    const { words } = this.#locale;
    const isFiltered = this.search !== '' || this.statusFilter !== '';
    const sentence = this.search
      ? words.lists.noMatch(this.search)
      : isFiltered
        ? words.invitations.nothingFound
        : words.invitations.empty;
    return emptyList({
      icon: mailIcon,
      text: isFiltered ? html`<p>${sentence}</p>` : html`<slot name="empty"><p>${sentence}</p></slot>`,
      clearLabel: words.lists.clearSearch,
      clear: isFiltered ? () => this.reset() : undefined,
    });
  }

  #renderSkeleton(): TemplateResult {
    const bar = html`<span class="bar"></span>`;
    return html`<div class="skeleton" part="skeleton" aria-busy="true">
      <span class="spoken" role="status">${this.#locale.words.loading}</span>${[bar, bar, bar, bar]}
    </div>`;
  }

  #renderFailure(code: OrgErrorCode, retry?: () => void): TemplateResult {
    return failureMessage(this.#locale.words, code, retry);
  }

  /** What the person may do to it: what others sent is for who manages members. */
  #changesOf({ status, inviter }: SentInvitation): readonly Change[] {
    if (this.readonly) return [];
    const { me } = this.#capabilities;
    const mayInvite = this.#capabilities.can('invite-members');
    const mayEnd = this.#capabilities.can('change-roles') || inviter?.id === me?.userId;
    return changesOf[status].filter((change) =>
      change === 'resend' || change === 'renew' ? mayInvite : mayEnd,
    );
  }

  async #run(change: Change, those: Invitations): Promise<void> {
    const changes = await this.#changes.load();
    await changes?.run(change, those);
    if (!changes?.waiting) return;
    // The button that was pressed has gone with its row's actions.
    this.#selection.set(
      those.map(({ id }) => id),
      false,
    );
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[part="undo"]')?.focus();
  }

  #tell(change: Change, worked: Invitations, failed: Invitations): void {
    const { lists: words, invitations: own } = this.#locale.words;
    if (failed.length > 0) this.#selection.keep(failed.map(({ id }) => id));
    else if (change === 'resend' || change === 'renew') this.#selection.clear();
    const all = worked.length + failed.length;
    const texts = [
      worked.length > 0 ? own[told[change]](worked.length) : '',
      // What a single one failed of is said in its row.
      failed.length > 0 && all > 1 ? words.someFailed(failed.length, all) : '',
    ];
    this.#announcer.say(texts.filter(Boolean).join('. '));
    this.requestUpdate();
    this.#keepFocus();
  }

  readonly #undo = (): void => {
    this.#changes.part?.undo();
    this.#keepFocus();
  };

  /** What had the focus may be gone: then it is the table's. */
  #keepFocus(): void {
    const had = this.shadowRoot?.activeElement;
    if (!had) return;
    void this.updateComplete.then(() => {
      if (!this.shadowRoot?.activeElement) this.renderRoot.querySelector<HTMLElement>('.table')?.focus();
    });
  }

  async #copy(link: string): Promise<void> {
    const changes = await this.#changes.load();
    if (await changes?.copyLink(link)) this.#announcer.say(this.#locale.words.copying.copied);
  }
}
