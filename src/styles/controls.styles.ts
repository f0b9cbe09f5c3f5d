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

    button,
    input {
      margin: 0;
      font: inherit;
      color: inherit;
      letter-spacing: inherit;
    }

    button,
    a {
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

    .button.primary {
      border-color: transparent;
      background: var(--_accent);
      color: var(--_on-accent);
    }

    .button.primary:hover:enabled {
      background: color-mix(in srgb, var(--_accent) 88%, CanvasText);
    }

    .button:disabled {
      opacity: 0.6;
    }

    .icon-button {
      display: grid;
      flex: none;
      place-content: center;
      inline-size: 2rem;
      block-size: 2rem;
      padding: 0;
      border: 0;
      border-radius: calc(var(--_radius) * 0.75);
      background: transparent;
    }

    .icon-button:hover {
      background: var(--_hover);
    }

    .popup {
      --_side: self-block-end;
      --_along: span-self-inline-end;
      position: fixed;
      position-anchor: --org-trigger;
      position-area: var(--_side) var(--_along);
      position-try-fallbacks:
        flip-block,
        flip-inline,
        flip-block flip-inline;
      inset: auto;
      margin: 0.375rem 0;
      inline-size: min(20rem, 100vw - 2rem);
      inline-size: min(max(20rem, anchor-size(width, 0px)), 100vw - 2rem);
      max-block-size: min(32rem, 100dvh - 4.5rem);
      padding: 0;
      overflow: hidden;
      border: 1px solid var(--_border);
      border-radius: calc(var(--_radius) * 1.5);
      background: var(--_surface);
      color: var(--_text);
      box-shadow: var(--_shadow);
      text-align: start;
    }

    .popup:popover-open {
      opacity: 1;
      transition:
        opacity var(--_duration) ease-out,
        translate var(--_duration) ease-out;
    }

    @starting-style {
      .popup:popover-open {
        opacity: 0;
        translate: 0 -0.25rem;
      }
    }

    .popup[data-placement^='top'] {
      --_side: self-block-start;
    }

    .popup[data-placement$='end'] {
      --_along: span-self-inline-start;
    }

    @media (forced-colors: active) {
      .button,
      .icon-button {
        border: 1px solid ButtonText;
      }

      .popup {
        border-color: CanvasText;
      }

      :focus-visible {
        outline-color: Highlight;
      }
    }
  `,
];
