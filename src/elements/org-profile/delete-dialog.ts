import { html, type TemplateResult } from 'lit';
import type { OrganizationProfile } from '../../contract/organization.js';
import { ActionController } from '../../controllers/action-controller.js';
import type { AnnounceController } from '../../controllers/announce-controller.js';
import { DialogController } from '../../controllers/dialog-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import type { QueryController } from '../../controllers/query-controller.js';
import { emit } from '../../events.js';
import { deleting } from '../../locales/en/deleting.js';
import { form } from '../../locales/en/form.js';
import type { OrgError } from '../../org-error.js';
import { deleteOrganization } from '../../store/changes/organizations.js';
import { confirmDialog } from '../parts/confirm-dialog.js';
import { textField } from '../parts/text-field.js';
import type { OrgProfile } from './org-profile.js';

/** Asks, saying what is lost, before an organization is deleted; its name has to be typed. */
export class DeleteDialog {
  readonly #host: OrgProfile;
  readonly #announce: AnnounceController;
  readonly #profile: QueryController<OrganizationProfile>;
  readonly #locale: LocaleController<'deleting' | 'form'>;
  readonly #dialog: DialogController<OrganizationProfile>;
  readonly #delete: ActionController<[OrganizationProfile], boolean>;
  #typed = '';

  constructor(host: OrgProfile, announce: AnnounceController, profile: QueryController<OrganizationProfile>) {
    this.#host = host;
    this.#announce = announce;
    this.#profile = profile;
    this.#locale = new LocaleController(host, { deleting, form });
    this.#dialog = new DialogController(host, {
      dialog: () => host.renderRoot.querySelector<HTMLDialogElement>('#deleting'),
      mayClose: () => !this.#delete.busy,
    });
    this.#delete = new ActionController(
      host,
      'org-before-organization-delete',
      async ({ store }, { id, name }) => {
        await store.run(deleteOrganization(id, name));
        return true;
      },
    );
  }

  /** Opens it about the current organization. */
  ask(): void {
    const { data } = this.#profile;
    if (!data) return;
    this.#typed = '';
    this.#delete.reset();
    this.#dialog.open(data);
  }

  close(): void {
    this.#dialog.close();
  }

  render(): TemplateResult {
    const { words } = this.#locale;
    const { deleting } = words;
    const { error } = this.#delete;
    const name = this.#dialog.subject?.name ?? '';
    return confirmDialog({
      controller: this.#dialog,
      id: 'deleting',
      words,
      title: deleting.title(name),
      content: html`<p>${deleting.lost} ${deleting.kept}</p>
        ${textField({
          id: 'confirmation',
          label: deleting.typeName(name),
          value: this.#typed,
          locale: this.#locale,
          isRequired: true,
          isFirst: true,
          change: (text) => {
            this.#typed = text;
            this.#host.requestUpdate();
          },
        })}`,
      confirm: deleting.delete(this.#locale.term),
      isBusy: this.#delete.busy,
      error: error && this.#explain(error),
      isDangerous: true,
      isDisabled: !this.#isTyped,
      act: () => void this.#act(),
    });
  }

  get #isTyped(): boolean {
    const name = this.#dialog.subject?.name ?? '';
    // A keyboard may compose letters in another way than whoever gave the name.
    return this.#typed.trim().normalize() === name.trim().normalize();
  }

  #explain({ code }: OrgError): string {
    const { errors } = this.#locale.words;
    // What was sent is the name as it was shown.
    return errors[code === 'invalid_input' ? 'conflict' : code];
  }

  async #act(): Promise<void> {
    const { subject } = this.#dialog;
    if (!subject) return;
    if (!(await this.#delete.run(subject))) {
      if (this.#delete.error?.code === 'invalid_input') await this.#profile.refetch();
      return;
    }
    this.#dialog.close();
    this.#announce.say(this.#locale.words.deleting.deleted(subject.name));
    emit(this.#host, 'org-organization-delete', subject);
  }
}
