import { html, nothing, type TemplateResult } from 'lit';
import type { DialogController } from '../../controllers/dialog-controller.js';
import { closeIcon } from './icon.js';

interface DialogFrame {
  /** Opens and closes it. */
  readonly controller: DialogController<never> | DialogController<unknown>;
  /** Names it: one for each dialog of an element. */
  readonly id: string;
  readonly title: string | TemplateResult;
  readonly content: TemplateResult | typeof nothing;
  /** Buttons; the main one last. `type="submit"` on it makes Enter in a field press it. */
  readonly actions: TemplateResult;
  readonly closeLabel: string;
  /** What the main button and Enter do. */
  readonly submit?: (() => void) | undefined;
  readonly isWide?: boolean;
  /** Asks for a decision that can't be undone. */
  readonly isAlert?: boolean;
}

/** A modal dialog: heading, content that scrolls, actions that stay. Styles are in styles/dialog.styles.ts. */
export function dialogFrame(frame: DialogFrame): TemplateResult {
  const controller = frame.controller as DialogController<unknown>;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    frame.submit?.();
  };
  return html`<dialog
    class="dialog ${frame.isWide ? 'wide' : ''}"
    part="dialog"
    id=${frame.id}
    role=${frame.isAlert ? 'alertdialog' : nothing}
    aria-labelledby="${frame.id}-title"
    aria-describedby=${frame.isAlert ? `${frame.id}-content` : nothing}
    @cancel=${controller.cancel}
    @close=${controller.settle}
    @pointerdown=${controller.press}
  >
    ${
      controller.subject === undefined
        ? nothing
        : html`<form class="frame" novalidate @submit=${submit}>
            <div class="heading">
              <h2 id="${frame.id}-title">${frame.title}</h2>
              <button
                type="button"
                class="icon-button"
                part="dialog-close"
                aria-label=${frame.closeLabel}
                @click=${controller.leave}
              >
                ${closeIcon}
              </button>
            </div>
            <div class="content" id="${frame.id}-content">${frame.content}</div>
            <div class="actions">${frame.actions}</div>
          </form>`
    }
  </dialog>`;
}
