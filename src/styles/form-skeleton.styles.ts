import { css } from 'lit';
import { skeletons } from './skeleton.styles.js';

/** A skeleton with bars where the fields of a form will be, and short ones for their labels. */
export const formSkeletons = [
  skeletons,
  css`
    .skeleton {
      display: grid;
      gap: var(--_space);
    }

    .skeleton > .bar {
      inline-size: 100%;
      block-size: 2.25rem;
      margin: 0;
      border-radius: calc(var(--_radius) * 0.75);
    }

    .skeleton > .bar.short {
      inline-size: 30%;
      block-size: 0.875rem;
      margin-block-start: var(--_space);
    }
  `,
];
