import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ReceivedInvitation } from '../../contract/invitation.js';
import type { OrganizationSummary } from '../../contract/organization.js';
import { ActionController } from '../../controllers/action-controller.js';
import { closestComposed } from '../../controllers/closest-composed.js';
import { ColorSchemeController } from '../../controllers/color-scheme-controller.js';
import { ListboxController } from '../../controllers/listbox-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { MenuController } from '../../controllers/menu-controller.js';
import { placePopup, type Placement } from '../../controllers/place-popup.js';
import { QueryController } from '../../controllers/query-controller.js';
import { emit } from '../../events.js';
import type { OrgContextValue } from '../../store/org-context.js';
import { controls } from '../../styles/controls.styles.js';
import { avatarStyles } from '../parts/avatar.styles.js';
import { avatar, personAvatar } from '../parts/avatar.js';
import { icons } from '../parts/icons.js';
import { message, retryButton } from '../parts/message.js';
import { fillAddress } from './address-template.js';
import { organizationRow, type OrganizationRow } from './organization-row.js';
import { organizationSearch } from './organization-search.js';
import { styles } from './org-switcher.styles.js';
import { pendingInvitations } from './pending-invitations.js';
import { searchOrganizations } from './search-organizations.js';
import { sortOrganizations } from './sort-organizations.js';
import { switcherActions, type SwitcherAction } from './switcher-actions.js';
import { switcherFailure, switcherSkeleton, switcherTrigger } from './switcher-trigger.js';

type Logo = ReceivedInvitation['organization'];
type Refusal = NonNullable<OrgContextValue['refusal']>;

const SEARCH_FROM = 7;

/**
 * Shows the current organization and switches to another: a button that opens a panel with the person's
 * organizations, the pending invitations, and what the page adds to it.
 *
 * It must be inside an `<org-provider>`, which obeys `org-change`. From seven organizations on there is a search
 * field. The button has a fixed width (15rem, set `width` to change it), so that nothing on the page moves.
 *
 * @fires {CustomEvent<OrgChangeDetail>} org-change - Another organization was chosen. Cancelable: after `preventDefault()` the provider stays where it is, and a link is not followed.
 * @fires {CustomEvent<null>} org-create-request - "Create organization" was chosen and there is no `create-url`.
 * @fires {CustomEvent<{ organizationId: string }>} org-manage-request - "Manage organization" was chosen and there is no `manage-url`.
 * @fires {CustomEvent<ReceivedInvitation>} org-before-invitation-accept - The person wants to join. Cancelable, and a listener may delay it.
 * @fires {CustomEvent<{ invitationId: string, organizationId: string }>} org-invitation-accept - The person has joined.
 * @fires {CustomEvent<OrgError>} org-error - Something failed; the switcher shows it already.
 *
 * @slot trigger - Replaces the logo and the name in the button.
 * @slot empty - Replaces the text for a person without any organization.
 * @slot footer - More entries at the end of the panel.
 *
 * @csspart trigger - The button that opens the panel.
 * @csspart avatar - A logo, or the initials in its place.
 * @csspart name - The name of the current organization in the button.
 * @csspart role - The person's roles in the current organization, in the button.
 * @csspart count - The number of pending invitations in the button.
 * @csspart skeleton - What takes the button's place while the organizations are loading.
 * @csspart failure - What takes the button's place when the organizations could not be loaded.
 * @csspart panel - What the button opens.
 * @csspart search - The search field.
 * @csspart list - The list of organizations.
 * @csspart option - An organization in the list, or the personal row.
 * @csspart current - The option that is the current one.
 * @csspart empty - The text in place of the list.
 * @csspart invitations - The section of pending invitations.
 * @csspart invitation - One pending invitation.
 * @csspart join - The button that accepts an invitation.
 * @csspart actions - The section with the entries to create and to manage.
 * @csspart create - The entry that creates an organization.
 * @csspart manage - The entry that manages the current organization.
 * @csspart message - A message about something that failed.
 * @csspart retry - The button that tries again.
 *
 * @cssproperty [--org-font=inherit] - The font family.
 * @cssproperty [--org-font-size=inherit] - The font size; everything follows it.
 * @cssproperty [--org-color-text=CanvasText] - Text in the panel. The button has the page's colour.
 * @cssproperty [--org-color-muted] - Roles, hints and icons.
 * @cssproperty [--org-color-surface=Canvas] - Background of the panel.
 * @cssproperty [--org-color-border] - Lines around the button and the panel.
 * @cssproperty [--org-color-hover] - Background under the pointer.
 * @cssproperty [--org-color-accent] - The current one's mark, the count, and the main buttons.
 * @cssproperty [--org-color-on-accent] - Text on the accent colour.
 * @cssproperty [--org-color-danger] - The icon of a message about a failure.
 * @cssproperty [--org-color-focus] - The ring around what has the keyboard's focus.
 * @cssproperty [--org-radius=0.5rem] - Rounding of the corners.
 * @cssproperty [--org-space=0.5rem] - The unit of all distances.
 * @cssproperty [--org-control-size=2.75rem] - Height of the button and the search field.
 * @cssproperty [--org-shadow] - Shadow of the panel.
 * @cssproperty [--org-duration=120ms] - How long the panel takes to appear.
 */
export class OrgSwitcher extends LitElement {
  static override styles = [controls, avatarStyles, styles];
  static #hasWarned = false;

  /** Whether the panel is open. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** Shows the current organization without a way to switch. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  /** Shows the logo alone, for a narrow header. The name stays for screen readers. */
  @property({ type: Boolean, reflect: true }) compact = false;

  /** Adds the entry that creates an organization. */
  @property({ type: Boolean, attribute: 'with-create' }) withCreate = false;

  /** Adds the entry that manages the current organization. */
  @property({ type: Boolean, attribute: 'with-manage' }) withManage = false;

  /** Adds a row for the person's own account: no organization. */
  @property({ type: Boolean, attribute: 'with-personal' }) withPersonal = false;

  /** Leaves out the pending invitations, and the call that asks for them. */
  @property({ type: Boolean, attribute: 'without-invitations' }) withoutInvitations = false;

  /** Makes every organization a link, such as `/o/{id}/home`; `{id}` becomes its id. http and https only. */
  @property({ attribute: 'select-url' }) selectUrl: string | undefined;

  /** Makes the personal row a link. */
  @property({ attribute: 'personal-url' }) personalUrl: string | undefined;

  /** Makes the entry to create a link. */
  @property({ attribute: 'create-url' }) createUrl: string | undefined;

  /** Makes the entry to manage a link; `{id}` becomes the id of the current organization. */
  @property({ attribute: 'manage-url' }) manageUrl: string | undefined;

  /** Where the panel opens. It turns to the other side when there is no room. */
  @property() placement: Placement = 'bottom-start';

  @state() private search = '';
  @state() private announcement = '';
  @state() private isOutside = false;
  @state() private joining: string | undefined;

  readonly #locale = new LocaleController(this);
  readonly #scheme = new ColorSchemeController(this);
  readonly #organizations = new QueryController(this, ({ store }) => store.organizations());
  readonly #invitations = new QueryController(
    this,
    ({ store }) => !this.withoutInvitations && store.receivedInvitations(),
  );
  readonly #join = new ActionController(
    this,
    'org-before-invitation-accept',
    ({ store }, invitation: ReceivedInvitation) => store.acceptInvitation(invitation.id),
  );
  readonly #listbox = new ListboxController(
    this,
    () => this.#part('[role="listbox"]'),
    () => this.#holder,
  );
  readonly #menu = new MenuController(this, {
    trigger: () => this.#part('button.trigger'),
    popup: () => this.#part('.panel'),
    focus: () => this.#holder ?? this.#part('.panel :is(a, button)') ?? this.#part('.panel'),
  });
  /** The name of what was chosen last: a refused organization may be gone from the list. */
  #chosenName = '';
  #stopNotice: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // After this task: an element around this one may be upgraded later in it.
    setTimeout(() => this.#lookForProvider());
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('open') && this.open) {
      this.search = '';
      this.announcement = '';
      this.#join.reset();
    }
  }

  protected override updated(changes: PropertyValues<this>): void {
    if (changes.has('open') && this.open) this.#listbox.reset();
    this.#showNotice();
  }

  /** Asks for the organizations and the invitations again. */
  async refresh(): Promise<void> {
    await Promise.all([this.#organizations.refetch(), this.#invitations.refetch()]);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { context } = this.#organizations;
    const { words } = this.#locale;
    if (!context) return this.isOutside ? nothing : switcherSkeleton(words.loading);
    if (context.state === 'signed-out') return nothing;
    if (context.state === 'error')
      return switcherFailure(words.errors[context.error?.code ?? 'internal'], nothing);
    return this.#organizations.render({
      pending: () => switcherSkeleton(words.loading),
      error: ({ code }) => switcherFailure(words.errors[code], this.#renderRetry()),
      complete: ({ items }) => this.#renderSwitcher(items),
    });
  }

  #renderSwitcher(organizations: readonly OrganizationSummary[]): TemplateResult {
    const { words, term } = this.#locale;
    const current = organizations.find(({ id }) => id === this.#currentId);
    return html`${switcherTrigger({
        locale: this.#locale,
        current,
        placeholder: this.withPersonal ? words.switcher.personal : words.switcher.choose(term),
        picture: current ? this.#picture(current) : personAvatar,
        roles: current ? this.#roles(current) : '',
        pending: this.#pending.length,
        isOpen: this.open,
        isDisabled: this.disabled,
      })}
      <div
        class="popup panel"
        part="panel"
        id="panel"
        popover
        role="dialog"
        tabindex="-1"
        aria-label=${words.switcher.label(term)}
        data-placement=${this.placement}
        @beforetoggle=${this.#menu.prepare}
        @toggle=${this.#menu.settle}
        @focusout=${this.#menu.closeWhenLeft}
      >
        ${this.open ? this.#renderPanel(organizations, current) : nothing}
      </div>
      ${this.#renderNotice(organizations)}
      <span class="spoken" role="status">${this.announcement}</span>`;
  }

  #renderPanel(
    organizations: readonly OrganizationSummary[],
    current: OrganizationSummary | undefined,
  ): TemplateResult {
    const { words, term } = this.#locale;
    const hasChoice = organizations.length > 0 || this.withPersonal;
    return html`${
        hasChoice
          ? this.#renderChoice(organizations)
          : html`<slot name="empty"
              ><p class="list nothing" part="empty">${words.switcher.empty(term)}</p></slot
            >`
      }
      ${
        this.#organizations.error
          ? message(words.errors[this.#organizations.error.code], this.#renderRetry())
          : nothing
      }
      ${this.#join.error ? message(words.errors[this.#join.error.code]) : nothing}
      ${
        this.#pending.length > 0
          ? pendingInvitations({
              items: this.#pending,
              words: words.switcher,
              pictureOf: this.#picture,
              joining: this.joining,
              join: this.#acceptInvitation,
            })
          : nothing
      }
      ${switcherActions(this.#actions(current))} <slot name="footer"></slot>`;
  }

  #renderChoice(organizations: readonly OrganizationSummary[]): TemplateResult {
    const { words, term, language } = this.#locale;
    const hasSearch = organizations.length >= SEARCH_FROM;
    const recent = this.#organizations.context?.recent ?? [];
    const found = sortOrganizations(searchOrganizations(organizations, this.search), recent, language);
    const isSearching = this.search !== '';
    const hasResults = !isSearching || found.length > 0;
    return html`${
        hasSearch
          ? organizationSearch({
              label: words.switcher.search(term),
              hasResults,
              search: this.#filter,
              move: this.#listbox.move,
            })
          : nothing
      }
      <div
        class="list"
        part="list"
        id="list"
        role="listbox"
        tabindex=${hasSearch ? nothing : 0}
        aria-label=${term.many}
        ?hidden=${!hasResults}
        @mousedown=${this.#keepFocus}
        @keydown=${hasSearch ? nothing : this.#listbox.move}
      >
        ${this.withPersonal && !isSearching ? organizationRow(this.#personalRow()) : nothing}
        ${repeat(
          found,
          ({ id }) => id,
          (organization) => organizationRow(this.#row(organization)),
        )}
      </div>
      ${
        hasResults
          ? nothing
          : html`<p class="nothing" part="empty">${words.switcher.noMatch(this.search, term)}</p>`
      }`;
  }

  #renderRetry(): TemplateResult {
    return retryButton(this.#locale.words.retry, () => this.refresh());
  }

  /** In the top layer too, and open while the panel is closed: the switch that it is about has closed it. */
  #renderNotice(organizations: readonly OrganizationSummary[]): TemplateResult {
    const { context } = this.#organizations;
    const refusal = context?.refusal;
    return html`<div
      class="popup message notice"
      part="message"
      popover="manual"
      role="alert"
      data-placement=${this.placement}
    >
      ${
        refusal
          ? html`${icons.warning}<span class="text">${this.#refusalText(refusal, organizations)}</span>
              <button
                type="button"
                class="icon-button"
                aria-label=${this.#locale.words.dismiss}
                @click=${() => context.dismissRefusal()}
              >
                ${icons.close}
              </button>`
          : nothing
      }
    </div>`;
  }

  get #currentId(): string | null | undefined {
    return this.#organizations.context?.organizationId;
  }

  get #pending(): readonly ReceivedInvitation[] {
    return (!this.withoutInvitations && this.#invitations.data?.items) || [];
  }

  /** What has the focus while the panel is open. */
  get #holder(): HTMLElement | null {
    return this.#part('.search input') ?? this.#part('[role="listbox"]');
  }

  #part(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }

  #picture = (organization: Logo): TemplateResult => {
    const { id, name, logoUrl, darkLogoUrl } = organization;
    return avatar(id, name, darkLogoUrl && this.#scheme.dark ? darkLogoUrl : logoUrl);
  };

  #roles({ roles }: OrganizationSummary): string {
    return this.#locale.list(roles.map(({ name }) => name));
  }

  #row(organization: OrganizationSummary): OrganizationRow {
    const { id, name } = organization;
    return {
      id,
      name,
      hint: this.#roles(organization),
      picture: this.#picture(organization),
      isCurrent: id === this.#currentId,
      address: fillAddress(this.selectUrl, id),
      choose: (event) => this.#choose(event, id, name),
    };
  }

  #personalRow(): OrganizationRow {
    const name = this.#locale.words.switcher.personal;
    return {
      id: '',
      name,
      hint: '',
      picture: personAvatar,
      isCurrent: this.#currentId === null,
      address: fillAddress(this.personalUrl, ''),
      choose: (event) => this.#choose(event, null, name),
    };
  }

  #actions(current: OrganizationSummary | undefined): SwitcherAction[] {
    const { words, term } = this.#locale;
    const actions: SwitcherAction[] = [];
    if (this.withManage && current) {
      const address = fillAddress(this.manageUrl, current.id);
      const request = (): void => void emit(this, 'org-manage-request', { organizationId: current.id });
      actions.push({
        name: 'manage',
        text: words.switcher.manage(term),
        address,
        run: this.#leaveFor(address, request),
      });
    }
    if (this.withCreate) {
      const address = fillAddress(this.createUrl, '');
      const request = (): void => void emit(this, 'org-create-request', null);
      actions.push({
        name: 'create',
        text: words.switcher.create(term),
        address,
        run: this.#leaveFor(address, request),
      });
    }
    return actions;
  }

  #leaveFor(address: string | undefined, request: () => void): () => void {
    return () => {
      this.#menu.close();
      if (!address) request();
    };
  }

  #refusalText({ organizationId, error }: Refusal, organizations: readonly OrganizationSummary[]): string {
    const { switcher } = this.#locale.words;
    const name = organizations.find(({ id }) => id === organizationId)?.name ?? this.#chosenName;
    if (error.code === 'mfa_required') return switcher.refusedMfa(name);
    if (error.code === 'not_a_member') return switcher.refusedMember(name);
    return switcher.refused(name);
  }

  #showNotice(): void {
    const notice = this.#part('.notice');
    const trigger = this.#part('button.trigger');
    if (!notice || !trigger) return;
    const isNeeded = !this.open && this.#organizations.context?.refusal !== undefined;
    if (notice.matches(':popover-open') === isNeeded) return;
    notice.togglePopover(isNeeded);
    this.#stopNotice?.();
    this.#stopNotice = isNeeded ? placePopup(notice, trigger, this.placement) : undefined;
  }

  #lookForProvider(): void {
    this.isOutside = !closestComposed(this, 'org-provider');
    if (!this.isConnected || !this.isOutside || this.#organizations.context || OrgSwitcher.#hasWarned) return;
    OrgSwitcher.#hasWarned = true;
    console.warn('<org-switcher> shows nothing: there is no <org-provider> around it.', this);
  }

  #choose(event: MouseEvent, organizationId: string | null, name: string): void {
    // Ctrl, Cmd or Shift and a click on a link: a new tab or window, and nothing changes here.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const previousOrganizationId = this.#currentId ?? null;
    this.#menu.close();
    if (organizationId === previousOrganizationId) return;
    this.#chosenName = name;
    const detail = { organizationId, previousOrganizationId };
    if (!emit(this, 'org-change', detail, { cancelable: true })) event.preventDefault();
    else this.announcement = this.#locale.words.switcher.switched(name);
  }

  readonly #acceptInvitation = async (invitation: ReceivedInvitation): Promise<void> => {
    if (this.joining !== undefined) return;
    this.joining = invitation.id;
    const accepted = await this.#join.run(invitation);
    this.joining = undefined;
    if (!accepted) return;
    this.announcement = this.#locale.words.switcher.joined(invitation.organization.name);
    emit(this, 'org-invitation-accept', { invitationId: invitation.id, ...accepted });
    // The button that had the focus goes with its invitation.
    if (this.open) this.#holder?.focus();
  };

  async #filter(event: Event): Promise<void> {
    this.search = (event.target as HTMLInputElement).value.trim();
    await this.updateComplete;
    this.#listbox.first();
    const { words, term } = this.#locale;
    const count = this.renderRoot.querySelectorAll('[role="option"]').length;
    this.announcement = words.switcher.found(count, term);
  }

  /** The focus stays where the keyboard is heard. */
  #keepFocus(event: MouseEvent): void {
    event.preventDefault();
    this.#holder?.focus();
  }
}
