import { css } from 'lit';

/** A popup in the top layer, anchored to what has `anchor-name: --org-trigger`. */
export const popup = css`
  :host {
    --_text: var(--org-color-text, CanvasText);
  }

  .popup {
    --_side: self-block-end;
    --_along: span-self-inline-end;
    position: fixed;
    position-anchor: --org-trigger;
    position-area: var(--_side) var(--_along);
    /* Never to be animated: WebKit 26.0 does not come back from animating a box that has fallbacks. */
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
    box-shadow: var(
      --org-shadow,
      0 0.75rem 2rem light-dark(rgb(15 20 40 / 0.14), rgb(0 0 0 / 0.5)),
      0 0.125rem 0.375rem light-dark(rgb(15 20 40 / 0.08), rgb(0 0 0 / 0.4))
    );
    text-align: start;
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
