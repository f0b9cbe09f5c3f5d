import { html, nothing, type TemplateResult } from 'lit';
import type { DialogController } from '../../controllers/dialog-controller.js';
import type { CommonWords } from '../../locales/translation.js';
import { dialogFrame } from './dialog.js';
import { boxedMessage } from './message.js';

interface ConfirmDialog {
  readonly controller: DialogController<never> | DialogController<unknown>;
  readonly id: string;
  readonly words: CommonWords;
  /** A question that names what it is about. */
  readonly title: string;
  /** What follows from it, and more where it is needed. */
  readonly content: TemplateResult;
  /** What the button does, as a verb. */
  readonly confirm: string;
  readonly isBusy: boolean;
  /** What went wrong at the last try. */
  readonly error: string | undefined;
  /** Takes something away. */
  readonly isDangerous?: boolean;
  /** Something else has to be done in it first. */
  readonly isDisabled?: boolean;
  readonly act: () => void;
}

/** Asks before something happens. It stays open while that is under way, and says what went wrong. */
export function confirmDialog(dialog: ConfirmDialog): TemplateResult {
  const { controller, words, isBusy, error, act } = dialog;
  return dialogFrame({
    controller,
    id: dialog.id,
    title: dialog.title,
    closeLabel: words.close,
    isAlert: true,
    submit: () => {
      if (!isBusy && !dialog.isDisabled) act();
    },
    content: html`${dialog.content}${error === undefined ? nothing : boxedMessage(error)}`,
    actions: html`<button
        type="button"
        class="button"
        part="cancel"
        data-focus
        @click=${(controller as DialogController<unknown>).leave}
      >
        ${words.cancel}
      </button>
      <button
        type="submit"
        class="button primary ${dialog.isDangerous ? 'danger' : ''}"
        part="confirm"
        aria-busy=${isBusy}
        aria-disabled=${isBusy || dialog.isDisabled === true}
      >
        ${dialog.confirm}
      </button>`,
  });
}
