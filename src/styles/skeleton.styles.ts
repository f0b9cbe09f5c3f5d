import { css } from 'lit';

/** What is shown in place of something that is loading: every empty `<span>` in it stands for words or for a picture. */
export const skeletons = css`
  .bar {
    display: block;
    inline-size: 60%;
    block-size: 0.75em;
    border-radius: 0.25em;
  }

  .bar + .bar {
    inline-size: 35%;
    margin-block-start: 0.4em;
  }

  .skeleton span:empty {
    background: color-mix(in srgb, currentColor 12%, transparent);
    /* Seen where colours are forced. */
    outline: 1px solid transparent;
    outline-offset: -1px;
  }

  @media (prefers-reduced-motion: no-preference) {
    .skeleton span:empty {
      animation: breathe 0.8s ease-in-out infinite alternate;
    }

    @keyframes breathe {
      to {
        opacity: 0.5;
      }
    }
  }
`;
