import { html, type TemplateResult } from 'lit';
import { searchIcon } from '../parts/icon.js';

interface OrganizationSearch {
  readonly label: string;
  readonly hasResults: boolean;
  readonly search: (event: Event) => void;
  readonly move: (event: KeyboardEvent) => void;
}

/** The search field: a combobox over the list below it, as in the ARIA Authoring Practices. */
export function organizationSearch({ label, hasResults, search, move }: OrganizationSearch): TemplateResult {
  return html`<div class="search">
    ${searchIcon}
    <input
      part="search"
      role="combobox"
      aria-label=${label}
      aria-autocomplete="list"
      aria-expanded=${hasResults}
      aria-controls="list"
      placeholder=${label}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      enterkeyhint="go"
      @input=${search}
      @keydown=${move}
    />
  </div>`;
}
