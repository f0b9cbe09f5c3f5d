import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { notice } from '../parts/message.js';

interface MfaField {
  readonly isRequired: boolean;
  /** As it is saved. */
  readonly wasRequired: boolean;
  /** The person has no second factor, and is no operator: Logto would keep them out. */
  readonly wouldLockOut: boolean;
  /** Where a second factor is set up. */
  readonly accountUrl: string | undefined;
  readonly locale: LocaleController<'editing'>;
  readonly change: (isRequired: boolean) => void;
}

/** The switch that lets only members with a second factor in, and who is locked out by it. */
export function mfaField(field: MfaField): TemplateResult {
  const { isRequired, wasRequired, wouldLockOut, accountUrl, locale, change } = field;
  const { words, term } = locale;
  const { editing } = words;
  const isOff = wouldLockOut && !isRequired;
  return html`<div class="mfa">
    <label class="choice" part="mfa" ?data-disabled=${isOff}>
      <input
        type="checkbox"
        class="switch"
        id="isMfaRequired"
        .checked=${live(isRequired)}
        ?disabled=${isOff}
        aria-describedby="mfa-hint"
        @change=${({ target }: Event) => change((target as HTMLInputElement).checked)}
      />
      <span class="name">${editing.requireMfa}</span>
      <span class="hint" id="mfa-hint">${editing.requireMfaHint(term)}</span>
    </label>
    ${
      isOff
        ? notice(
            editing.ownMfaMissing(term),
            accountUrl
              ? html`<a class="button" part="account-link" href=${accountUrl} target="_blank" rel="noopener"
                  >${editing.setUpMfa}</a
                >`
              : nothing,
          )
        : nothing
    }
    ${isRequired && !wasRequired ? notice(editing.othersLockedOut(term)) : nothing}
  </div>`;
}
