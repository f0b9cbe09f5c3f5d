import type { LitElement, TemplateResult } from 'lit';
import type { ReceivedInvitation } from '../../contract/invitation.js';
import { AnswerController } from '../../controllers/answer-controller.js';
import { DialogController } from '../../controllers/dialog-controller.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { OrgError } from '../../org-error.js';
import { declineDialog } from './decline-dialog.js';

/** The person's answer to an invitation: accepts at once, and asks before it declines. */
export class InvitationAnswer {
  readonly #locale: LocaleController<'decline'>;
  readonly #declined: (invitation: ReceivedInvitation) => unknown;
  readonly #answer: AnswerController;
  readonly #dialog: DialogController<ReceivedInvitation>;

  /** @param declined one is over now */
  constructor(
    host: LitElement,
    locale: LocaleController<'decline'>,
    declined: (invitation: ReceivedInvitation) => unknown,
  ) {
    this.#locale = locale;
    this.#declined = declined;
    this.#answer = new AnswerController(host);
    this.#dialog = new DialogController<ReceivedInvitation>(host, {
      dialog: () => host.renderRoot.querySelector('dialog'),
      mayClose: () => this.#answer.busyId === undefined,
      closed: () => this.#answer.reset(),
    });
  }

  /** The id of the invitation that is being answered; the others wait for it. */
  get busyId(): string | undefined {
    return this.#answer.busyId;
  }

  /** The same, while it is being accepted. */
  get joiningId(): string | undefined {
    return this.#dialog.subject ? undefined : this.#answer.busyId;
  }

  /** Of the last answer, where the dialog does not say it. */
  get error(): OrgError | undefined {
    return this.#dialog.subject ? undefined : this.#answer.error;
  }

  /** Whether the person is a member now. */
  accept(invitation: ReceivedInvitation): Promise<boolean> {
    return this.#answer.accept(invitation);
  }

  askToDecline(invitation: ReceivedInvitation): void {
    if (this.busyId === undefined) this.#dialog.open(invitation);
  }

  /** Closes the dialog, and forgets what failed. */
  reset(): void {
    this.#dialog.close();
    this.#answer.reset();
  }

  /** The dialog that asks. */
  render(): TemplateResult {
    return declineDialog({
      controller: this.#dialog,
      answer: this.#answer,
      locale: this.#locale,
      decline: (invitation) => void this.#decline(invitation),
    });
  }

  async #decline(invitation: ReceivedInvitation): Promise<void> {
    if (!(await this.#answer.decline(invitation))) return;
    this.#dialog.close();
    this.#declined(invitation);
  }
}
