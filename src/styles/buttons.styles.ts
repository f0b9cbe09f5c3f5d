import { css } from 'lit';

/** The main button, the dangerous one, and the one that is an icon. Plain ones are in controls.styles.ts. */
export const buttons = css`
  .button {
    display: inline-flex;
    gap: var(--_space);
    align-items: center;
    justify-content: center;
    text-decoration: none;
  }

  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .button.primary:hover:enabled {
    background: color-mix(in srgb, var(--_accent) 88%, CanvasText);
  }

  .button.danger {
    color: var(--_danger);
  }

  .button.danger.primary {
    background: var(--_danger);
    color: light-dark(#fff, #3a0906);
  }

  .button.danger.primary:hover:enabled {
    background: color-mix(in srgb, var(--_danger) 88%, CanvasText);
  }

  :is(.button, .icon-button):disabled,
  :is(.button, .icon-button)[aria-disabled='true'] {
    opacity: 0.55;
    cursor: not-allowed;
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

  .icon-button:hover:enabled {
    background: var(--_hover);
  }

  /* In place of what a button says nothing about: it works, and keeps its width. */
  [aria-busy='true']:is(.button, .icon-button) {
    position: relative;
    cursor: progress;
  }

  .button[aria-busy='true']::after {
    inline-size: 0.875em;
    block-size: 0.875em;
    border: 2px solid;
    border-inline-end-color: transparent;
    border-radius: 50%;
    content: '';
  }

  @media (prefers-reduced-motion: no-preference) {
    .button[aria-busy='true']::after {
      animation: turn 0.8s linear infinite;
    }

    @keyframes turn {
      to {
        rotate: 1turn;
      }
    }
  }

  @media (forced-colors: active) {
    .icon-button {
      border: 1px solid ButtonText;
    }
  }
`;
