import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AnnounceController } from '../../controllers/announce-controller.js';
import { CapabilitiesController } from '../../controllers/capabilities-controller.js';
import { DialogController } from '../../controllers/dialog-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { ProviderController } from '../../controllers/provider-controller.js';
import { copying } from '../../locales/en/copying.js';
import { invite } from '../../locales/en/invite.js';
import { lists } from '../../locales/en/lists.js';
import { roles } from '../../locales/en/roles.js';
import type { OrgErrorCode } from '../../org-error.js';
import { buttons } from '../../styles/buttons.styles.js';
import { chips } from '../../styles/chips.styles.js';
import { controls } from '../../styles/controls.styles.js';
import { dialogs } from '../../styles/dialog.styles.js';
import { fields } from '../../styles/fields.styles.js';
import { messages } from '../../styles/message.styles.js';
import { popup } from '../../styles/popup.styles.js';
import { confirmDialog } from '../parts/confirm-dialog.js';
import { dialogFrame } from '../parts/dialog.js';
import { addIcon } from '../parts/icon.js';
import { dismissButton } from '../parts/dismiss-button.js';
import { boxedMessage, notice, retryButton } from '../parts/message.js';
import { InviteForm } from './invite-form.js';
import type { Delivery } from './invite-settings.js';
import { styles } from './org-invite.styles.js';

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
 * @csspart skeleton - What takes the form's place while it is loading.
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
  static override styles = [controls, buttons, fields, chips, dialogs, messages, popup, styles];

  /** Shows a button that opens the form in a dialog, in place of the form. */
  @property({ type: Boolean, reflect: true }) dialog = false;

  /** Whether the dialog is open. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** Offers nothing: the element renders nothing. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** What is chosen at first: `mail` sends one to each, `link` only makes the links. */
  @property() delivery: Delivery = 'mail';

  /** Language tags that the mail may have, with spaces between them, such as `en de`. Without it there is no choice. */
  @property() languages = '';

  /** Language of the mail that is chosen at first; without it, it is left to Logto. */
  @property({ attribute: 'mail-language' }) mailLanguage: string | undefined;

  /** Numbers of days that an invitation may be valid for, with spaces between them. Empty: there is no choice. */
  @property() lifetimes = '1 7 14 30';

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
  /** Before the other: where both close, this one gives the focus back to it, and it to what had it at first. */
  readonly #discard = new DialogController<number>(this, {
    dialog: () => this.renderRoot.querySelector<HTMLDialogElement>('#discard'),
  });
  readonly #dialog = new DialogController<true>(this, {
    dialog: () => this.renderRoot.querySelector<HTMLDialogElement>('#invite'),
    mayClose: () => this.#mayClose(),
    closed: () => this.#close(),
  });
  readonly #form = new InviteForm(this, {
    locale: this.#locale,
    capabilities: this.#capabilities,
    announcer: this.#announcer,
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
    if (!changes.has('open')) return;
    if (this.open && this.dialog) this.#dialog.open(true);
    else this.#dialog.close();
  }

  /** Asks again for what the form shows of roles, members and invitations. */
  async refresh(): Promise<void> {
    await Promise.all([this.#capabilities.query.refetch(), this.#form.refresh()]);
  }

  /** Empties the form, without asking. */
  reset(): void {
    this.#form.reset();
  }

  /** Takes addresses into the field as if they were pasted. */
  async add(text: string): Promise<void> {
    await this.#form.commit(text);
  }

  protected override render(): TemplateResult | typeof nothing {
    const pending = (): TemplateResult | typeof nothing => (this.dialog ? nothing : this.#renderSkeleton());
    const { words } = this.#locale;
    return this.#provider.render({
      pending,
      failed: (code, retry) => this.#renderFailure(code, retry),
      ready: () =>
        this.#capabilities.query.render({
          pending,
          error: ({ code }) => this.#renderFailure(code, () => this.refresh()),
          complete: () =>
            html`${
              this.#capabilities.changed
                ? notice(words.permissionsChanged, dismissButton(words.dismiss, this.#capabilities.dismiss))
                : nothing
            }${this.#isOffered ? this.#renderOffer() : nothing}${this.#announcer.render()}`,
        }),
      without: () => nothing,
    });
  }

  get #isOffered(): boolean {
    return !this.readonly && this.#capabilities.can('invite-members');
  }

  #renderOffer(): TemplateResult {
    const { words } = this.#locale;
    if (!this.dialog) {
      return html`<form class="form" part="form" aria-label=${words.invite.invite} @submit=${this.#submit}>
        ${this.#form.render()}
        <div class="actions">${this.#form.renderActions()}</div>
      </form>`;
    }
    return html`<button
        type="button"
        class="button primary"
        part="trigger"
        aria-haspopup="dialog"
        @click=${this.#show}
      >
        <slot name="trigger">${addIcon}${words.invite.invite}</slot>
      </button>
      ${dialogFrame({
        controller: this.#dialog,
        id: 'invite',
        title: words.invite.invite,
        content: this.#form.render(),
        actions: this.#form.renderActions(),
        closeLabel: words.close,
        submit: () => void this.#form.send(),
        isWide: true,
      })}
      ${confirmDialog({
        controller: this.#discard,
        id: 'discard',
        words,
        title: words.invite.discard(this.#discard.subject ?? 1),
        content: html`<p>${words.invite.discardMeans}</p>`,
        confirm: words.invite.discardConfirm,
        isBusy: false,
        error: undefined,
        isDangerous: true,
        act: this.#throwAway,
      })}`;
  }

  #renderSkeleton(): TemplateResult {
    return html`<div class="skeleton" part="skeleton" role="status">
      <span></span><span></span><span class="spoken">${this.#locale.words.loading}</span>
    </div>`;
  }

  #renderFailure(code: OrgErrorCode, retry?: () => void): TemplateResult {
    const { errors, retry: label } = this.#locale.words;
    return boxedMessage(errors[code], retry ? retryButton(label, retry) : nothing);
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#form.send();
  };

  readonly #show = (): void => {
    this.open = true;
  };

  /** While it sends it stays; with addresses that have not been sent it asks. */
  #mayClose(): boolean {
    if (this.#form.busy) return false;
    const { unsent } = this.#form;
    if (unsent > 0) this.#discard.open(unsent);
    return unsent === 0;
  }

  #close(): void {
    this.open = false;
    this.#form.forgetResults();
  }

  readonly #throwAway = (): void => {
    this.#form.discard();
    this.#discard.close();
    this.#dialog.close();
  };

  readonly #beforeUnload = (event: BeforeUnloadEvent): void => {
    if (this.#form.hasUnsent) event.preventDefault();
  };
}
