import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { normalizeAddress } from '../../contract/address.js';
import type { InviteWords } from '../../locales/words/invite.js';
import { closeIcon } from '../parts/icon.js';
import { withSeparators } from './address-text.js';
import type { Problem, Recipient } from './draft.js';

interface RecipientFieldParts {
  /** Takes a text as it was typed or pasted. */
  readonly commit: (text: string) => void;
  readonly type: (text: string) => void;
  readonly remove: (recipient: Recipient) => void;
  /** Opens what there is to know and to choose about one. */
  readonly open: (recipient: Recipient, event: MouseEvent) => void;
}

interface RenderedField {
  readonly recipients: readonly Recipient[];
  readonly text: string;
  readonly words: InviteWords;
  readonly why: (recipient: Recipient) => string | undefined;
  readonly problemOf: (recipient: Recipient) => Problem | undefined;
  /** Roles of one that has its own. */
  readonly rolesOf: (recipient: Recipient) => string | undefined;
  readonly isBusy: boolean;
}

/**
 * A field whose addresses are chips. The chips are a grid (the ARIA pattern for pills): a row for each, with a cell that
 * opens it and a cell that removes it. Arrows move through them and into the field; Backspace and Delete remove.
 */
export class RecipientField {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #parts: RecipientFieldParts;
  /** Where Tab enters the grid: a row and a cell in it. */
  #active = { id: -1, cell: 0 };

  constructor(host: ReactiveControllerHost & HTMLElement, parts: RecipientFieldParts) {
    this.#host = host;
    this.#parts = parts;
  }

  get input(): HTMLInputElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLInputElement>('.recipients input') ?? null;
  }

  render(field: RenderedField): TemplateResult {
    const { recipients, text, words, isBusy } = field;
    const active = recipients.some(({ id }) => id === this.#active.id) ? this.#active.id : recipients[0]?.id;
    return html`<div class="field" part="addresses">
      <label for="address">${words.addresses}</label>
      <div class="recipients" part="field" @mousedown=${this.#focusInput}>
        ${
          recipients.length === 0
            ? nothing
            : html`<div
                role="grid"
                class="grid"
                aria-label=${words.chosen(recipients.length)}
                @keydown=${this.#move}
                @focusin=${this.#follow}
              >
                ${repeat(
                  recipients,
                  ({ id }) => id,
                  (recipient) => this.#renderChip(recipient, field, recipient.id === active),
                )}
              </div>`
        }
        <input
          id="address"
          part="input"
          type="text"
          inputmode="email"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          aria-describedby="hint"
          ?readonly=${isBusy}
          .value=${live(text)}
          @input=${this.#type}
          @keydown=${this.#key}
          @paste=${this.#paste}
          @blur=${this.#leave}
          data-focus
        />
      </div>
      <span class="hint" id="hint">${words.hint}</span>
    </div>`;
  }

  #renderChip(recipient: Recipient, field: RenderedField, isActive: boolean): TemplateResult {
    const { id, text } = recipient;
    const { words, isBusy } = field;
    const note = field.why(recipient) ?? field.rolesOf(recipient);
    const tabindex = (cell: number): number => (isActive && this.#active.cell === cell ? 0 : -1);
    return html`<span
      role="row"
      class="chip"
      part="chip"
      data-id=${id}
      data-problem=${field.problemOf(recipient) ?? nothing}
      data-tone=${field.problemOf(recipient) ? 'danger' : 'plain'}
    >
      <span role="gridcell"
        ><button
          type="button"
          class="address"
          aria-haspopup="dialog"
          aria-expanded="false"
          tabindex=${tabindex(0)}
          @click=${(event: MouseEvent) => this.#parts.open(recipient, event)}
        >
          <span class="text" dir="auto">${text}</span
          >${note ? html` <span class="note">${note}</span>` : nothing}
        </button></span
      ><span role="gridcell"
        ><button
          type="button"
          class="remove"
          part="remove"
          tabindex=${tabindex(1)}
          aria-label=${words.remove(text)}
          aria-disabled=${isBusy}
          @click=${() => this.#remove(recipient)}
        >
          ${closeIcon}
        </button></span
      >
    </span>`;
  }

  readonly #type = (event: InputEvent): void => {
    const input = event.target as HTMLInputElement;
    const value = withSeparators(input.value);
    const before = value.slice(0, -1);
    const isQuoted = before.split('"').length % 2 === 0;
    // Also where no key is told, as on the keyboards of phones.
    const ends = /[,;]$/.test(value)
      ? before.includes('@') && !isQuoted
      : /\s$/.test(value) && normalizeAddress(before);
    if (ends) this.#parts.commit(before);
    else this.#parts.type(input.value);
  };

  readonly #key = (event: KeyboardEvent): void => {
    const input = event.target as HTMLInputElement;
    // Safari tells the key that ends a word of an input method after the end, with this code.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter') {
      // Enter ends an address; it never sends them all.
      event.preventDefault();
      this.#parts.commit(input.value);
    } else if (event.key === 'Backspace' || event.key === this.#backward) {
      if (input.selectionStart !== 0 || input.selectionEnd !== 0) return;
      const last = this.#cells.at(-1);
      if (!last) return;
      event.preventDefault();
      this.#cells.at(-2)?.focus();
    }
  };

  readonly #paste = (event: ClipboardEvent): void => {
    const input = event.target as HTMLInputElement;
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    // A piece of one address is for the field; a list is taken as it is: the field would lose its lines.
    if (!/@|[\r\n\t]/.test(pasted) || input.readOnly) return;
    event.preventDefault();
    const [start, end] = [input.selectionStart ?? 0, input.selectionEnd ?? 0];
    this.#parts.commit(input.value.slice(0, start) + pasted + input.value.slice(end));
  };

  /** To a control of the form: what it does includes what was typed, and nothing moves under the pointer. */
  readonly #leave = (event: FocusEvent): void => {
    const to = event.relatedTarget as Node | null;
    // The window has lost the focus, the field will have it again: an address is being looked up elsewhere.
    if (this.#host.shadowRoot?.activeElement === event.target) return;
    if (to && this.#host.shadowRoot?.contains(to)) return;
    this.#parts.commit((event.target as HTMLInputElement).value);
  };

  readonly #focusInput = (event: MouseEvent): void => {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    this.input?.focus();
  };

  readonly #follow = (event: FocusEvent): void => {
    const button = event.target as HTMLElement;
    const row = button.closest<HTMLElement>('[role="row"]');
    this.#active = { id: Number(row?.dataset['id']), cell: button.matches('.remove') ? 1 : 0 };
    this.#host.requestUpdate();
  };

  readonly #move = (event: KeyboardEvent): void => {
    const cells = this.#cells;
    const at = cells.indexOf(event.target as HTMLElement);
    const column = at % 2;
    const steps: Readonly<Record<string, number>> = {
      [this.#backward]: at - 1,
      [this.#forward]: at + 1,
      ArrowUp: at - 2,
      ArrowDown: at + 2,
      Home: column,
      End: cells.length - 2 + column,
    };
    const to = steps[event.key];
    if (to !== undefined) {
      event.preventDefault();
      // Behind the last one is the field.
      if (to >= cells.length) this.input?.focus();
      else cells[Math.max(to, 0)]?.focus();
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      cells[at - column + 1]?.click();
    }
  };

  /** The focus goes to the one that takes its place, or into the field. */
  async #remove(recipient: Recipient): Promise<void> {
    const rows = [...(this.#host.shadowRoot?.querySelectorAll<HTMLElement>('[role="row"]') ?? [])];
    const at = rows.findIndex(({ dataset }) => Number(dataset['id']) === recipient.id);
    this.#parts.remove(recipient);
    await this.#host.updateComplete;
    const next = this.#cells[at * 2 + this.#active.cell] ?? this.input;
    next?.focus();
  }

  /** The buttons of all chips: two for each. */
  get #cells(): HTMLElement[] {
    return [...(this.#host.shadowRoot?.querySelectorAll<HTMLElement>('[role="gridcell"] > button') ?? [])];
  }

  get #backward(): string {
    return this.#host.matches(':dir(rtl)') ? 'ArrowRight' : 'ArrowLeft';
  }

  get #forward(): string {
    return this.#host.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
  }
}
