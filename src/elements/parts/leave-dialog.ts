import { html, type LitElement, type TemplateResult } from 'lit';
import type { OrganizationList } from '../../contract/organization.js';
import { ActionController } from '../../controllers/action-controller.js';
import type { AnnounceController } from '../../controllers/announce-controller.js';
import { DialogController } from '../../controllers/dialog-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { emit } from '../../events.js';
import { leaving } from '../../locales/en/leaving.js';
import type { OrgError } from '../../org-error.js';
import { leaveOrganization } from '../../store/changes/members.js';
import { organizations } from '../../store/queries/organizations.js';
import { confirmDialog } from './confirm-dialog.js';

/**
 * Asks, saying what is lost, before the person leaves the current organization. The provider goes on to another one
 * afterwards, or to none. Its styles are in styles/dialog.styles.ts.
 */
export class LeaveDialog {
  readonly #host: LitElement;
  readonly #announce: AnnounceController;
  readonly #locale: LocaleController<'leaving'>;
  readonly #dialog: DialogController<{ readonly organizationId: string }>;
  readonly #leave: ActionController<[{ readonly organizationId: string }], boolean>;
  /** For the name. The provider watches the same. */
  readonly #organizations: QueryController<OrganizationList>;
  /** Kept: it is gone from the list before the dialog is. */
  #name: string | undefined;

  constructor(host: LitElement, announce: AnnounceController) {
    this.#host = host;
    this.#announce = announce;
    this.#locale = new LocaleController(host, { leaving });
    this.#organizations = new QueryController(host, () => organizations());
    this.#dialog = new DialogController(host, {
      dialog: () => host.renderRoot.querySelector<HTMLDialogElement>('#leaving'),
      mayClose: () => !this.#leave.busy,
    });
    this.#leave = new ActionController(
      host,
      'org-before-organization-leave',
      async ({ store }, { organizationId }) => {
        await store.run(leaveOrganization(organizationId));
        return true;
      },
    );
  }

  /** Opens it about the current organization. */
  ask(): void {
    const organizationId = this.#organizations.context?.organizationId;
    if (!organizationId) return;
    this.#name = undefined;
    this.#leave.reset();
    this.#dialog.open({ organizationId });
  }

  close(): void {
    this.#dialog.close();
  }

  render(): TemplateResult {
    const { words, term } = this.#locale;
    const { error } = this.#leave;
    const { subject } = this.#dialog;
    this.#name ??= this.#organizations.data?.items.find(({ id }) => id === subject?.organizationId)?.name;
    return confirmDialog({
      controller: this.#dialog,
      id: 'leaving',
      words,
      title: words.leaving.title(this.#name ?? term.one),
      content: html`<p>${words.leaving.lost(term)} ${words.leaving.kept}</p>`,
      confirm: words.leaving.leave(term),
      isBusy: this.#leave.busy,
      error: error && this.#explain(error),
      isDangerous: true,
      act: () => void this.#act(),
    });
  }

  #explain({ code }: OrgError): string {
    const { words } = this.#locale;
    return code === 'last_admin' ? words.leaving.lastAdministrator : words.errors[code];
  }

  async #act(): Promise<void> {
    const { subject } = this.#dialog;
    if (!subject) return;
    if (!(await this.#leave.run(subject))) return;
    this.#dialog.close();
    this.#announce.say(this.#locale.words.leaving.left(this.#name ?? this.#locale.term.one));
    emit(this.#host, 'org-organization-leave', subject);
  }
}
