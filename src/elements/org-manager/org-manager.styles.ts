import { css } from 'lit';

export const styles = css`
  .page,
  .dialog > .frame > .content {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
    align-content: start;
  }

  [hidden] {
    display: none !important;
  }

  /* Too many for the width: the list scrolls, and what is cut off says so. */
  .tabs {
    overflow: auto hidden;
    overscroll-behavior-inline: contain;
    scrollbar-width: none;
  }

  .tab {
    position: relative;
    flex: none;
    display: grid;
    place-content: center;
    min-inline-size: 2.75rem;
    padding: 0.375rem calc(var(--_space) * 1.5);
    border: 0;
    border-start-start-radius: calc(var(--_radius) * 0.75);
    border-start-end-radius: calc(var(--_radius) * 0.75);
    background: transparent;
    color: var(--_muted);
    font-weight: 550;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
  }

  .tab:hover {
    background: var(--_hover);
    color: inherit;
  }

  .tab[aria-selected='true'] {
    color: inherit;
  }

  .tab[aria-selected='true']::after {
    position: absolute;
    inset-block-end: 0;
    inset-inline: calc(var(--_space) * 0.5);
    block-size: 2px;
    border-radius: 1px;
    background: var(--_accent);
    content: '';
  }

  /* Inside: the list that scrolls would cut it off. */
  .tab:focus-visible {
    outline-offset: -3px;
  }

  .actions-line {
    display: flex;
    justify-content: flex-end;
  }

  .nothing {
    margin: calc(var(--_space) * 4) 0;
    color: var(--_muted);
    text-align: center;
  }

  .panel {
    min-inline-size: 0;
    border-radius: calc(var(--_radius) * 0.5);
  }

  .panel:focus-visible {
    outline-offset: 4px;
  }

  .dialog {
    inline-size: min(64rem, 100vw - 2rem);
    block-size: min(46rem, 100dvh - 2rem);
    max-block-size: none;
  }

  .dialog > .frame > .tabs {
    flex: none;
    margin-block-start: var(--_space);
    padding-inline: calc(var(--_space) * 1.5);
  }

  .dialog > .frame > .content {
    padding-block-start: calc(var(--_space) * 2);
  }

  @media (max-width: 40rem) {
    .dialog {
      inline-size: 100vw;
      max-inline-size: none;
      block-size: 100dvh;
      border: 0;
      border-radius: 0;
    }

    .dialog .heading {
      padding-inline: calc(var(--_space) * 2);
    }

    .dialog > .frame > .tabs {
      padding-inline: var(--_space);
    }

    .dialog > .frame > .content {
      padding-inline: calc(var(--_space) * 2);
    }
  }

  @media (forced-colors: active) {
    .tab[aria-selected='true']::after {
      background: Highlight;
    }
  }
`;
