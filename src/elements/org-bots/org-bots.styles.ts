import { css } from 'lit';

export const styles = css`
  .toolbar > .hint {
    flex: 1 1 12rem;
  }

  .table td.main {
    min-inline-size: 12rem;
  }

  .table td.roles[aria-busy='true'] > * {
    opacity: 0.55;
  }

  .table .reason {
    display: block;
    max-inline-size: 16rem;
    margin-inline-start: auto;
    text-align: start;
    white-space: normal;
  }

  .skeleton > .person {
    min-block-size: 3.5rem;
  }

  .popup > .title {
    margin: 0;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2) 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .popup > .choices {
    display: grid;
    gap: var(--_space);
    max-block-size: inherit;
    padding: var(--_space);
    overflow-y: auto;
  }

  /* The text of a choice is in line with what is above it. */
  .dialog .choice {
    margin-inline: calc(var(--_space) * -0.75);
  }

  @container org-list (inline-size < 40rem) {
    .table td.main {
      grid-column: 1 / -1;
    }

    .table td.roles,
    .table td.actions {
      grid-row: auto;
      grid-column: 1 / -1;
      text-align: start;
    }

    /* In line with the name, beside the picture. */
    .table td:not(.main) {
      padding-inline-start: calc(2rem + var(--_space) * 1.25);
    }

    .table .reason {
      max-inline-size: none;
      margin: 0;
    }
  }
`;
