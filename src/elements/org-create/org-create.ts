import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { OrganizationInput, OrganizationSummary } from '../../contract/organization.js';
import { ActionController } from '../../controllers/action-controller.js';
import { AnnounceController } from '../../controllers/announce-controller.js';
import { closestComposed } from '../../controllers/closest-composed.js';
import { DialogController } from '../../controllers/dialog-controller.js';
import { FormController } from '../../controllers/form-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { ProviderController } from '../../controllers/provider-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { emit } from '../../events.js';
import { create } from '../../locales/en/create.js';
import { form } from '../../locales/en/form.js';
import type { OrgError } from '../../org-error.js';
import { createOrganization } from '../../store/changes/organizations.js';
import { organizations } from '../../store/queries/organizations.js';
import { buttons } from '../../styles/buttons.styles.js';
import { controls } from '../../styles/controls.styles.js';
import { dialogs } from '../../styles/dialog.styles.js';
import { fields } from '../../styles/fields.styles.js';
import { forms } from '../../styles/forms.styles.js';
import { messages } from '../../styles/message.styles.js';
import type { CustomField } from '../parts/custom-fields.js';
import { dialogFrame } from '../parts/dialog.js';
import type { UploadLogo } from '../parts/logo-field.js';
import { LogoUpload } from '../parts/logo-upload.js';
import { boxedMessage, notice, retryButton } from '../parts/message.js';
import {
  emptyDraft,
  judgeByBackend,
  judgeDraft,
  organizationFields,
  toInput,
  type OrganizationDraft,
} from '../parts/organization-fields.js';
import { styles } from './org-create.styles.js';

/**
 * Creates an organization: name, description, logos, and fields of the host's own. The person becomes its first member,
 * with the roles that the backend gives to creators, and it becomes the current organization, with a token that knows
 * of it, without a reload.
 *
 * As a form on the page, or with the attribute `dialog` as a dialog, which also answers "Create organization" of the
 * switcher and the other elements of the same provider. Where the backend lets nobody create one, or no more, it says
 * so. What was typed stays until it is created: also when that fails, and when the dialog is closed.
 *
 * What the page puts into the slot `next`, such as `<org-invite>`, is shown after it was created.
 *
 * @fires {CustomEvent<OrgBeforeDetail<OrganizationInput>>} org-before-organization-create - It is about to be created. Cancelable, and a listener may delay it.
 * @fires {CustomEvent<OrganizationSummary>} org-organization-create - It was created.
 * @fires {CustomEvent<OrgChangeDetail>} org-change - It becomes the current one. Cancelable: after `preventDefault()` the provider stays where it is.
 * @fires {CustomEvent<OrgError>} org-error - Something failed; the element shows it already.
 *
 * @slot next - What comes after: shown once an organization was created, with a button that ends it.
 *
 * @csspart form - The form.
 * @csspart dialog - The dialog, with `dialog`.
 * @csspart dialog-close - The button that closes the dialog.
 * @csspart field - A label with its field.
 * @csspart input - A text field.
 * @csspart logo-field - The field of a logo with its preview.
 * @csspart logo-preview - How the logo looks.
 * @csspart file - The choice of a file.
 * @csspart submit - The button that creates it.
 * @csspart cancel - The button that closes the dialog without creating one.
 * @csspart done - The button after the slot `next`.
 * @csspart message - A message about something that failed.
 * @csspart notice - A message about something that is so.
 * @csspart retry - The button that tries again.
 *
 * @cssproperty [--org-color-accent] - The main button.
 * @cssproperty [--org-color-danger] - What is not taken.
 * @cssproperty [--org-color-surface=Canvas] - Background of fields and the dialog.
 * @cssproperty [--org-color-border] - Lines around fields.
 * @cssproperty [--org-radius=0.5rem] - Rounding of the corners.
 * @cssproperty [--org-space=0.5rem] - The unit of all distances.
 */
export class OrgCreate extends LitElement {
  static override styles = [controls, buttons, fields, messages, dialogs, forms, styles];

  /** Shows a dialog instead of a form on the page. */
  @property({ type: Boolean, reflect: true }) dialog = false;

  /** Whether the dialog is open. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** Lets nothing be created: the form is there to be seen. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** Fields of the host's own, for keys of custom data that its backend allows. */
  @property({ attribute: false }) customFields: readonly CustomField[] = [];

  /** Puts a file of a logo where the page keeps such things, and resolves to its https address. */
  @property({ attribute: false }) upload: UploadLogo | undefined;

  @state() private created: OrganizationSummary | undefined;

  readonly #provider = new ProviderController(this);
  readonly #locale = new LocaleController(this, { create, form });
  readonly #announce = new AnnounceController(this);
  readonly #organizations = new QueryController(this, () => organizations());
  readonly #form = new FormController<OrganizationDraft>(this, emptyDraft);
  readonly #create = new ActionController(
    this,
    'org-before-organization-create',
    ({ store }, input: OrganizationInput) => store.run(createOrganization(input)),
  );
  readonly #upload = new LogoUpload(
    this,
    () => this.upload,
    (name, address, error) => {
      if (address !== undefined) this.#form.set(name, address);
      if (!error) return;
      this.#form.judge({ ...this.#form.errors, [name]: this.#locale.words.form.uploadFailed });
      emit(this, 'org-error', error);
    },
  );
  readonly #dialog = new DialogController<true>(this, {
    dialog: () => this.renderRoot.querySelector('dialog'),
    mayClose: () => !this.#create.busy,
    closed: () => {
      this.open = false;
      this.#leave();
    },
  });
  #scope: Element | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#scope = closestComposed(this, 'org-provider');
    this.#scope?.addEventListener('org-create-request', this.#answer);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#scope?.removeEventListener('org-create-request', this.#answer);
  }

  protected override willUpdate(): void {
    const isWanted = this.dialog && this.open;
    if (isWanted && this.#dialog.subject === undefined) this.#dialog.open(true);
    else if (!isWanted) this.#dialog.close();
  }

  /** Asks again whether the person may create one. */
  async refresh(): Promise<void> {
    await this.#organizations.refetch();
  }

  /** Forgets what was typed. */
  reset(): void {
    this.#form.reset();
    this.#create.reset();
    this.created = undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this.#locale;
    return this.#provider.render({
      pending: () => nothing,
      failed: (code, retry) =>
        this.dialog
          ? nothing
          : boxedMessage(words.errors[code], retry ? retryButton(words.retry, retry) : nothing),
      ready: () => html`${this.dialog ? this.#renderDialog() : this.#renderForm()}${this.#announce.render()}`,
    });
  }

  #renderForm(): TemplateResult {
    if (this.created) return this.#renderNext();
    return html`<form class="form" part="form" novalidate @submit=${this.#submit}>
      ${this.#renderFields()}
      <div class="buttons">${this.#renderSubmit()}</div>
    </form>`;
  }

  #renderDialog(): TemplateResult {
    const { words, term } = this.#locale;
    const { created } = this;
    return dialogFrame({
      controller: this.#dialog,
      id: 'create',
      title: created ? words.create.created(created.name) : words.create.title(term),
      closeLabel: words.close,
      submit: () => void this.#run(),
      content: created ? html`<slot name="next"></slot>` : this.#renderFields(),
      actions: created
        ? html`<button type="button" class="button primary" part="done" @click=${this.#dialog.close}>
            ${words.create.done}
          </button>`
        : html`<button type="button" class="button" part="cancel" @click=${this.#dialog.leave}>
              ${words.cancel}
            </button>
            ${this.#renderSubmit()}`,
    });
  }

  #renderFields(): TemplateResult {
    const { words } = this.#locale;
    const { error } = this.#create;
    const reason = error ? this.#explain(error) : undefined;
    return html`${this.#mayCreate ? nothing : notice(this.#whyNot)}
    ${organizationFields({
      form: this.#form,
      locale: this.#locale,
      nameHint: words.create.nameHint,
      customFields: this.customFields,
      upload: this.upload && this.#upload,
      isReadonly: this.readonly || !this.#mayCreate,
    })}
    ${reason === undefined ? nothing : boxedMessage(reason)}`;
  }

  #renderSubmit(): TemplateResult {
    const { words, term } = this.#locale;
    const isOff = this.readonly || !this.#mayCreate || this.#upload.busy !== undefined;
    return html`<button
      type="submit"
      class="button primary"
      part="submit"
      ?disabled=${isOff}
      aria-busy=${this.#create.busy}
      aria-disabled=${this.#create.busy}
    >
      ${words.create.submit(term)}
    </button>`;
  }

  #renderNext(): TemplateResult {
    const { words } = this.#locale;
    return html`<div class="done">
      <p dir="auto">${words.create.created(this.created?.name ?? '')}</p>
      <slot name="next"></slot>
      <div class="buttons">
        <button type="button" class="button primary" part="done" @click=${this.#leave}>
          ${words.create.done}
        </button>
      </div>
    </div>`;
  }

  /** Until it is known otherwise: the backend decides again. */
  get #mayCreate(): boolean {
    return this.#organizations.data?.canCreate ?? true;
  }

  get #whyNot(): string {
    const { words, term } = this.#locale;
    const isFull = this.#organizations.data?.createBlocked === 'limit_reached';
    return isFull ? words.create.capReached(term, undefined) : words.create.notAllowed(term);
  }

  #explain(error: OrgError): string {
    const { words, term } = this.#locale;
    if (error.code !== 'forbidden') return words.errors[error.code];
    const { reason, maximum } = error.details ?? {};
    if (reason !== 'limit_reached') return words.create.notAllowed(term);
    return words.create.capReached(term, typeof maximum === 'number' ? maximum : undefined);
  }

  readonly #answer = (event: Event): void => {
    if (!this.dialog || event.defaultPrevented) return;
    this.open = true;
  };

  readonly #leave = (): void => {
    this.created = undefined;
  };

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#run();
  };

  async #run(): Promise<void> {
    const { words } = this.#locale;
    if (this.readonly || !this.#mayCreate || this.#create.busy || this.#upload.busy) return;
    if (!judgeDraft(this.#form, words, this.customFields)) return this.#focusError();
    const made = await this.#create.run(toInput(this.#form.values));
    if (!made) {
      judgeByBackend(this.#form, this.#create.error, words);
      return this.#focusError();
    }
    this.#form.reset();
    this.#announce.say(words.create.created(made.name));
    this.#finish(made);
  }

  #finish(made: OrganizationSummary): void {
    const previousOrganizationId = this.#provider.context?.organizationId ?? null;
    emit(this, 'org-organization-create', made);
    emit(this, 'org-change', { organizationId: made.id, previousOrganizationId }, { cancelable: true });
    const hasNext = this.querySelector(':scope > [slot="next"]') !== null;
    if (hasNext) this.created = made;
    else this.open = false;
  }

  /** What is wrong is said where it is, and that is where a person goes on. */
  async #focusError(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }
}
