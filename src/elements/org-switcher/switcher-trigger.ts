import { html, nothing, type TemplateResult } from 'lit';
import type { OrganizationSummary } from '../../contract/organization.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { icons } from '../parts/icons.js';

interface SwitcherTrigger {
  readonly locale: LocaleController;
  readonly current: OrganizationSummary | undefined;
  /** The text while there is no current organization. */
  readonly placeholder: string;
  readonly picture: TemplateResult;
  readonly roles: string;
  /** How many invitations wait. */
  readonly pending: number;
  readonly isOpen: boolean;
  readonly isDisabled: boolean;
}

/** The button that opens the panel. Its accessible name: organization, roles, what it does, what waits. */
export function switcherTrigger(trigger: SwitcherTrigger): TemplateResult {
  const { locale, current, pending } = trigger;
  const { switcher } = locale.words;
  return html`<button
    type="button"
    class="trigger"
    part="trigger"
    popovertarget="panel"
    aria-haspopup="dialog"
    aria-expanded=${trigger.isOpen}
    ?disabled=${trigger.isDisabled}
  >
    <slot name="trigger">
      ${trigger.picture}
      <span class="label">
        <span class="name" part="name" dir="auto" title=${current?.name ?? nothing}
          >${current?.name ?? trigger.placeholder}</span
        >
        ${trigger.roles ? html`<span class="hint" part="role" dir="auto">${trigger.roles}</span>` : nothing}
      </span>
    </slot>
    <span class="spoken">${switcher.label(locale.term)}</span>
    ${
      pending > 0
        ? html`<span class="count" part="count" aria-hidden="true">${locale.number(pending)}</span>
            <span class="spoken">${switcher.invitationCount(pending)}</span>`
        : nothing
    }
    ${icons.choose}
  </button>`;
}

/** Takes the button's place, and exactly its size, while the organizations are loading. */
export function switcherSkeleton(text: string): TemplateResult {
  return html`<div class="trigger skeleton" part="skeleton" role="status" aria-label=${text}>
    <span class="avatar"></span>
    <span class="label"><span class="bar"></span><span class="bar"></span></span>
  </div>`;
}

/** Takes the button's place when there is nothing to show. */
export function switcherFailure(text: string, action: TemplateResult | typeof nothing): TemplateResult {
  return html`<div class="trigger failure" part="failure" role="alert" title=${text}>
    ${icons.warning}<span class="text">${text}</span>${action}
  </div>`;
}
