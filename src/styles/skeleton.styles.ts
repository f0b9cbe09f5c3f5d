import { css } from 'lit';

/** What is shown in place of a form while it is loading: bars where the fields will be, short ones for their labels. */
export const skeletons = css`
  .skeleton {
    display: grid;
    gap: var(--_space);
  }

  .bar {
    inline-size: 100%;
    block-size: 2.25rem;
    border-radius: calc(var(--_radius) * 0.75);
    background: color-mix(in srgb, currentColor 9%, transparent);
  }

  .bar.short {
    inline-size: 30%;
    block-size: 0.875rem;
    margin-block-start: var(--_space);
  }

  @media (prefers-reduced-motion: no-preference) {
    .bar {
      animation: breathe 0.8s ease-in-out infinite alternate;
    }

    @keyframes breathe {
      to {
        opacity: 0.5;
      }
    }
  }
`;
