import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  :host([dialog]) {
    display: contents;
  }

  .done {
    display: grid;
    gap: calc(var(--_space) * 2);
  }

  .next:focus {
    outline: none;
  }

  .done > p {
    margin: 0;
    font-weight: 550;
    overflow-wrap: anywhere;
  }
`;
