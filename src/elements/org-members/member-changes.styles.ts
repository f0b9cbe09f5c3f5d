import { css } from 'lit';

export const changeStyles = css`
  .popup > .sheet {
    display: grid;
    gap: var(--_space);
    max-block-size: inherit;
    padding: calc(var(--_space) * 1.25);
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  .sheet > p {
    margin: 0;
    padding: calc(var(--_space) * 0.75);
    line-height: 1.45;
    overflow-wrap: anywhere;
  }

  .sheet > .title {
    padding-block-end: 0;
    font-weight: 650;
  }

  .sheet > .buttons {
    display: flex;
    justify-content: flex-end;
    padding: calc(var(--_space) * 0.75);
  }

  .failures {
    margin: calc(var(--_space) * 0.5) 0 0;
    padding-inline-start: 1.25em;
    font-size: 0.875em;
  }
`;
