import { css } from 'lit';

export const styles = css`
  /* The marks stand beside the name, wherever the page reads from. */
  .person .name {
    display: inline;
  }

  .person :is(.name, .name ~ .chip) {
    margin-inline-end: 0.375em;
  }

  .name ~ .chip {
    max-inline-size: calc(100% - 0.375em);
    min-block-size: 1.25rem;
    vertical-align: 0.0625em;
  }

  a.button {
    color: inherit;
  }

  .table .number {
    font-variant-numeric: tabular-nums;
    text-align: end;
    white-space: nowrap;
  }

  .table .day {
    padding-inline-start: calc(var(--_space) * 3);
    white-space: nowrap;
  }

  .message {
    margin-block-end: var(--_space);
  }

  @container org-list (inline-size < 40rem) {
    .table .number,
    .table .day {
      /* Below the name, beside the picture. */
      padding-inline-start: calc(2rem + var(--_space) * 1.25);
      color: var(--_muted);
      font-size: 0.8125rem;
      text-align: start;
    }

    .table td.actions {
      padding-inline-start: var(--_space);
    }

    .table :is(.number, .day)::before {
      content: attr(data-label);
    }
  }
`;
