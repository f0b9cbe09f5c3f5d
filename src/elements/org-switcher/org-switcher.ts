import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { OrganizationSummary } from '../../contract/organization.js';
import { ColorSchemeController } from '../../controllers/color-scheme-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import type { Placement } from '../../controllers/place-popup.js';
import { ProviderController } from '../../controllers/provider-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { switcher } from '../../locales/en/switcher.js';
import type { OrgErrorCode } from '../../org-error.js';
import { organization, organizations } from '../../store/queries/organizations.js';
import { receivedInvitations } from '../../store/queries/received-invitations.js';
import { controls } from '../../styles/controls.styles.js';
import { labels } from '../../styles/label.styles.js';
import { skeletons } from '../../styles/skeleton.styles.js';
import { avatarStyles } from '../parts/avatar.styles.js';
import { avatar, personAvatar } from '../parts/avatar.js';
import { retryButton } from '../parts/message.js';
import { styles } from './org-switcher.styles.js';
import type { SwitcherPanel } from './switcher-panel.js';
import { switcherFailure, switcherSkeleton, switcherTrigger } from './switcher-trigger.js';

type Pictured = Pick<OrganizationSummary, 'id' | 'name' | 'logoUrl' | 'darkLogoUrl'>;

/**
 * Shows the current organization and switches to another: a button that opens a panel with the person's
 * organizations, the pending invitations, and what the page adds to it.
 *
 * It must be inside an `<org-provider>`, which obeys `org-change`. From seven organizations on there is a search
 * field. Words are in the language of the nearest `lang` (import `orgkit/locales/de` and so on); `data-org-term` on it
 * or around it says what an organization is called: `organization`, `workspace`, `team` or `company`.
 *
 * The button has a fixed width, 15rem or the `width` that the page sets, so that nothing on the page moves.
 *
 * @fires {CustomEvent<OrgChangeDetail>} org-change - Another organization was chosen. Cancelable: after `preventDefault()` the provider stays where it is, and a link is not followed.
 * @fires {CustomEvent<null>} org-create-request - "Create organization" was chosen and there is no `create-url`.
 * @fires {CustomEvent<{ organizationId: string }>} org-manage-request - "Manage organization" was chosen and there is no `manage-url`.
 * @fires {CustomEvent<OrgBeforeDetail<ReceivedInvitation>>} org-before-invitation-accept - The person wants to join. Cancelable, and a listener may delay it.
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
 * @csspart dismiss - The button that takes a message away.
 * @csspart retry - The button that tries again.
 *
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
 * @cssproperty [--org-control-size=max(2.75rem, 2.75em)] - Height of the button and the search field.
 * @cssproperty [--org-shadow] - Shadow of the panel.
 */
export class OrgSwitcher extends LitElement {
  static override styles = [controls, avatarStyles, labels, skeletons, styles];

  /** Whether the panel is open. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** Shows the current organization without a way to switch. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  /** Shows the logo alone, for a narrow header. The name stays for screen readers. */
  @property({ type: Boolean, reflect: true }) compact = false;

  /** Adds the entry that creates an organization, for who may. */
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

  @state() private hasFailed = false;

  readonly #provider = new ProviderController(this);
  readonly #locale = new LocaleController(this, { switcher });
  readonly #scheme = new ColorSchemeController(this);
  readonly #organizations = new QueryController(this, () => organizations());
  /** What an operator has opened is in no list of theirs. */
  readonly #foreign = new QueryController(this, ({ operating }) => operating && organization(operating));
  readonly #invitations = new QueryController(this, () => !this.withoutInvitations && receivedInvitations());
  #panel: SwitcherPanel | undefined;
  #loading: Promise<void> | undefined;

  protected override updated(changes: PropertyValues<this>): void {
    if (this.open || this.#organizations.context?.refusal) this.#loadPanel();
    this.#panel?.follow(changes.has('open'));
  }

  /** Asks for the organizations and the invitations again. */
  async refresh(): Promise<void> {
    await Promise.all([this.#organizations.refetch(), this.#invitations.refetch()]);
  }

  protected override render(): TemplateResult | typeof nothing {
    const skeleton = (): TemplateResult => switcherSkeleton(this.#locale.words.loading);
    return this.#provider.render({
      pending: skeleton,
      failed: (code, retry) => this.#renderFailure(code, retry),
      ready: () =>
        this.hasFailed
          ? this.#renderFailure('network', this.#openPanel)
          : this.#organizations.render({
              pending: skeleton,
              error: ({ code }) => this.#renderFailure(code, () => this.refresh()),
              complete: ({ items }) => this.#renderSwitcher(items),
            }),
    });
  }

  #renderSwitcher(organizations: readonly OrganizationSummary[]): TemplateResult {
    const { words, term } = this.#locale;
    const organizationId = this.#organizations.context?.organizationId;
    const current = organizations.find(({ id }) => id === organizationId) ?? this.#foreign.data;
    return html`${switcherTrigger({
      locale: this.#locale,
      current,
      placeholder:
        organizationId || !this.withPersonal ? words.switcher.choose(term) : words.switcher.personal,
      picture: current ? this.#picture(current) : personAvatar,
      pending: this.#invitations.data?.items.length ?? 0,
      isOpen: this.open,
      isDisabled: this.disabled,
      prepare: () => this.#loadPanel(),
      open: this.#panel ? undefined : this.#openPanel,
    })}${this.#panel?.render(organizations)}`;
  }

  #renderFailure(code: OrgErrorCode, retry?: () => void): TemplateResult {
    const { errors, retry: label } = this.#locale.words;
    return switcherFailure(errors[code], retry ? retryButton(label, retry) : nothing);
  }

  #picture({ id, name, logoUrl, darkLogoUrl }: Pictured): TemplateResult {
    return avatar(id, name, darkLogoUrl && this.#scheme.dark ? darkLogoUrl : logoUrl);
  }

  /** The panel's code comes when somebody is about to open it: most visits go without. */
  #loadPanel(): void {
    this.#loading ??= import('./switcher-panel.js').then(
      ({ SwitcherPanel }) => {
        this.#panel = new SwitcherPanel(this, {
          organizations: this.#organizations,
          invitations: this.#invitations,
          pictureOf: (organization) => this.#picture(organization),
        });
        this.requestUpdate();
      },
      () => {
        this.#loading = undefined;
        this.hasFailed = this.open;
        this.open = false;
      },
    );
  }

  readonly #openPanel = (): void => {
    this.hasFailed = false;
    this.open = true;
  };
}
