import { css } from 'lit';
import { tokens } from './tokens.styles.js';

/** The one look of buttons, fields, rows and popups. Put it before an element's own styles. */
export const controls = [
  tokens,
  css`
    *,
    ::before,
    ::after {
      box-sizing: border-box;
    }

    button {
      margin: 0;
      font: inherit;
      color: inherit;
      letter-spacing: inherit;
      cursor: pointer;
      -webkit-tap-highlight-color: transparent;
    }

    :focus-visible {
      outline: 2px solid var(--_focus);
      outline-offset: 1px;
    }

    :disabled {
      cursor: not-allowed;
    }

    svg {
      flex: none;
      inline-size: 1.125em;
      block-size: 1.125em;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }

    /* Seen by screen readers only. */
    .spoken {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      margin: -1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    .button {
      flex: none;
      min-block-size: 2rem;
      padding: 0.25rem 0.75rem;
      border: 1px solid var(--_border);
      border-radius: calc(var(--_radius) * 0.75);
      background: transparent;
      font-weight: 550;
    }

    .button:hover:enabled {
      background: var(--_hover);
    }
  `,
];
