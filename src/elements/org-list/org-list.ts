import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ReceivedInvitation } from '../../contract/invitation.js';
import type { OrganizationList, OrganizationSummary } from '../../contract/organization.js';
import { AnnounceController } from '../../controllers/announce-controller.js';
import { ColorSchemeController } from '../../controllers/color-scheme-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { ProviderController } from '../../controllers/provider-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { emit } from '../../events.js';
import { choosing } from '../../locales/en/choosing.js';
import { decline } from '../../locales/en/decline.js';
import { finder } from '../../locales/en/finder.js';
import { received } from '../../locales/en/received.js';
import { organizations } from '../../store/queries/organizations.js';
import { buttons } from '../../styles/buttons.styles.js';
import { controls } from '../../styles/controls.styles.js';
import { dialogs } from '../../styles/dialog.styles.js';
import { fields } from '../../styles/fields.styles.js';
import { labels } from '../../styles/label.styles.js';
import { messages } from '../../styles/message.styles.js';
import { rows } from '../../styles/rows.styles.js';
import { skeletons } from '../../styles/skeleton.styles.js';
import { fillAddress } from '../parts/address-template.js';
import { avatarStyles } from '../parts/avatar.styles.js';
import { addIcon, groupIcon } from '../parts/icon.js';
import { dismissButton } from '../parts/dismiss-button.js';
import { boxedMessage, failureMessage } from '../parts/message.js';
import { makeCurrent } from '../parts/make-current.js';
import { organizationPicture } from '../parts/organization-picture.js';
import { roleNames } from '../parts/role-names.js';
import { searchField } from '../parts/search-field.js';
import { searchOrganizations } from '../parts/search-organizations.js';
import { sortOrganizations } from '../parts/sort-organizations.js';
import { switchRefusal } from '../parts/switch-refusal.js';
import { createEntry } from './create-entry.js';
import { ListInvitations } from './list-invitations.js';
import { listSkeleton, organizationItem } from './organization-item.js';
import { styles } from './org-list.styles.js';

const SEARCH_FROM = 7;

/**
 * Where a person finds their organizations: after the sign-in, and later in the application. It has the organizations
 * with the current one marked, the invitations that wait, and an entry to create one; for somebody without any
 * organization it is a friendly first page.
 *
 * It must be inside an `<org-provider>`, which obeys `org-change`. From seven organizations on there is a search field.
 *
 * @fires {CustomEvent<OrgChangeDetail>} org-change - Another organization was chosen. Cancelable: after `preventDefault()` the provider stays where it is, and a link is not followed.
 * @fires {CustomEvent<{ organizationId: string }>} org-open-request - An organization was chosen, perhaps the current one, and there is no `select-url`: the way on.
 * @fires {CustomEvent<null>} org-create-request - "Create organization" was chosen and there is no `create-url`.
 * @fires {CustomEvent<OrgBeforeDetail<ReceivedInvitation>>} org-before-invitation-accept - The person wants to join. Cancelable, and a listener may delay it.
 * @fires {CustomEvent<{ invitationId: string, organizationId: string }>} org-invitation-accept - The person has joined.
 * @fires {CustomEvent<OrgBeforeDetail<ReceivedInvitation>>} org-before-invitation-decline - The person has confirmed to decline. Cancelable, and a listener may delay it.
 * @fires {CustomEvent<{ invitationId: string, organizationId: string }>} org-invitation-decline - The person has declined.
 * @fires {CustomEvent<OrgError>} org-error - Something failed; the element shows it already.
 *
 * @slot empty - Replaces the first page for a person without any organization.
 * @slot footer - More at the end.
 *
 * @csspart invitations - The section of pending invitations.
 * @csspart invitation - One pending invitation.
 * @csspart expiry - How long it still lives.
 * @csspart join - The button that accepts an invitation.
 * @csspart decline - The button that declines an invitation.
 * @csspart organizations - The section of organizations.
 * @csspart search - The search field.
 * @csspart organization - One organization, a button or a link.
 * @csspart current - The one that is the current one.
 * @csspart avatar - A logo, or the initials in its place.
 * @csspart create - The entry that creates an organization.
 * @csspart empty - What is shown in place of the organizations.
 * @csspart skeleton - What takes the place of everything while it loads.
 * @csspart message - A message about something that failed.
 * @csspart dismiss - The button that takes a message away.
 * @csspart retry - The button that tries again.
 * @csspart dialog - Asks before an invitation is declined.
 * @csspart dialog-close - The button that closes the dialog.
 * @csspart cancel - The button that leaves it as it is.
 * @csspart confirm - The button that declines for good.
 *
 * @cssproperty [--org-color-text=CanvasText] - Text in the dialog.
 * @cssproperty [--org-color-muted] - Roles, hints and icons.
 * @cssproperty [--org-color-surface=Canvas] - Background of the dialog and the search field.
 * @cssproperty [--org-color-border] - Lines around the sections and the buttons.
 * @cssproperty [--org-color-hover] - Background under the pointer.
 * @cssproperty [--org-color-accent] - The current one's mark, the invitations, and the main buttons.
 * @cssproperty [--org-color-on-accent] - Text on the accent colour.
 * @cssproperty [--org-color-danger] - Failures, and the button that declines for good.
 * @cssproperty [--org-color-focus] - The ring around what has the keyboard's focus.
 * @cssproperty [--org-radius=0.5rem] - Rounding of the corners.
 * @cssproperty [--org-space=0.5rem] - The unit of all distances.
 * @cssproperty [--org-shadow] - Shadow of the dialog.
 * @cssproperty [--org-duration=120ms] - How long the dialog takes to appear.
 */
export class OrgList extends LitElement {
  static override styles = [
    controls,
    buttons,
    fields,
    labels,
    rows,
    avatarStyles,
    messages,
    dialogs,
    skeletons,
    styles,
  ];

  /** Hides every way to answer an invitation and to create an organization. Choosing one changes nothing of it. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** Adds the entry that creates an organization, for those who may. */
  @property({ type: Boolean, attribute: 'with-create' }) withCreate = false;

  /** Makes an organization the current one after joining it. */
  @property({ type: Boolean, attribute: 'with-switch' }) withSwitch = false;

  /** Leaves out the pending invitations, and the call that asks for them. */
  @property({ type: Boolean, attribute: 'without-invitations' }) withoutInvitations = false;

  /** Makes every organization a link, such as `/o/{id}/home`; `{id}` becomes its id. http and https only. */
  @property({ attribute: 'select-url' }) selectUrl: string | undefined;

  /** Makes the entry to create a link. */
  @property({ attribute: 'create-url' }) createUrl: string | undefined;

  @state() private search = '';

  readonly #provider = new ProviderController(this);
  readonly #locale = new LocaleController(this, { choosing, decline, finder, received });
  readonly #scheme = new ColorSchemeController(this);
  readonly #announce = new AnnounceController(this);
  readonly #organizations = new QueryController(this, () => organizations());
  readonly #invitations = new ListInvitations(this, {
    locale: this.#locale,
    pictureOf: (organization) => this.#picture(organization),
    joined: ({ id, name }) => {
      this.#settle(this.#locale.words.received.joined(name));
      if (this.withSwitch) makeCurrent(this, this.#provider.context, id);
    },
    declined: ({ name }) => this.#settle(this.#locale.words.decline.declined(name)),
  });

  /** Asks for the organizations and the invitations again. */
  async refresh(): Promise<void> {
    await Promise.all([this.#organizations.refetch(), this.#invitations.query.refetch()]);
  }

  /** Empties the search, closes the dialog and forgets what failed. */
  reset(): void {
    this.search = '';
    this.#invitations.answer.reset();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this.#locale;
    const skeleton = (): TemplateResult => listSkeleton(words.loading);
    return this.#provider.render({
      pending: skeleton,
      failed: (code, retry) => failureMessage(words, code, retry),
      ready: () =>
        this.#organizations.render({
          pending: skeleton,
          error: ({ code }) => failureMessage(words, code, () => this.refresh()),
          complete: (list) => this.#renderPage(list),
        }),
    });
  }

  #renderPage(list: OrganizationList): TemplateResult {
    return html`<div class="page">
        ${this.#renderMessages(list.items)} ${this.#invitations.render()}
        ${list.items.length > 0 ? this.#renderOrganizations(list) : this.#renderWelcome(list)}
        <slot name="footer"></slot>
      </div>
      ${this.#invitations.answer.render()}${this.#announce.render()}`;
  }

  #renderMessages(items: readonly OrganizationSummary[]): TemplateResult {
    const { words } = this.#locale;
    const { error, context } = this.#organizations;
    const refusal = context?.refusal;
    const failed = error ?? this.#invitations.query.error;
    const { answer } = this.#invitations;
    const name = items.find(({ id }) => id === refusal?.organizationId)?.name ?? this.#locale.term.one;
    return html`${
      refusal
        ? boxedMessage(
            switchRefusal(words.choosing, refusal.error.code, name),
            dismissButton(words.dismiss, () => context.dismissRefusal()),
          )
        : nothing
    }
    ${failed ? failureMessage(words, failed.code, () => this.refresh()) : nothing}
    ${
      answer.error
        ? boxedMessage(
            words.errors[answer.error.code],
            dismissButton(words.dismiss, () => answer.reset()),
          )
        : nothing
    }`;
  }

  #renderOrganizations(list: OrganizationList): TemplateResult {
    const { words, term, language } = this.#locale;
    const hasSearch = list.items.length >= SEARCH_FROM;
    const matching = hasSearch ? searchOrganizations(list.items, this.search) : list.items;
    const { context } = this.#organizations;
    const found = sortOrganizations(matching, context?.recent ?? [], language);
    return html`<section class="section" part="organizations" aria-label=${term.many}>
      ${
        hasSearch
          ? searchField({
              label: words.choosing.search(term),
              value: this.search,
              search: this.#filter,
            })
          : nothing
      }
      ${
        found.length > 0
          ? html`<ul>
              ${repeat(
                found,
                ({ id }) => id,
                (organization) => this.#renderOrganization(organization),
              )}
            </ul>`
          : html`<p class="nothing" part="empty">${words.choosing.noMatch(this.search.trim(), term)}</p>`
      }
      ${this.#canCreate(list) ? this.#renderCreate('row action', addIcon) : nothing}
    </section>`;
  }

  #renderOrganization(organization: OrganizationSummary): TemplateResult {
    const { id } = organization;
    return organizationItem({
      name: organization.name,
      hint: roleNames(organization.roles),
      picture: this.#picture(organization),
      current: id === this.#organizations.context?.organizationId ? this.#locale.words.finder.current : '',
      address: fillAddress(this.selectUrl, id),
      choose: (event) => this.#choose(event, organization),
    });
  }

  #renderWelcome(list: OrganizationList): TemplateResult {
    const { words, term } = this.#locale;
    const canCreate = this.#canCreate(list);
    return html`<slot name="empty"
      ><div class="welcome" part="empty">
        <span class="emblem" aria-hidden="true">${groupIcon}</span>
        <h2>${words.finder.welcome(term)}</h2>
        <p>${canCreate ? words.finder.createOrWait(term) : words.finder.wait(term)}</p>
        ${canCreate ? this.#renderCreate('button primary') : nothing}
      </div></slot
    >`;
  }

  #renderCreate(classes: string, icon?: TemplateResult): TemplateResult {
    const { words, term } = this.#locale;
    return createEntry({
      text: words.choosing.create(term),
      ...(icon && { icon }),
      classes,
      address: fillAddress(this.createUrl, ''),
      create: () => void emit(this, 'org-create-request', null),
    });
  }

  #canCreate({ canCreate }: OrganizationList): boolean {
    return this.withCreate && !this.readonly && canCreate;
  }

  #picture(organization: ReceivedInvitation['organization']): TemplateResult {
    return organizationPicture(organization, this.#scheme.dark);
  }

  #choose(event: MouseEvent, { id: organizationId, name }: OrganizationSummary): void {
    // Ctrl, Cmd or Shift and a click on a link: a new tab or window, and nothing changes here.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!makeCurrent(this, this.#provider.context, organizationId)) return event.preventDefault();
    this.#announce.say(this.#locale.words.choosing.switched(name));
    if (!fillAddress(this.selectUrl, organizationId)) emit(this, 'org-open-request', { organizationId });
  }

  /** The button that had the focus has gone with its invitation: the next one gets it. */
  #settle(text: string): void {
    this.#announce.say(text);
    void this.updateComplete.then(() =>
      this.renderRoot
        .querySelector<HTMLElement>('[part="join"], .row:is(a, button), [part="create"]')
        ?.focus(),
    );
  }

  readonly #filter = (text: string): void => {
    this.search = text;
    const count = searchOrganizations(this.#organizations.data?.items ?? [], text).length;
    const { words, term } = this.#locale;
    this.#announce.say(
      count > 0 ? words.choosing.found(count, term) : words.choosing.noMatch(text.trim(), term),
    );
  };
}
