import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AnnounceController } from '../../controllers/announce-controller.js';
import { CapabilitiesController } from '../../controllers/capabilities-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { OnDemandController } from '../../controllers/on-demand-controller.js';
import { ProviderController } from '../../controllers/provider-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { copying } from '../../locales/en/copying.js';
import { invite } from '../../locales/en/invite.js';
import { lists } from '../../locales/en/lists.js';
import { roles } from '../../locales/en/roles.js';
import { OrgError, type OrgErrorCode } from '../../org-error.js';
import { roles as rolesQuery } from '../../store/queries/roles.js';
import { buttons } from '../../styles/buttons.styles.js';
import { controls } from '../../styles/controls.styles.js';
import { messages } from '../../styles/message.styles.js';
import { skeletons } from '../../styles/skeleton.styles.js';
import { addIcon } from '../parts/icon.js';
import { failureMessage } from '../parts/message.js';
import { permissionsNotice } from '../parts/permissions-notice.js';
import type { Delivery } from './invite-settings.js';
import { frameStyles } from './org-invite-frame.styles.js';

/**
 * Invites people to the current organization: one field for many addresses, typed, or pasted from a mail client or a
 * spreadsheet. What speaks against an address is said before it is sent, and what could not be sent stays in the form
 * with its reason. Renders nothing for who may not invite.
 *
 * With `dialog` it is a button that opens the form in a dialog. Leaving the page or the dialog with addresses that have
 * not been sent asks first; the addresses belong to an organization, and wait for it when another becomes current.
 *
 * @fires {CustomEvent<OrgBeforeDetail<InviteInput>>} org-before-invitation-send - Invitations are about to be sent. Cancelable, and a listener may delay it.
 * @fires {CustomEvent<OrgInvitationSendDetail>} org-invitation-send - They were sent: a result for each address.
 * @fires {CustomEvent<OrgError>} org-error - Something failed; the element shows it already.
 *
 * @slot trigger - Replaces the text of the button that opens the dialog.
 *
 * @csspart trigger - The button that opens the dialog.
 * @csspart dialog - The dialog.
 * @csspart dialog-close - The button that closes a dialog.
 * @csspart form - The form.
 * @csspart addresses - The field with its label and its hint.
 * @csspart field - The box with the chips and the input.
 * @csspart input - Where addresses are typed.
 * @csspart chip - An address.
 * @csspart remove - The button on a chip that removes it.
 * @csspart hopeless - What says that some can't be invited.
 * @csspart remove-hopeless - The button that removes all of these.
 * @csspart roles - The button that opens the choice of roles.
 * @csspart choice - A choice of how invitations are sent.
 * @csspart popup - The choice of roles.
 * @csspart role-checklist - The list of roles in it.
 * @csspart role-choice - One role in that list.
 * @csspart same-roles - The button that takes an address's own roles away.
 * @csspart send - The button that sends.
 * @csspart cancel - The button that leaves a dialog.
 * @csspart confirm - The button that confirms.
 * @csspart progress - What tells how far the sending is.
 * @csspart stop - The button that stops it.
 * @csspart results - Who has been invited.
 * @csspart result - One of them.
 * @csspart copy - The button that copies a link.
 * @csspart copy-all - The button that copies all links.
 * @csspart copy-by-hand - A link that the browser did not let be copied.
 * @csspart skeleton - What takes the place of the form, or of the button, while it is loading.
 * @csspart message - A message about something that failed.
 * @csspart notice - What says that permissions have changed.
 * @csspart dismiss - The button that takes a message away.
 * @csspart retry - The button that tries again.
 *
 * @cssproperty [--org-color-text=CanvasText] - Text in the dialog and the popup.
 * @cssproperty [--org-color-muted] - Hints and icons.
 * @cssproperty [--org-color-surface=Canvas] - Background of fields, the dialog and the popup.
 * @cssproperty [--org-color-border] - Lines.
 * @cssproperty [--org-color-hover] - Background under the pointer.
 * @cssproperty [--org-color-accent] - The main button and the progress.
 * @cssproperty [--org-color-on-accent] - Text on the accent colour.
 * @cssproperty [--org-color-danger] - What can't be invited.
 * @cssproperty [--org-color-focus] - The ring around what has the keyboard's focus.
 * @cssproperty [--org-radius=0.5rem] - Rounding of the corners.
 * @cssproperty [--org-space=0.5rem] - The unit of all distances.
 * @cssproperty [--org-control-size=max(2.75rem, 2.75em)] - Height of large controls.
 * @cssproperty [--org-shadow] - Shadow of the dialog and the popup.
 * @cssproperty [--org-duration=120ms] - How long they take to appear.
 */
export class OrgInvite extends LitElement {
  static override styles = [controls, buttons, messages, skeletons, frameStyles];

  /** Shows a button that opens the form in a dialog, in place of the form. */
  @property({ type: Boolean, reflect: true }) dialog = false;

  /** Whether the dialog is open. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** Offers nothing: the element renders nothing. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** What is chosen at first: `mail` sends one to each, `link` only makes the links. */
  @property({ useDefault: true }) delivery: Delivery = 'mail';

  /** Language tags that the mail may have, with spaces between them, such as `en de`. Without it there is no choice. */
  @property() languages = '';

  /** Language of the mail that is chosen at first; without it, it is left to Logto. */
  @property({ attribute: 'mail-language' }) mailLanguage: string | undefined;

  /** Numbers of days that an invitation may be valid for, with spaces between them. Empty: there is no choice. */
  @property({ useDefault: true }) lifetimes = '1 7 14 30';

  /** Ids or names of the roles that are chosen at first, with spaces between them. */
  @property({ attribute: 'default-roles' }) defaultRoles = '';

  /** What people read in place of roles' names, by id or name. */
  @property({ attribute: false }) roleNames: Readonly<Record<string, string>> | null = null;

  /** Ids or names of the roles that come first, in this order. */
  @property({ attribute: false }) roleOrder: readonly string[] | null = null;

  readonly #provider = new ProviderController(this);
  readonly #locale = new LocaleController(this, { invite, copying, lists, roles });
  readonly #capabilities = new CapabilitiesController(this);
  readonly #announcer = new AnnounceController(this);
  readonly #roles = new QueryController(
    this,
    // Beside the capabilities, not after them.
    ({ organizationId }) => organizationId !== null && !this.readonly && rolesQuery(organizationId),
  );
  readonly #body = new OnDemandController(this, async () => {
    const { InviteBody } = await import('./invite-body.js');
    // An element that is not on the page yet has nothing to add it to.
    await this.updateComplete;
    return new InviteBody(this, {
      locale: this.#locale,
      capabilities: this.#capabilities,
      announcer: this.#announcer,
      roles: this.#roles,
    });
  });

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeunload', this.#beforeUnload);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeunload', this.#beforeUnload);
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('open')) this.#body.part?.follow();
    const isSeen = this.open || !this.dialog;
    if (
      isSeen &&
      !this.readonly &&
      (['open', 'dialog', 'readonly'] as const).some((name) => changes.has(name))
    ) {
      void this.#body.load();
    }
  }

  /** Asks again for what the form shows of roles, members and invitations. */
  async refresh(): Promise<void> {
    await Promise.all([this.#capabilities.query.refetch(), this.#body.part?.form.refresh()]);
  }

  /** Empties the form, without asking. */
  reset(): void {
    this.#body.part?.form.reset();
  }

  /** Takes addresses into the field as if they were pasted. */
  async add(text: string): Promise<void> {
    const body = await this.#body.load();
    if (!body) throw new OrgError('network', 'The form could not be loaded.');
    await body.form.commit(text);
  }

  protected override render(): TemplateResult | typeof nothing {
    const pending = (): TemplateResult =>
      this.dialog ? this.#renderButtonSkeleton() : this.#renderSkeleton();
    return this.#provider.render({
      pending,
      failed: (code, retry) => this.#renderFailure(code, retry),
      ready: () =>
        this.#capabilities.query.render({
          pending,
          error: ({ code }) => this.#renderFailure(code, () => this.refresh()),
          complete: () =>
            html`${permissionsNotice(this.#locale.words, this.#capabilities)}${this.#isOffered ? this.#renderOffer() : nothing}${this.#isWithin ? nothing : this.#announcer.render()}`,
        }),
      without: () => nothing,
    });
  }

  get #isOffered(): boolean {
    return !this.readonly && this.#capabilities.can('invite-members');
  }

  /** The dialog is open. Nothing is heard of what is said outside of it. */
  get #isWithin(): boolean {
    return this.dialog && this.open && this.#isOffered && this.#body.part !== undefined;
  }

  #renderOffer(): TemplateResult {
    const { words } = this.#locale;
    const { part: body, failed } = this.#body;
    const failure = failed ? this.#renderFailure('network', () => void this.#body.load()) : nothing;
    if (!this.dialog) return html`${failed ? failure : (body?.render() ?? this.#renderSkeleton())}`;
    return html`<button
        type="button"
        class="button primary"
        part="trigger"
        aria-haspopup="dialog"
        @pointerenter=${this.#body.load}
        @focus=${this.#body.load}
        @click=${this.#show}
      >
        <slot name="trigger">${addIcon}${words.invite.invite}</slot></button
      >${this.open ? failure : nothing}${body?.render()}`;
  }

  #renderSkeleton(): TemplateResult {
    const { words } = this.#locale;
    const choice = (size = ''): TemplateResult =>
      html`<div><span class="bar short"></span><span class="bar ${size}"></span></div>`;
    return html`<div class="form skeleton" part="skeleton" role="status">
      <div>
        <span class="bar short"></span><span class="bar addresses"></span
        ><span class="hint">${words.invite.hint}</span>
      </div>
      <div class="settings">
        ${choice('tall')}${choice()}${this.languages && this.delivery === 'mail' ? choice() : nothing}
        ${this.lifetimes ? choice() : nothing}
      </div>
      <span class="bar tall"></span><span class="spoken">${words.loading}</span>
    </div>`;
  }

  /** The space is for the line that it stands on: a button's. */
  #renderButtonSkeleton(): TemplateResult {
    return html`<div class="button skeleton" part="skeleton" role="status">
      &nbsp;<span class="spoken">${this.#locale.words.loading}</span>
    </div>`;
  }

  #renderFailure(code: OrgErrorCode, retry?: () => void): TemplateResult {
    return failureMessage(this.#locale.words, code, retry);
  }

  readonly #show = (): void => {
    this.open = true;
    void this.#body.load();
  };

  readonly #beforeUnload = (event: BeforeUnloadEvent): void => {
    if (this.#body.part?.form.hasUnsent) event.preventDefault();
  };
}
