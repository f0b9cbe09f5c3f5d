import { html, nothing, type TemplateResult } from 'lit';
import type { OrganizationSummary } from '../../contract/organization.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { chooseIcon, warningIcon } from '../parts/trigger-icons.js';
import { roleNames } from '../parts/role-names.js';

interface SwitcherTrigger {
  readonly locale: LocaleController<'switcher'>;
  readonly current: { readonly name: string; readonly roles?: OrganizationSummary['roles'] } | undefined;
  /** The text while there is no current organization. */
  readonly placeholder: string;
  readonly picture: TemplateResult;
  /** How many invitations wait. */
  readonly pending: number;
  readonly isOpen: boolean;
  readonly isDisabled: boolean;
  /** Somebody is about to open the panel. */
  readonly prepare: () => void;
  /** Opens the panel while it is not there yet; afterwards the browser does. */
  readonly open: (() => void) | undefined;
}

/** The button that opens the panel. Its accessible name: organization, roles, what it does, what waits. */
export function switcherTrigger(trigger: SwitcherTrigger): TemplateResult {
  const { locale, current, pending } = trigger;
  const { switcher } = locale.words;
  const roles = roleNames(current?.roles ?? []);
  return html`<button
    type="button"
    class="trigger"
    part="trigger"
    popovertarget=${trigger.open ? nothing : 'panel'}
    aria-haspopup="dialog"
    aria-expanded=${trigger.isOpen}
    ?disabled=${trigger.isDisabled}
    @pointerenter=${trigger.prepare}
    @focus=${trigger.prepare}
    @click=${trigger.open}
  >
    <slot name="trigger">
      ${trigger.picture}
      <span class="label">
        <span class="name" part="name" dir="auto" title=${current?.name ?? nothing}
          >${current?.name ?? trigger.placeholder}</span
        >
        ${roles ? html`<span class="hint" part="role" dir="auto">${roles}</span>` : nothing}
      </span>
    </slot>
    <span class="spoken">${switcher.label(locale.term)}</span>
    ${
      pending > 0
        ? html`<span class="count" part="count" aria-hidden="true"
              >${pending.toLocaleString(locale.language)}</span
            >
            <span class="spoken">${switcher.invitationCount(pending)}</span>`
        : nothing
    }
    ${chooseIcon}
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
    ${warningIcon}<span class="text">${text}</span>${action}
  </div>`;
}
