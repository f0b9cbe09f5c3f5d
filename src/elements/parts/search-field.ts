import { html, type TemplateResult } from 'lit';
import { searchIcon } from './icon.js';

interface SearchField {
  readonly label: string;
  readonly value: string;
  /** While typing; debounce what it leads to. */
  readonly search: (text: string) => void;
}

/** A search field with its icon. The label is spoken; it is also the placeholder. */
export function searchField({ label, value, search }: SearchField): TemplateResult {
  return html`<div class="search-field">
    ${searchIcon}
    <input
      type="search"
      class="input"
      part="search"
      autocomplete="off"
      spellcheck="false"
      aria-label=${label}
      placeholder=${label}
      maxlength="128"
      .value=${value}
      @input=${({ target }: Event) => search((target as HTMLInputElement).value)}
    />
  </div>`;
}
