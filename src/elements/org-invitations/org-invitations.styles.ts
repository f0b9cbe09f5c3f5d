import { css } from 'lit';
import { listBelow } from '../../styles/data-list.styles.js';

export const styles = css`
  .table .sent > .hint {
    display: block;
    min-inline-size: 5.5rem;
    max-inline-size: 14rem;
    overflow-wrap: anywhere;
  }

  .table .failure {
    display: block;
    color: var(--_danger);
    font-size: 0.8125rem;
  }

  .table tr[data-waiting] .name {
    text-decoration: line-through;
  }

  .selection-bar > progress {
    flex: 1 1 6rem;
    accent-color: var(--_accent);
  }

  .undo {
    margin-block-end: var(--_space);
  }

  .by-hand {
    display: grid;
    gap: var(--_space);
    margin-block-end: var(--_space);
  }

  .skeleton .bar {
    margin-block: 1.25rem;
  }

  /* Six columns need more room than those of other lists. */
  ${listBelow(css`52rem`)}

  @container org-list (inline-size < 52rem) {
    .table td.state {
      grid-row: 1;
      grid-column: 3;
      padding-inline-start: var(--_space);
      text-align: end;
    }

    .table td.actions {
      grid-row: auto;
      grid-column: 2 / -1;
      text-align: start;
      white-space: normal;
    }

    .table .sent > .hint {
      max-inline-size: none;
    }
  }

  /* An address is as wide as it is, up to a limit: what is in the other columns has spaces to break at. */
  @container org-list (inline-size >= 52rem) {
    .table .person {
      min-inline-size: 11rem;
      max-inline-size: max(18rem, 30cqi);
    }

    .table .person .name {
      overflow-wrap: break-word;
    }
  }

  /* Beside the roles and who sent it. */
  @container org-list (30rem <= inline-size < 52rem) {
    .table td {
      grid-column: 2;
    }

    .table td.actions {
      grid-row: 2 / span 2;
      grid-column: 3;
      align-self: end;
      text-align: end;
    }
  }

  @container org-list (inline-size < 30rem) {
    .table td.actions > .buttons {
      flex-wrap: wrap;
      justify-content: flex-start;
    }
  }
`;
