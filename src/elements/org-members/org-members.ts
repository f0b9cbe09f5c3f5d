import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Member, MemberPage } from '../../contract/member.js';
import { AnnounceController } from '../../controllers/announce-controller.js';
import { CapabilitiesController } from '../../controllers/capabilities-controller.js';
import { FocusController } from '../../controllers/focus-controller.js';
import { ListController } from '../../controllers/list-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { OnDemandController } from '../../controllers/on-demand-controller.js';
import { ProviderController } from '../../controllers/provider-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { SelectionController } from '../../controllers/selection-controller.js';
import { emit } from '../../events.js';
import { lists } from '../../locales/en/lists.js';
import { members } from '../../locales/en/members.js';
import { roles } from '../../locales/en/roles.js';
import type { OrgErrorCode } from '../../org-error.js';
import { members as membersQuery } from '../../store/queries/members.js';
import { roles as rolesQuery } from '../../store/queries/roles.js';
import { buttons } from '../../styles/buttons.styles.js';
import { chips } from '../../styles/chips.styles.js';
import { controls } from '../../styles/controls.styles.js';
import { dataList } from '../../styles/data-list.styles.js';
import { fields } from '../../styles/fields.styles.js';
import { messages } from '../../styles/message.styles.js';
import { avatarStyles } from '../parts/avatar.styles.js';
import { emptyList } from '../parts/empty-list.js';
import { groupIcon } from '../parts/icon.js';
import { failureMessage } from '../parts/message.js';
import { permissionsNotice } from '../parts/permissions-notice.js';
import { pager, rangeText } from '../parts/pager.js';
import { inRoleOrder, type RoleLabels } from '../parts/role-labels.js';
import { tableSkeleton } from '../parts/table-skeleton.js';
import { MemberList } from './member-list.js';
import type { MembersParts } from './members-parts.js';
import { membersToolbar } from './members-toolbar.js';
import { styles } from './org-members.styles.js';

/** An empty text is no attribute. */
const text = { toAttribute: (value: string) => value || null };

/**
 * The people in the current organization, with their roles: finds them, gives and takes roles, removes one or many.
 *
 * It must be inside an `<org-provider>`. What the person may not do is not offered; a change that is not possible here,
 * such as leaving as the last administrator, is explained before. Roles are saved at each tick and put back, with the
 * reason, when the backend refuses.
 *
 * The choice is in the attributes `search`, `role-filter`, `page` and `page-size`; `org-members-show` tells of each
 * change, so that a page can keep it in its address. With what that event tells, a page may also put its own content
 * beside each member that is shown: an element with `slot="row-{id}"` or `slot="actions-{id}"`.
 *
 * @fires {CustomEvent<OrgMembersShowDetail>} org-members-show - Other members are shown than before, or the same by another choice.
 * @fires {CustomEvent<OrgBeforeDetail<OrgMemberRolesChange>>} org-before-member-roles-change - Roles are about to be given or taken. Cancelable, and a listener may delay it.
 * @fires {CustomEvent<OrgMemberRolesChange>} org-member-roles-change - Roles were given or taken.
 * @fires {CustomEvent<OrgBeforeDetail<Member[]>>} org-before-member-remove - One member or several are about to be removed. Cancelable, and a listener may delay it.
 * @fires {CustomEvent<{ members: Member[] }>} org-member-remove - Members were removed.
 * @fires {CustomEvent<OrgBeforeDetail<{ organizationId: string }>>} org-before-organization-leave - The person is about to leave. Cancelable, and a listener may delay it.
 * @fires {CustomEvent<{ organizationId: string }>} org-organization-leave - The person has left.
 * @fires {CustomEvent<OrgError>} org-error - Something failed; the element shows it already.
 *
 * @slot row-{id} - More about a member, under the name. `{id}` is the id of the member.
 * @slot actions-{id} - More actions for a member, before the kit's own.
 * @slot empty - Replaces the text where no member is to be shown.
 *
 * @csspart toolbar - Search, role filter and export.
 * @csspart search - The search field.
 * @csspart role-filter - The field that shows only those with one role.
 * @csspart export - The button that exports all that match.
 * @csspart progress - How far the export is.
 * @csspart stop - The button that stops what is under way.
 * @csspart table - The table of members.
 * @csspart row - One member.
 * @csspart member - The cell with picture and name.
 * @csspart avatar - A picture, or the initials in its place.
 * @csspart name - The name of a member.
 * @csspart you - The mark beside the person's own name.
 * @csspart hint - Why the person can't leave.
 * @csspart failure - Why the last change of a member was refused.
 * @csspart address - The cell with the email address.
 * @csspart roles - The cell with the roles.
 * @csspart role - One role of a member.
 * @csspart edit-roles - The button with the roles, which opens the choice.
 * @csspart remove - The button that removes a member.
 * @csspart leave - The button that leaves, in the person's own row.
 * @csspart popover - What the buttons with roles open.
 * @csspart role-checklist - The choice of roles.
 * @csspart role-choice - One role in the choice.
 * @csspart selection - The bar for the selected members.
 * @csspart select-all - The button that selects all that match.
 * @csspart give-roles - The button that gives roles to the selected members.
 * @csspart remove-selected - The button that removes the selected members.
 * @csspart clear-selection - The button that selects nobody.
 * @csspart dialog - The dialog that asks before somebody is removed or leaves.
 * @csspart dialog-close - The cross of the dialog.
 * @csspart confirm - The main button of the dialog and of the choice for several members.
 * @csspart cancel - The button that closes the dialog.
 * @csspart empty - What is shown in place of members.
 * @csspart clear-search - The button that empties the search and the filter.
 * @csspart skeleton - What is shown before the first members are there.
 * @csspart pager - Range, page size and the way to other pages.
 * @csspart range - Which members are shown, of how many.
 * @csspart page-size - The choice of the page size.
 * @csspart previous - The button to the page before.
 * @csspart next - The button to the next page.
 * @csspart message - A message about something that failed.
 * @csspart notice - A message about something that has changed.
 * @csspart dismiss - The button that takes a message away.
 * @csspart retry - The button that tries again.
 *
 * @cssproperty [--org-color-muted] - Addresses, hints and icons.
 * @cssproperty [--org-color-text=CanvasText] - Text in popup and dialog. The table has the page's colour.
 * @cssproperty [--org-color-surface=Canvas] - Background of fields, popup and dialog.
 * @cssproperty [--org-color-border] - Lines between rows and around controls.
 * @cssproperty [--org-color-hover] - Background under the pointer.
 * @cssproperty [--org-color-accent] - Selected rows and the main buttons.
 * @cssproperty [--org-color-on-accent] - Text on the accent colour.
 * @cssproperty [--org-color-danger] - What takes away, and failures.
 * @cssproperty [--org-color-focus] - The ring around what has the keyboard's focus.
 * @cssproperty [--org-radius=0.5rem] - Rounding of the corners.
 * @cssproperty [--org-space=0.5rem] - The unit of all distances.
 * @cssproperty [--org-shadow] - Shadow of popup and dialog.
 * @cssproperty [--org-duration=120ms] - How long popup and dialog take to appear.
 */
export class OrgMembers extends LitElement {
  static override styles = [controls, buttons, fields, chips, avatarStyles, messages, dataList, styles];

  /** Offers nothing that changes something. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** Adds the button that exports all that match as a CSV file. */
  @property({ type: Boolean, attribute: 'with-export' }) withExport = false;

  /** Only members whose name, user name or address contains it. */
  @property({ reflect: true, converter: text }) search = '';

  /** Id of a role: only members who hold it. */
  @property({ attribute: 'role-filter', reflect: true, converter: text }) roleFilter = '';

  /** Which page is shown, from 1. */
  @property({ type: Number, reflect: true }) page = 1;

  /** How many members are on a page, at most 100. */
  @property({ type: Number, attribute: 'page-size', reflect: true }) pageSize = 20;

  /** Columns beside the name, separated by spaces, in their order: `address` and `roles`. */
  @property() columns = 'address roles';

  /** What roles are called here, as JSON in the attribute: keys are ids or names of roles. */
  @property({ type: Object, attribute: 'role-names' }) roleNames: Record<string, string> | null = null;

  /** Ids or names of roles in the order in which they are shown, as JSON in the attribute. The others follow. */
  @property({ type: Array, attribute: 'role-order' }) roleOrder: string[] | null = null;

  /** The first members are there: what can wait is loaded now. */
  @state() private isShown = false;

  readonly #provider = new ProviderController(this);
  readonly #locale = new LocaleController(this, { members, lists, roles });
  readonly #list = new ListController(this);
  readonly #members = new QueryController(
    this,
    ({ organizationId }) =>
      organizationId &&
      membersQuery(organizationId, {
        page: this.#list.page,
        pageSize: this.#list.pageSize,
        q: this.search,
        role: this.roleFilter || undefined,
      }),
  );
  readonly #capabilities = new CapabilitiesController(this);
  readonly #roles = new QueryController(
    this,
    ({ organizationId }) => this.isShown && organizationId && rolesQuery(organizationId),
  );
  readonly #selection = new SelectionController(this);
  readonly #announce = new AnnounceController(this);
  readonly #parts: MembersParts = {
    host: this,
    locale: this.#locale,
    members: this.#members,
    capabilities: this.#capabilities,
    roles: this.#roles,
    selection: this.#selection,
    known: new Map<string, Member>(),
    announce: this.#announce,
    labels: () => this.#labels,
  };
  readonly #changes = new OnDemandController(this, async () => {
    const { MemberChanges } = await import('./member-changes.js');
    return new MemberChanges(this.#parts);
  });
  readonly #export = new OnDemandController(this, async () => {
    const { MemberExport } = await import('./member-export.js');
    return new MemberExport(this.#parts);
  });
  readonly #rows = new MemberList(this.#parts, this.#changes);
  #organizationId: string | null | undefined;

  constructor() {
    super();
    new FocusController(this, '[role="table"]', '[type="search"]');
  }

  protected override willUpdate(): void {
    const { organizationId } = this.#provider.context ?? {};
    if (organizationId === this.#organizationId) return;
    // Another organization has other members, and other roles to filter by.
    if (this.#organizationId) this.reset();
    this.#organizationId = organizationId;
  }

  protected override updated(): void {
    const { data, fetching } = this.#members;
    if (!data || fetching || this.#capabilities.query.pending) return;
    this.isShown = true;
    // What changes something comes when it may be needed: who may not goes without.
    if (this.#rows.offers.select && !this.#changes.failed) void this.#changes.load();
    this.#tell(data);
  }

  /** Asks for members, roles and permissions again. */
  async refresh(): Promise<void> {
    await Promise.all([this.#members.refetch(), this.#capabilities.query.refetch(), this.#roles.refetch()]);
  }

  /** Shows all members again, from the first page, and forgets what is selected and what went wrong. */
  reset(): void {
    this.#list.reset();
    this.roleFilter = '';
    this.#changes.part?.reset();
    this.#export.part?.reset();
    this.#capabilities.dismiss();
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.#provider.render({
      pending: () => this.#renderSkeleton(),
      failed: (code, retry) => this.#renderFailure(code, retry),
      without: () => nothing,
      ready: () =>
        html`${this.#announce.render()}${this.#renderNotices()}${this.#renderToolbar()}
        ${this.#export.part?.render()}${this.#changes.part?.renderBar()}${this.#renderMembers()}${this.#changes.part?.render()}`,
    });
  }

  #renderNotices(): TemplateResult {
    return html`${permissionsNotice(this.#locale.words, this.#capabilities)}${
      this.#changes.failed ? this.#renderFailure('network', this.#changes.load) : nothing
    }${this.#export.failed ? this.#renderFailure('network', this.#exportAll) : nothing}`;
  }

  #renderToolbar(): TemplateResult {
    return membersToolbar({
      locale: this.#locale,
      list: this.#list,
      roles: inRoleOrder(this.#roles.data?.items ?? [], this.#labels),
      labels: this.#labels,
      roleFilter: this.roleFilter,
      filter: (roleId) => {
        this.roleFilter = roleId;
        this.page = 1;
      },
      exportAll: this.withExport ? this.#exportAll : undefined,
      isExporting: this.#export.part?.busy ?? false,
    });
  }

  #renderMembers(): TemplateResult | typeof nothing {
    const retry = (): void => void this.refresh();
    return this.#members.render({
      pending: () => this.#renderSkeleton(),
      error: ({ code }) => this.#renderFailure(code, retry),
      // What is offered comes with the first rows, not after them.
      complete: (page) =>
        this.#capabilities.query.pending
          ? this.#renderSkeleton()
          : html`${this.#members.error ? this.#renderFailure(this.#members.error.code, retry) : nothing}${
              page.total > 0
                ? html`${this.#rows.render(page.items)}${pager(this.#locale, this.#list, page.total)}`
                : this.#renderEmpty()
            }`,
    });
  }

  #renderEmpty(): TemplateResult {
    const { words } = this.#locale;
    const isFiltered = Boolean(this.search || this.roleFilter);
    const sentence = this.search ? words.lists.noMatch(this.search) : words.members.empty;
    return emptyList({
      icon: groupIcon,
      text: html`<slot name="empty"><p>${sentence}</p></slot>`,
      clearLabel: words.lists.clearSearch,
      clear: isFiltered ? () => this.reset() : undefined,
    });
  }

  #renderSkeleton(): TemplateResult {
    return tableSkeleton(this.#locale.words.loading, this.#list.pageSize);
  }

  #renderFailure(code: OrgErrorCode, retry?: () => unknown): TemplateResult {
    return failureMessage(this.#locale.words, code, retry);
  }

  get #labels(): RoleLabels {
    return { names: this.roleNames, order: this.roleOrder };
  }

  /** Tells the page what is shown, and screen readers what a search or a turn of the page has led to. */
  #tell(page: MemberPage): void {
    const news = this.#list.news(page, this.roleFilter);
    if (!news) return;
    if (news === 'choice') this.#announce.say(this.#summary(page));
    const { search, roleFilter } = this;
    const { items, total } = page;
    emit(this, 'org-members-show', {
      members: items,
      total,
      search,
      roleFilter,
      page: page.page,
      pageSize: page.pageSize,
    });
  }

  #summary(page: MemberPage): string {
    const { words } = this.#locale;
    return page.total > 0 ? rangeText(this.#locale, page) : words.lists.noMatch(this.search);
  }

  readonly #exportAll = async (): Promise<void> => {
    await (await this.#export.load())?.run();
  };
}
