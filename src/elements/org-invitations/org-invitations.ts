import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { InvitationSort, SentInvitation, SentInvitationPage } from '../../contract/invitation.js';
import { AnnounceController } from '../../controllers/announce-controller.js';
import { CapabilitiesController } from '../../controllers/capabilities-controller.js';
import { ClockController } from '../../controllers/clock-controller.js';
import { FocusController } from '../../controllers/focus-controller.js';
import { ListController } from '../../controllers/list-controller.js';
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
import { failureMessage } from '../parts/message.js';
import { permissionsNotice } from '../parts/permissions-notice.js';
import { pager, rangeText } from '../parts/pager.js';
import { InvitationList } from './invitation-list.js';
import type { InvitationsParts } from './invitations-parts.js';
import { invitationsToolbar, type StatusFilter } from './invitations-toolbar.js';
import { styles } from './org-invitations.styles.js';
import { changesOf, type Change } from './possible-changes.js';

/** An empty text is no attribute. */
const text = { toAttribute: (value: string) => value || null };
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

  readonly #provider = new ProviderController(this);
  readonly #locale = new LocaleController(this, { invitations, copying, lists, roles });
  readonly #capabilities = new CapabilitiesController(this);
  readonly #list = new ListController(this);
  readonly #invitations = new QueryController(
    this,
    ({ organizationId }) =>
      organizationId &&
      this.#isOffered &&
      sentInvitations(organizationId, {
        page: this.#list.page,
        pageSize: this.#list.pageSize,
        q: this.search,
        status: this.statusFilter || undefined,
        // Nothing, when the attribute is taken away.
        sort: this.sort || undefined,
      }),
  );
  readonly #selection = new SelectionController(this);
  readonly #announcer = new AnnounceController(this);
  readonly #parts: InvitationsParts = {
    host: this,
    locale: this.#locale,
    invitations: this.#invitations,
    selection: this.#selection,
    known: new Map<string, SentInvitation>(),
    announce: this.#announcer,
    changesOf: (invitation) => this.#changesOf(invitation),
  };
  readonly #view = new OnDemandController(this, async () => {
    const { ChangesView } = await import('./changes-view.js');
    return new ChangesView(this.#parts);
  });
  readonly #rows = new InvitationList(this.#parts, this.#view);
  /** The last one that was shown. */
  #organizationId: string | undefined;

  constructor() {
    super();
    new FocusController(this, '[role="table"]', '[type="search"]');
    new ClockController(this, () => (this.#view.part?.changes.isCoolingDown ? 1_000 : 30_000));
  }

  protected override willUpdate(): void {
    const { organizationId } = this.#provider.context ?? {};
    if (organizationId && organizationId !== this.#organizationId) {
      // Another organization has other invitations.
      if (this.#organizationId) this.#leave();
      this.#organizationId = organizationId;
    }
    for (const invitation of this.#invitations.data?.items ?? [])
      this.#parts.known.set(invitation.id, invitation);
  }

  /** What changes something comes when it may be needed: who may not goes without. */
  protected override updated(): void {
    const { data, fetching } = this.#invitations;
    if (!data || fetching) return;
    const isPossible = data.items.some((one) => this.#changesOf(one).length > 0);
    if (isPossible && !this.#view.failed) void this.#view.load();
    const isOther = this.#list.news(data, `${this.statusFilter} ${this.sort}`) === 'choice';
    if (isOther) this.#announcer.say(data.total > 0 ? rangeText(this.#locale, data) : this.#nothing);
  }

  /** Asks for the invitations and permissions again. */
  async refresh(): Promise<void> {
    await Promise.all([this.#capabilities.query.refetch(), this.#invitations.refetch()]);
  }

  /** Shows all again, from the first page, and forgets what is selected and what went wrong. */
  reset(): void {
    this.#list.reset();
    this.statusFilter = '';
    this.#selection.clear();
    this.#view.part?.changes.reset();
    this.#capabilities.dismiss();
  }

  /** Search and filters hold for any organization. */
  #leave(): void {
    this.page = 1;
    this.#selection.clear();
    this.#parts.known.clear();
    this.#view.part?.changes.reset();
  }

  protected override render(): TemplateResult | typeof nothing {
    const pending = (): TemplateResult => this.#renderSkeleton();
    const { failed, load } = this.#view;
    return this.#provider.render({
      pending,
      failed: (code, retry) => this.#renderFailure(code, retry),
      without: () => nothing,
      ready: () =>
        html`${this.#announcer.render()}${permissionsNotice(this.#locale.words, this.#capabilities)}${
          failed ? this.#renderFailure('network', load) : nothing
        }${this.#capabilities.query.render({
          pending,
          error: ({ code }) => this.#renderFailure(code, () => this.refresh()),
          complete: () => (this.#isOffered ? this.#renderInvitations() : nothing),
        })}`,
    });
  }

  get #isOffered(): boolean {
    return this.#capabilities.can('invite-members') || this.#capabilities.can('change-roles');
  }

  #renderInvitations(): TemplateResult {
    return html`${this.#renderToolbar()}${this.#view.part?.render()}${this.#invitations.render({
      pending: () => this.#renderSkeleton(),
      error: ({ code }) => this.#renderFailure(code, () => this.refresh()),
      complete: (page) => this.#renderPage(page),
    })}`;
  }

  #renderPage({ items, total }: SentInvitationPage): TemplateResult {
    const { error } = this.#invitations;
    return html`${error ? this.#renderFailure(error.code, () => this.refresh()) : nothing}${
      total > 0
        ? html`${this.#rows.render(items)}${pager(this.#locale, this.#list, total)}`
        : this.#renderEmpty()
    }`;
  }

  #renderToolbar(): TemplateResult {
    return invitationsToolbar({
      locale: this.#locale,
      list: this.#list,
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

  #renderEmpty(): TemplateResult {
    const { words } = this.#locale;
    const isFiltered = Boolean(this.search || this.statusFilter);
    const sentence = this.#nothing;
    return emptyList({
      icon: mailIcon,
      text: isFiltered ? html`<p>${sentence}</p>` : html`<slot name="empty"><p>${sentence}</p></slot>`,
      clearLabel: words.lists.clearSearch,
      clear: isFiltered ? () => this.reset() : undefined,
    });
  }

  /** Why there are none. */
  get #nothing(): string {
    const { lists, invitations } = this.#locale.words;
    if (this.search) return lists.noMatch(this.search);
    return this.statusFilter ? invitations.nothingFound : invitations.empty;
  }

  #renderSkeleton(): TemplateResult {
    const bar = html`<span class="bar"></span>`;
    return html`<div class="skeleton" part="skeleton" aria-busy="true">
      <span class="spoken" role="status">${this.#locale.words.loading}</span>${[bar, bar, bar, bar]}
    </div>`;
  }

  #renderFailure(code: OrgErrorCode, retry?: () => unknown): TemplateResult {
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
}
