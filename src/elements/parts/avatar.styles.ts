import { css, unsafeCSS } from 'lit';

const hues = [255, 295, 345, 25, 60, 130, 165, 215];

// Lightness and chroma are the same for all, so contrast is too: 6:1 and more, light and dark.
export const avatarStyles = css`
  .avatar {
    position: relative;
    display: inline-grid;
    flex: none;
    place-content: center;
    inline-size: 2rem;
    block-size: 2rem;
    overflow: hidden;
    /* Seen where colours are forced. */
    outline: 1px solid transparent;
    outline-offset: -1px;
    border-radius: calc(var(--_radius) * 0.75);
    --_hue: 255;
    background: light-dark(oklch(0.92 0.045 var(--_hue)), oklch(0.34 0.06 var(--_hue)));
    color: light-dark(oklch(0.4 0.11 var(--_hue)), oklch(0.92 0.05 var(--_hue)));
    font-size: 0.76rem;
    font-weight: 650;
    line-height: 1;
    user-select: none;
  }

  .avatar img {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    background: var(--_surface);
    opacity: 0;
  }

  .avatar img.loaded {
    opacity: 1;
  }

  .avatar svg {
    inline-size: 1.5em;
    block-size: 1.5em;
  }

  ${unsafeCSS(hues.map((hue, index) => `.avatar[data-color="${index}"]{--_hue:${hue}}`).join(''))}
`;
