import { html, type TemplateResult } from 'lit';
import type { ReceivedInvitation } from '../../contract/invitation.js';
import type { AnswerController } from '../../controllers/answer-controller.js';
import type { DialogController } from '../../controllers/dialog-controller.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { confirmDialog } from './confirm-dialog.js';

interface DeclineDialog {
  /** Open as long as it has an invitation to ask about. */
  readonly controller: DialogController<ReceivedInvitation>;
  readonly answer: AnswerController;
  readonly locale: LocaleController<'decline'>;
  readonly decline: (invitation: ReceivedInvitation) => void;
}

/** Asks before an invitation is declined: only another one brings it back. */
export function declineDialog({ controller, answer, locale, decline }: DeclineDialog): TemplateResult {
  const { words } = locale;
  const { subject } = controller;
  return confirmDialog({
    controller,
    id: 'decline',
    words,
    title: words.decline.confirm(subject?.organization.name ?? ''),
    content: html`<p>${words.decline.consequence}</p>`,
    confirm: words.decline.decline,
    isBusy: answer.busyId !== undefined,
    error: answer.error && words.errors[answer.error.code],
    isDangerous: true,
    act: () => subject && decline(subject),
  });
}
