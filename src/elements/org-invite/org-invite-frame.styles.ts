import { css } from 'lit';

/** Of what there is before the form has been loaded. */
export const frameStyles = css`
  :host {
    display: block;
  }

  :host([dialog]) {
    display: inline-block;
  }

  .skeleton {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    min-block-size: 12rem;
    align-content: start;
  }

  .skeleton > span {
    block-size: 2.25rem;
    border-radius: calc(var(--_radius) * 0.75);
    background: color-mix(in srgb, currentColor 10%, transparent);
  }

  .skeleton > span:first-child {
    block-size: 5rem;
  }
`;
