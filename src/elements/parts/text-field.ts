import { html, nothing, type TemplateResult } from 'lit';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { warningIcon } from './trigger-icons.js';

interface TextField {
  /** Also the part's name; one for each field of an element. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly locale: LocaleController<'form'>;
  readonly change: (text: string) => void;
  readonly type?: 'text' | 'url' | 'number';
  readonly isMultiline?: boolean;
  readonly isRequired?: boolean;
  readonly isReadonly?: boolean;
  /** Characters that it takes. What is left is counted; more can be typed, and is refused with a word about it. */
  readonly maximum?: number;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** Gets the focus when its dialog opens. */
  readonly isFirst?: boolean;
}

/** A labelled field with its hint, what is left of its characters, and why it is not taken. */
export function textField(field: TextField): TemplateResult {
  const { id, label, value, locale, change, maximum, hint, error, isRequired = false } = field;
  const { form } = locale.words;
  const left = maximum === undefined || field.isReadonly ? undefined : maximum - [...value].length;
  const described = [error && `${id}-error`, hint && `${id}-hint`, left !== undefined && `${id}-left`];
  const describedBy = described.filter(Boolean).join(' ') || nothing;
  const input = ({ target }: Event): void => change((target as HTMLInputElement).value);
  return html`<div class="field" part="field">
    <label for=${id}
      >${label}${isRequired ? nothing : html` <span class="hint">(${form.optional})</span>`}</label
    >
    ${
      field.isMultiline
        ? html`<textarea
            class="input"
            id=${id}
            part="input"
            rows="3"
            dir="auto"
            .value=${value}
            ?required=${isRequired}
            ?readonly=${field.isReadonly}
            aria-invalid=${error !== undefined}
            aria-describedby=${describedBy}
            @input=${input}
          ></textarea>`
        : html`<input
            class="input"
            id=${id}
            part="input"
            type=${field.type ?? 'text'}
            autocomplete="off"
            dir=${field.type === 'url' ? 'ltr' : 'auto'}
            .value=${value}
            ?required=${isRequired}
            ?readonly=${field.isReadonly}
            ?data-focus=${field.isFirst}
            aria-invalid=${error !== undefined}
            aria-describedby=${describedBy}
            @input=${input}
          />`
    }
    ${
      error === undefined
        ? nothing
        : html`<span class="error" id="${id}-error">${warningIcon}<span>${error}</span></span>`
    }
    ${
      hint || left !== undefined
        ? html`<span class="hints"
            >${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}${
              left === undefined
                ? nothing
                : html`<span class="hint left" id="${id}-left"
                    >${left >= 0 ? form.left(left) : form.tooLong(maximum ?? 0)}</span
                  >`
            }</span
          >`
        : nothing
    }
  </div>`;
}
