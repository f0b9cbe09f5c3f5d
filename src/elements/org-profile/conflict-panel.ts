import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { CustomField } from '../parts/custom-fields.js';
import { isHttps } from '../parts/logo-field.js';
import { logoPreview } from '../parts/logo-preview.js';
import { warningIcon } from '../parts/trigger-icons.js';
import { customFieldOf, valueText } from './field-text.js';
import type { FieldConflict } from './profile-draft.js';
import type { FieldId } from './profile-values.js';

type Locale = LocaleController<'editing' | 'form' | 'profile'>;

interface ConflictPanel {
  readonly conflicts: readonly FieldConflict[];
  readonly locale: Locale;
  readonly customFields: readonly CustomField[];
  /** Says where a choice is missing. */
  readonly isAsking: boolean;
  readonly choose: (conflict: FieldConflict, choice: 'mine' | 'theirs') => void;
}

/** What somebody else has saved beside what the person has typed, for each field that both have changed. */
export function conflictPanel(panel: ConflictPanel): TemplateResult | typeof nothing {
  const { conflicts, locale } = panel;
  const { editing } = locale.words;
  if (conflicts.length === 0) return nothing;
  return html`<div
    class="conflicts"
    part="conflicts"
    role="group"
    aria-labelledby="conflicts-title"
    aria-describedby="conflicts-text"
    tabindex="-1"
  >
    <h3 id="conflicts-title">${warningIcon}${editing.conflict}</h3>
    <p id="conflicts-text">${editing.conflictText}</p>
    ${repeat(
      conflicts,
      ({ field }) => field,
      (conflict) => choiceOf(conflict, panel),
    )}
  </div>`;
}

/** What a field is called. */
export function fieldLabel(field: FieldId, { words }: Locale, own: readonly CustomField[]): string {
  const { form, profile } = words;
  const labels: Readonly<Record<string, string>> = {
    name: form.name,
    description: form.description,
    logoUrl: form.logo,
    darkLogoUrl: form.darkLogo,
    isMfaRequired: profile.mfa,
  };
  return labels[field] ?? customFieldOf(field, own)?.label ?? field.replace('custom-', '');
}

function choiceOf(
  conflict: FieldConflict,
  { locale, customFields, isAsking, choose }: ConflictPanel,
): TemplateResult {
  const { editing } = locale.words;
  const { field, choice } = conflict;
  const isMissing = isAsking && choice === undefined;
  const option = (side: 'mine' | 'theirs'): TemplateResult => {
    const value = conflict[side];
    const isLogo = (field === 'logoUrl' || field === 'darkLogoUrl') && isHttps(String(value));
    return html`<label class="choice" part="conflict-choice">
      <input
        type="radio"
        name="conflict-${field}"
        .checked=${choice === side}
        aria-describedby=${isMissing ? `conflict-${field}-error` : nothing}
        @change=${() => choose(conflict, side)}
      />
      <span class="name">${editing[side]}</span>
      <span class="value"
        >${isLogo ? logoPreview(String(value), field === 'darkLogoUrl') : nothing}<bdi
          >${valueText(value, locale, customFieldOf(field, customFields))}</bdi
        ></span
      >
    </label>`;
  };
  return html`<fieldset class="conflict" part="conflict">
    <legend>${fieldLabel(field, locale, customFields)}</legend>
    ${option('mine')}${option('theirs')}
    ${
      isMissing
        ? html`<span class="error" id="conflict-${field}-error">${warningIcon}${editing.choose}</span>`
        : nothing
    }
  </fieldset>`;
}
