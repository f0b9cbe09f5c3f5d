import { css } from 'lit';

/** Labels, text fields, choices and checkboxes, with their hints and errors. */
export const fields = css`
  .field {
    display: grid;
    gap: calc(var(--_space) * 0.5);
    min-inline-size: 0;
  }

  .field > label,
  .field > .label {
    font-size: 0.875em;
    font-weight: 550;
  }

  .field .hint,
  .field > .error {
    font-size: 0.8125em;
    line-height: 1.4;
  }

  .field .hint {
    color: var(--_muted);
  }

  .field > label > .hint {
    font-size: 1em;
    font-weight: 400;
  }

  .field > .hints {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
    justify-content: space-between;
  }

  .hints > .left {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }

  .field > .error {
    display: flex;
    gap: 0.375em;
    color: var(--_danger);
  }

  .input {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 2.25rem;
    margin: 0;
    padding: 0.25rem 0.625rem;
    border: 1px solid var(--_border-strong);
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
  }

  textarea.input {
    min-block-size: 4.5rem;
    padding-block: 0.4375rem;
    line-height: 1.4;
    resize: vertical;
  }

  select.input {
    inline-size: auto;
    /* WebKit makes it higher than a field or a button beside it. */
    block-size: max(2.25rem, 1lh + 0.5rem + 2px);
    max-inline-size: 100%;
    cursor: pointer;
  }

  .input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .input:hover:enabled {
    border-color: var(--_muted);
  }

  .input:focus-visible {
    border-color: var(--_focus);
    outline-offset: -1px;
  }

  .input[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  .input:disabled,
  .input:read-only:not(select) {
    background: var(--_hover);
  }

  .search-field {
    position: relative;
    flex: 1 1 12rem;
    max-inline-size: 22rem;
  }

  .search-field > svg {
    position: absolute;
    inset-block-start: calc(50% - 0.5625em);
    inset-inline-start: 0.625rem;
    color: var(--_muted);
    pointer-events: none;
  }

  .search-field > .input {
    padding-inline-start: 2.125rem;
  }

  .search-field > .input::-webkit-search-cancel-button {
    cursor: pointer;
  }

  input:is([type='checkbox'], [type='radio']) {
    flex: none;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }

  /* A line with a checkbox, a name and what it means. All of it is the target. */
  .choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.125rem calc(var(--_space) * 1.25);
    align-items: center;
    min-block-size: 2rem;
    padding: calc(var(--_space) * 0.75);
    border-radius: calc(var(--_radius) * 0.75);
    cursor: pointer;
  }

  .choice:hover:not([data-disabled]) {
    background: var(--_hover);
  }

  .choice[data-disabled],
  .choice[data-disabled] > input {
    cursor: not-allowed;
  }

  /* A name in another direction stays on the side of the page's. */
  .choice > :is(.name, .hint) {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .choice > .name {
    font-weight: 550;
    overflow-wrap: anywhere;
    white-space: normal;
  }

  .choice > .hint {
    grid-column: 2;
    color: var(--_muted);
    font-size: 0.8125em;
    line-height: 1.4;
    overflow-wrap: anywhere;
    white-space: normal;
  }
`;
