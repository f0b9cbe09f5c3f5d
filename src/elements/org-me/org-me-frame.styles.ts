import { css } from 'lit';

/** Of the element, and of what is in its place until it is there. */
export const frameStyles = css`
  :host {
    display: block;
    container: org-me / inline-size;
    line-height: 1.4;
  }

  .me {
    display: grid;
    gap: calc(var(--_space) * 3);
  }

  .person {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    align-items: center;
  }

  .person > .words {
    flex: 1 1 10rem;
    min-inline-size: 0;
  }

  .facts > div {
    padding-block: calc(var(--_space) * 1.75);
    border-block-start: 1px solid var(--_border);
  }

  .bar,
  .picture {
    display: block;
    inline-size: 10rem;
    max-inline-size: 70%;
    block-size: 0.75em;
    border-radius: 0.25em;
    background: color-mix(in srgb, currentColor 12%, transparent);
  }

  .picture {
    inline-size: 3.5rem;
    block-size: 3.5rem;
  }

  .bar + .bar {
    inline-size: 7rem;
    margin-block-start: 0.5em;
  }

  @media (prefers-reduced-motion: no-preference) {
    :is(.bar, .picture) {
      animation: breathe 0.8s ease-in-out infinite alternate;
    }

    @keyframes breathe {
      to {
        opacity: 0.5;
      }
    }
  }
`;
