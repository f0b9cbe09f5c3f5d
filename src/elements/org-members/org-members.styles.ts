import { css } from 'lit';

export const styles = css`
  .table:focus {
    outline: none;
  }

  .address {
    color: var(--_muted);
    overflow-wrap: anywhere;
  }

  @container org-list (inline-size >= 40rem) {
    .address {
      /* Long names would leave it too little. */
      inline-size: 30%;
    }
  }

  /* The mark stands beside the name, wherever the page reads from. */
  .person .name {
    display: inline;
  }

  .name + .chip {
    margin-inline-start: 0.375em;
    min-block-size: 1.25rem;
    vertical-align: 0.0625em;
  }

  .edit {
    position: relative;
    align-items: center;
    inline-size: fit-content;
    max-inline-size: 100%;
    min-block-size: 2.25rem;
    margin-inline-start: -0.375rem;
    padding: 0.25rem 0.375rem;
    padding-inline-end: 1.375rem;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 0.75);
    background: transparent;
    text-align: start;
  }

  /* The chevron of a menu, without a node of its own in each row. */
  .edit::after {
    position: absolute;
    inset-block-start: calc(50% - 0.375rem);
    inset-inline-end: 0.5rem;
    inline-size: 0.4375rem;
    block-size: 0.4375rem;
    border: solid var(--_muted);
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
    content: '';
  }

  .edit:is(:hover, [aria-expanded='true']) {
    border-color: var(--_border);
    background: var(--_hover);
  }

  .icon-button[part='remove']:hover:not([aria-disabled='true']) {
    color: var(--_danger);
  }

  :host(:dir(rtl)) .icon-button[part='leave'] svg {
    scale: -1 1;
  }

  .failure {
    display: flex;
    gap: 0.375em;
    align-items: center;
    color: var(--_danger);
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }

  .progress {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    align-items: center;
    padding-block-end: var(--_space);
  }

  progress {
    flex: 1 1 8rem;
    max-inline-size: 16rem;
    block-size: 0.5rem;
    accent-color: var(--_accent);
  }

  .message {
    margin-block-end: var(--_space);
  }

  @container org-list (inline-size < 40rem) {
    .edit {
      margin-block-start: 0.125rem;
    }
  }
`;
