import { html, nothing, type TemplateResult } from 'lit';
import type { ListController } from '../../controllers/list-controller.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { nextIcon, previousIcon } from './icon.js';

const PAGE_SIZES = [10, 20, 50, 100];

interface Range {
  /** Counts from 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
}

/** Which rows are shown, of how many: `21–40 of 103`. */
export function rangeText(
  { words, language }: LocaleController<'lists'>,
  { page, pageSize, total }: Range,
): string {
  const show = (count: number): string => count.toLocaleString(language);
  const from = Math.min(total, (page - 1) * pageSize + 1);
  return words.lists.range(show(from), show(Math.min(total, page * pageSize)), show(total));
}

/** Which rows are shown of how many, and the way to the others. */
export function pager(
  locale: LocaleController<'lists'>,
  { page, pageSize, goTo, resize }: ListController,
  total: number,
): TemplateResult {
  const { lists } = locale.words;
  const smallest = Math.min(pageSize, ...PAGE_SIZES);
  const last = Math.max(1, Math.ceil(total / pageSize));
  const show = (count: number): string => count.toLocaleString(locale.language);
  // A button that has the focus keeps it at the last page: `disabled` would lose it.
  const step = (part: string, to: number, label: string, arrow: TemplateResult): TemplateResult => {
    const isPossible = to >= 1 && to <= last;
    return html`<button
      type="button"
      class="icon-button"
      part=${part}
      aria-label=${label}
      aria-disabled=${!isPossible}
      @click=${() => isPossible && goTo(to)}
    >
      ${arrow}
    </button>`;
  };
  const sizes = PAGE_SIZES.includes(pageSize) ? PAGE_SIZES : [...PAGE_SIZES, pageSize].sort((a, b) => a - b);
  return html`<nav class="pager" part="pager" aria-label=${lists.pages}>
    <span class="range" part="range" dir="auto">${rangeText(locale, { page, pageSize, total })}</span>
    ${
      total > smallest
        ? html`<label
            ><span class="hint">${lists.perPage}</span>
            <select
              class="input"
              part="page-size"
              @change=${({ target }: Event) => resize(Number((target as HTMLSelectElement).value))}
            >
              ${sizes.map((size) => html`<option value=${size} ?selected=${size === pageSize}>${show(size)}</option>`)}
            </select></label
          >`
        : nothing
    }
    ${
      last > 1
        ? html`<span class="steps">
            ${step('previous', page - 1, lists.previous, previousIcon)}
            ${step('next', page + 1, lists.next, nextIcon)}
          </span>`
        : nothing
    }
  </nav>`;
}
