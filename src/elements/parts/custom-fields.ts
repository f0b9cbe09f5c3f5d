import { html, nothing, type TemplateResult } from 'lit';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { textField } from './text-field.js';

/** A field of the host's own: a key of the organization's custom data that its backend allows. */
export interface CustomField {
  /** As in the backend's `organizations.customDataKeys`. */
  readonly key: string;
  readonly label: string;
  readonly type?: 'text' | 'multiline' | 'number' | 'boolean' | 'choice' | 'url';
  /** With `choice`. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly hint?: string;
  readonly isRequired?: boolean;
  /** Characters, with `text` and `multiline`. */
  readonly maximum?: number;
}

export type CustomData = Readonly<Record<string, unknown>>;

interface CustomFields {
  readonly fields: readonly CustomField[];
  readonly data: CustomData;
  readonly errors: Readonly<Record<string, string>>;
  readonly locale: LocaleController<'form'>;
  readonly change: (data: CustomData) => void;
  readonly isReadonly?: boolean;
}

/** The host's own fields, each with the control of its type. Ids and parts begin with `custom-`. */
export function customFields({
  fields,
  data,
  errors,
  locale,
  change,
  isReadonly = false,
}: CustomFields): TemplateResult[] {
  return fields.map((field) => {
    const { key, label, type = 'text', hint = '', isRequired = false, maximum } = field;
    const value = data[key];
    const id = `custom-${key}`;
    const set = (next: unknown): void => change({ ...data, [key]: next });
    if (type === 'boolean') {
      return html`<label class="choice" part="field">
        <input
          type="checkbox"
          id=${id}
          .checked=${value === true}
          ?disabled=${isReadonly}
          aria-describedby=${hint ? `${id}-hint` : nothing}
          @change=${({ target }: Event) => set((target as HTMLInputElement).checked)}
        />
        <span class="name">${label}</span>
        ${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}
      </label>`;
    }
    if (type === 'choice') return choiceField(field, id, value, errors[key], locale, set, isReadonly);
    return textField({
      id,
      label,
      value: textOf(value),
      locale,
      change: (text) =>
        set(
          type === 'number' && text !== '' && !Number.isNaN(Number(text))
            ? Number(text)
            : text === ''
              ? null
              : text,
        ),
      type: type === 'number' || type === 'url' ? type : 'text',
      isMultiline: type === 'multiline',
      isRequired,
      isReadonly,
      hint,
      error: errors[key],
      ...(maximum !== undefined && { maximum }),
    });
  });
}

function choiceField(
  { label, choices = [], isRequired = false, hint }: CustomField,
  id: string,
  value: unknown,
  error: string | undefined,
  locale: LocaleController<'form'>,
  set: (next: string | null) => void,
  isReadonly: boolean,
): TemplateResult {
  const { form } = locale.words;
  return html`<div class="field" part="field">
    <label for=${id}
      >${label}${isRequired ? nothing : html` <span class="hint">(${form.optional})</span>`}</label
    >
    <select
      class="input"
      id=${id}
      part="input"
      ?required=${isRequired}
      ?disabled=${isReadonly}
      aria-invalid=${error !== undefined}
      aria-describedby=${error ? `${id}-error` : hint ? `${id}-hint` : nothing}
      @change=${({ target }: Event) => set((target as HTMLSelectElement).value || null)}
    >
      <option value="" ?selected=${!choices.some((choice) => choice.value === value)}>–</option>
      ${choices.map(
        (choice) =>
          html`<option value=${choice.value} ?selected=${choice.value === value}>${choice.label}</option>`,
      )}
    </select>
    ${error ? html`<span class="error" id="${id}-error">${error}</span>` : nothing}
    ${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}
  </div>`;
}

/** Why fields of the host's are not taken as they are, by key. */
export function customErrors(
  fields: readonly CustomField[],
  data: CustomData,
  { required, tooLong, notHttps }: { required: string; tooLong: (most: number) => string; notHttps: string },
): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const { key, type, isRequired, maximum } of fields) {
    const value = data[key];
    const isEmpty = value === undefined || value === null || value === '';
    if (isRequired && isEmpty) errors[key] = required;
    else if (typeof value === 'string' && maximum !== undefined && [...value].length > maximum)
      errors[key] = tooLong(maximum);
    else if (type === 'url' && !isEmpty && URL.parse(textOf(value))?.protocol !== 'https:')
      errors[key] = notHttps;
  }
  return errors;
}

/** Custom data may hold anything; a field of text shows what is text. */
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
