import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { OrganizationSummary } from '../../contract/organization.js';
import { AnnounceController } from '../../controllers/announce-controller.js';
import { DialogController } from '../../controllers/dialog-controller.js';
import { FocusController } from '../../controllers/focus-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { OnDemandController } from '../../controllers/on-demand-controller.js';
import { ProviderController } from '../../controllers/provider-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { RequestController } from '../../controllers/request-controller.js';
import { emit } from '../../events.js';
import { create } from '../../locales/en/create.js';
import { organizations } from '../../store/queries/organizations.js';
import { buttons } from '../../styles/buttons.styles.js';
import { controls } from '../../styles/controls.styles.js';
import { dialogs } from '../../styles/dialog.styles.js';
import { formSkeletons } from '../../styles/form-skeleton.styles.js';
import { messages } from '../../styles/message.styles.js';
import type { CustomField } from '../parts/custom-fields.js';
import { dialogFrame } from '../parts/dialog.js';
import { fieldsSkeleton } from '../parts/fields-skeleton.js';
import type { UploadLogo } from '../parts/logo-field.js';
import { failureMessage, notice } from '../parts/message.js';
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
 * @csspart skeleton - What is shown before the form is there.
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
  static override styles = [controls, buttons, messages, dialogs, formSkeletons, styles];

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
  readonly #locale = new LocaleController(this, { create });
  readonly #announce = new AnnounceController(this);
  readonly #organizations = new QueryController(this, () => organizations());
  readonly #form = new OnDemandController(this, async () => {
    const { CreateForm } = await import('./create-form.js');
    return new CreateForm(this, () => this.#mayCreate);
  });
  readonly #dialog: DialogController<true> = new DialogController<true>(this, {
    dialog: () => this.renderRoot.querySelector('dialog'),
    mayClose: () => this.#form.part?.isBusy !== true,
    closed: () => {
      this.open = false;
      this.#leave();
    },
  });

  constructor() {
    super();
    new FocusController(this, '#name');
    new RequestController(this, 'org-create-request', () => (this.open = true));
  }

  protected override willUpdate(): void {
    // Not before there is something to put the focus on.
    const isThere = this.#form.part !== undefined || this.#form.failed;
    const isWanted = this.dialog && this.open && isThere;
    if (isWanted && this.#dialog.subject === undefined) this.#dialog.open(true);
    else if (!isWanted) this.#dialog.close();
  }

  protected override updated(): void {
    const isSeen = this.open || !this.dialog;
    if (isSeen && this.#provider.context?.store && !this.#form.failed) void this.#form.load();
  }

  /** Asks again whether the person may create one. */
  async refresh(): Promise<void> {
    await this.#organizations.refetch();
  }

  /** Forgets what was typed. */
  reset(): void {
    this.#form.part?.reset();
    this.created = undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.#provider.render({
      pending: () => this.#renderSkeleton(),
      failed: (code, retry) => (this.dialog ? nothing : failureMessage(this.#locale.words, code, retry)),
      ready: () => html`${this.dialog ? this.#renderDialog() : this.#renderForm()}${this.#announce.render()}`,
    });
  }

  /** As tall as the form; a dialog opens when it is there. */
  #renderSkeleton(): TemplateResult | typeof nothing {
    if (this.dialog) return nothing;
    return fieldsSkeleton(this.#locale.words.loading, 6);
  }

  #renderForm(): TemplateResult | typeof nothing {
    if (this.created) return this.#renderNext(this.created);
    if (!this.#form.part && !this.#form.failed) return this.#renderSkeleton();
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
      content: created ? this.#renderNextSlot(created) : this.#renderFields(),
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
    const { part, failed, load } = this.#form;
    return html`${this.#mayCreate ? nothing : notice(this.#whyNot)}
    ${failed ? failureMessage(words, 'network', load) : part?.render()}`;
  }

  #renderSubmit(): TemplateResult {
    const { words, term } = this.#locale;
    const { part } = this.#form;
    const isBusy = part?.isBusy === true;
    const isOff = !part || this.readonly || !this.#mayCreate || part.isUploading || isBusy;
    return html`<button
      type="submit"
      class="button primary"
      part="submit"
      aria-busy=${isBusy}
      aria-disabled=${isOff}
    >
      ${words.create.submit(term)}
    </button>`;
  }

  #renderNext(created: OrganizationSummary): TemplateResult {
    const { words } = this.#locale;
    return html`<div class="done">
      <p dir="auto">${words.create.created(created.name)}</p>
      ${this.#renderNextSlot(created)}
      <div class="buttons">
        <button type="button" class="button primary" part="done" @click=${this.#leave}>
          ${words.create.done}
        </button>
      </div>
    </div>`;
  }

  /** The form has gone with the button that had the focus: this has it next, and says what has happened. */
  #renderNextSlot({ name }: OrganizationSummary): TemplateResult {
    const label = this.#locale.words.create.created(name);
    return html`<div class="next" role="group" tabindex="-1" aria-label=${label}>
      <slot name="next"></slot>
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

  readonly #leave = (): void => {
    this.created = undefined;
  };

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#run();
  };

  async #run(): Promise<void> {
    const made = await this.#form.part?.run();
    if (made) this.#finish(made);
  }

  #finish(made: OrganizationSummary): void {
    const previousOrganizationId = this.#provider.context?.organizationId ?? null;
    emit(this, 'org-organization-create', made);
    emit(this, 'org-change', { organizationId: made.id, previousOrganizationId }, { cancelable: true });
    const hasNext = this.querySelector(':scope > [slot="next"]') !== null;
    if (!hasNext) {
      this.#announce.say(this.#locale.words.create.created(made.name));
      this.open = false;
      return;
    }
    this.created = made;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.next')?.focus());
  }
}
