import { css } from 'lit';

export const styles = css`
  .table .sent .hint {
    white-space: nowrap;
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

  @container org-list (inline-size < 40rem) {
    .table td.actions {
      grid-row: auto;
      grid-column: 2 / -1;
      text-align: start;
      white-space: normal;
    }

    .table td.actions > .buttons {
      flex-wrap: wrap;
      justify-content: flex-start;
    }

    .table td.main {
      grid-column: 2 / -1;
    }

    .table .sent .hint {
      white-space: normal;
    }
  }
`;
