import { html, nothing, type TemplateResult } from 'lit';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { placePopup } from '../../controllers/place-popup.js';
import type { OrgErrorCode } from '../../org-error.js';
import { warningIcon } from '../parts/trigger-icons.js';
import { dismissButton } from '../parts/dismiss-button.js';
import { switchRefusal } from '../parts/switch-refusal.js';
import type { OrgSwitcher } from './org-switcher.js';

/**
 * Says beside the button why a switch was undone. In the top layer too, and open while the panel is closed: the
 * switch that it is about has closed it.
 */
export class RefusalNotice {
  readonly #host: OrgSwitcher;
  readonly #locale: LocaleController<'choosing'>;
  #stopPlacing: (() => void) | undefined;

  constructor(host: OrgSwitcher, locale: LocaleController<'choosing'>) {
    this.#host = host;
    this.#locale = locale;
  }

  render(code: OrgErrorCode | undefined, name: string, dismiss: () => void): TemplateResult {
    return html`<div
      class="popup message notice"
      part="message"
      popover="manual"
      role="alert"
      data-placement=${this.#host.placement}
    >
      ${
        code
          ? html`${warningIcon}<span class="text"
                >${switchRefusal(this.#locale.words.choosing, code, name)}</span
              >
              ${dismissButton(this.#locale.words.dismiss, dismiss)}`
          : nothing
      }
    </div>`;
  }

  /** After each update: opens or closes it. */
  follow(isNeeded: boolean): void {
    const notice = this.#host.renderRoot.querySelector<HTMLElement>('.notice');
    const trigger = this.#host.renderRoot.querySelector<HTMLElement>('button.trigger');
    if (!notice || !trigger || notice.matches(':popover-open') === isNeeded) return;
    notice.togglePopover(isNeeded);
    this.#stopPlacing?.();
    this.#stopPlacing = isNeeded ? placePopup(notice, trigger, this.#host.placement) : undefined;
  }
}
