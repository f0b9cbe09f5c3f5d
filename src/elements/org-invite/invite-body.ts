import { html, type TemplateResult } from 'lit';
import { DialogController } from '../../controllers/dialog-controller.js';
import { addStyles } from '../../controllers/on-demand-controller.js';
import { chips } from '../../styles/chips.styles.js';
import { dialogs } from '../../styles/dialog.styles.js';
import { fields } from '../../styles/fields.styles.js';
import { popup } from '../../styles/popup.styles.js';
import { confirmDialog } from '../parts/confirm-dialog.js';
import { dialogFrame } from '../parts/dialog.js';
import { InviteForm } from './invite-form.js';
import type { InviteShared } from './invite-shared.js';
import type { OrgInvite } from './org-invite.js';
import { styles } from './org-invite.styles.js';

/** The form, on the page or in a dialog: loaded when it is about to be seen. */
export class InviteBody {
  readonly form: InviteForm;
  readonly #host: OrgInvite;
  readonly #shared: InviteShared;
  readonly #dialog: DialogController<true>;
  readonly #discard: DialogController<number>;

  constructor(host: OrgInvite, shared: InviteShared) {
    this.#host = host;
    this.#shared = shared;
    addStyles(host, [fields, chips, dialogs, popup, styles]);
    // Before the other: where both close, this one gives the focus back to it, and it to what had it at first.
    this.#discard = new DialogController<number>(host, {
      dialog: () => host.renderRoot.querySelector<HTMLDialogElement>('#discard'),
    });
    this.#dialog = new DialogController<true>(host, {
      dialog: () => host.renderRoot.querySelector<HTMLDialogElement>('#invite'),
      mayClose: () => this.#mayClose(),
      closed: () => this.#close(),
    });
    this.form = new InviteForm(host, shared);
    this.follow();
  }

  /** Opens and closes the dialog as the element says. */
  follow(): void {
    if (this.#host.open && this.#host.dialog) this.#dialog.open(true);
    else this.#dialog.close();
  }

  render(): TemplateResult {
    const { words } = this.#shared.locale;
    if (!this.#host.dialog) {
      return html`<form class="form" part="form" aria-label=${words.invite.invite} @submit=${this.#submit}>
        ${this.form.render()}
        <div class="actions">${this.form.renderActions()}</div>
      </form>`;
    }
    return html`${dialogFrame({
      controller: this.#dialog,
      id: 'invite',
      title: words.invite.invite,
      content: html`${this.form.render()}${this.#shared.announcer.render()}`,
      actions: this.form.renderActions(),
      closeLabel: words.close,
      submit: () => void this.form.send(),
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

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.form.send();
  };

  /** While it sends it stays; with addresses that have not been sent it asks. */
  #mayClose(): boolean {
    if (this.form.busy) return false;
    const { unsent } = this.form;
    if (unsent > 0) this.#discard.open(unsent);
    return unsent === 0;
  }

  #close(): void {
    this.#host.open = false;
    this.form.forgetResults();
  }

  readonly #throwAway = (): void => {
    this.form.discard();
    this.#discard.close();
    this.#dialog.close();
  };
}
