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

  .person > .avatar {
    inline-size: 3.5rem;
    block-size: 3.5rem;
    border-radius: calc(var(--_radius) * 0.75);
  }

  .facts > div {
    display: grid;
    grid-template-columns: 9rem minmax(0, 1fr);
    gap: calc(var(--_space) * 0.5) calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 1.75);
    border-block-start: 1px solid var(--_border);
  }

  @container org-me (inline-size < 34rem) {
    .facts > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  .bar {
    inline-size: 10rem;
    max-inline-size: 70%;
  }

  .bar + .bar {
    inline-size: 7rem;
    margin-block-start: 0.5em;
  }
`;
