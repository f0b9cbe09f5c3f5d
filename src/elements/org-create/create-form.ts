import { html, nothing, type TemplateResult } from 'lit';
import type { OrganizationInput, OrganizationSummary } from '../../contract/organization.js';
import { ActionController } from '../../controllers/action-controller.js';
import { FormController } from '../../controllers/form-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { addStyles } from '../../controllers/on-demand-controller.js';
import { emit } from '../../events.js';
import { create } from '../../locales/en/create.js';
import { form } from '../../locales/en/form.js';
import type { OrgError } from '../../org-error.js';
import { createOrganization } from '../../store/changes/organizations.js';
import { fields } from '../../styles/fields.styles.js';
import { forms } from '../../styles/forms.styles.js';
import { LogoUpload } from '../parts/logo-upload.js';
import { boxedMessage } from '../parts/message.js';
import {
  emptyDraft,
  judgeByBackend,
  judgeDraft,
  organizationFields,
  toInput,
  type OrganizationDraft,
} from '../parts/organization-fields.js';
import type { OrgCreate } from './org-create.js';

/** What is filled in, and what becomes of it; loaded when the form is about to be seen. */
export class CreateForm {
  readonly #host: OrgCreate;
  readonly #mayCreate: () => boolean;
  readonly #locale: LocaleController<'create' | 'form'>;
  readonly #form: FormController<OrganizationDraft>;
  readonly #create: ActionController<[OrganizationInput], OrganizationSummary>;
  readonly #upload: LogoUpload;

  constructor(host: OrgCreate, mayCreate: () => boolean) {
    this.#host = host;
    this.#mayCreate = mayCreate;
    this.#locale = new LocaleController(host, { create, form });
    this.#form = new FormController<OrganizationDraft>(host, emptyDraft);
    this.#create = new ActionController(host, 'org-before-organization-create', ({ store }, input) =>
      store.run(createOrganization(input)),
    );
    this.#upload = new LogoUpload(
      host,
      () => host.upload,
      (name, address, error) => {
        if (address !== undefined) this.#form.set(name, address);
        if (!error) return;
        this.#form.judge({ ...this.#form.errors, [name]: this.#locale.words.form.uploadFailed });
        emit(host, 'org-error', error);
      },
    );
    addStyles(host, [fields, forms]);
  }

  /** It is being created. */
  get isBusy(): boolean {
    return this.#create.busy;
  }

  /** A file is on its way, without which it would be created. */
  get isUploading(): boolean {
    return this.#upload.busy !== undefined;
  }

  /** Forgets what was typed. */
  reset(): void {
    this.#form.reset();
    this.#create.reset();
  }

  render(): TemplateResult {
    const { words } = this.#locale;
    const { error } = this.#create;
    const { customFields, upload, readonly } = this.#host;
    const reason = error ? this.#explain(error) : undefined;
    return html`${organizationFields({
      form: this.#form,
      locale: this.#locale,
      nameHint: words.create.nameHint,
      customFields,
      upload: upload && this.#upload,
      isReadonly: readonly || !this.#mayCreate(),
    })}
    ${reason === undefined ? nothing : boxedMessage(reason)}`;
  }

  /** Creates it. Undefined when it was not: then it is said where the reason is. */
  async run(): Promise<OrganizationSummary | undefined> {
    const { words } = this.#locale;
    const { readonly, customFields } = this.#host;
    if (readonly || !this.#mayCreate() || this.isBusy || this.isUploading) return undefined;
    if (!judgeDraft(this.#form, words, customFields)) return this.#focusError();
    const made = await this.#create.run(toInput(this.#form.values));
    if (!made) {
      judgeByBackend(this.#form, this.#create.error, words);
      return this.#focusError();
    }
    this.#form.reset();
    return made;
  }

  #explain(error: OrgError): string {
    const { words, term } = this.#locale;
    if (error.code !== 'forbidden') return words.errors[error.code];
    const { reason, maximum } = error.details ?? {};
    if (reason !== 'limit_reached') return words.create.notAllowed(term);
    return words.create.capReached(term, typeof maximum === 'number' ? maximum : undefined);
  }

  /** What is wrong is said where it is, and that is where a person goes on. */
  async #focusError(): Promise<undefined> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }
}
