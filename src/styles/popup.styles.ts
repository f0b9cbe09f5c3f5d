import { css } from 'lit';

/** A popup in the top layer, anchored to what has `anchor-name: --org-trigger`. */
export const popup = css`
  :host {
    --_text: var(--org-color-text, CanvasText);
    --_duration: var(--org-duration, 120ms);
    --_shadow: var(
      --org-shadow,
      0 0.75rem 2rem light-dark(rgb(15 20 40 / 0.14), rgb(0 0 0 / 0.5)),
      0 0.125rem 0.375rem light-dark(rgb(15 20 40 / 0.08), rgb(0 0 0 / 0.4))
    );
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_duration: 0s;
    }
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
    /* The room on this side of the button; with too little of it, the other side is tried. */
    max-block-size: clamp(12rem, 100% - 0.75rem, 32rem);
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
    text-align: start;
  }

  /* What is inside fades in, not the popup: WebKit 26.0 never returns from animating a box with fallback positions. */
  .popup:popover-open > :where(*) {
    transition:
      opacity var(--_duration) ease-out,
      translate var(--_duration) ease-out;
  }

  @starting-style {
    .popup:popover-open > :where(*) {
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
    .popup {
      border-color: CanvasText;
    }
  }
`;
