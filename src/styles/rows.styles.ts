import { css } from 'lit';

/** Rows with a picture, a name and a hint, in sections with a title: what is in a switcher's panel and in a list. */
export const rows = css`
  .section ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .row {
    display: flex;
    gap: calc(var(--_space) * 1.25);
    align-items: center;
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: calc(var(--_space) * 0.75);
    border: 0;
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    line-height: 1.3;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }

  .row > svg {
    color: var(--_muted);
  }

  .row .name {
    white-space: normal;
    overflow-wrap: anywhere;
  }

  .row:hover {
    background: var(--_hover);
  }

  .action > svg {
    inline-size: 2rem;
  }

  .invitation {
    cursor: default;
  }

  .invitation:hover {
    background: transparent;
  }

  .title {
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 0.75);
    color: var(--_muted);
    font-size: 0.8125em;
    font-weight: 550;
  }
`;
