import { css } from 'lit';

/** Of what there is before anything else has been loaded. */
export const frameStyles = css`
  :host {
    display: block;
  }

  :host([dialog]) {
    display: contents;
  }

  .tabs {
    display: flex;
    gap: calc(var(--_space) * 0.5);
    min-block-size: var(--_control);
    box-shadow: inset 0 -1px var(--_border);
  }

  .skeleton {
    gap: calc(var(--_space) * 2);
    align-content: start;
    min-block-size: 16rem;
  }
`;
