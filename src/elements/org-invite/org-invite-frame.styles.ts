import { css } from 'lit';

/** Of what there is before the form has been loaded: as high as the form will be. */
export const frameStyles = css`
  :host {
    display: block;
  }

  :host([dialog]) {
    display: inline-block;
  }

  .form {
    display: grid;
    gap: calc(var(--_space) * 2);
    container: org-invite / inline-size;
    margin: 0;
  }

  .settings {
    display: grid;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    align-items: end;
  }

  /* All in a row, or two by two. */
  @container org-invite (inline-size >= 22rem) {
    .settings {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  @container org-invite (inline-size >= 32rem) {
    .settings:not(:has(> :nth-child(4))) {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }

  @container org-invite (inline-size >= 44rem) {
    .settings:has(> :nth-child(4)) {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }

  .skeleton .bar {
    inline-size: 100%;
    block-size: 2.25rem;
    margin: 0;
    border-radius: calc(var(--_radius) * 0.75);
  }

  .skeleton .bar.short {
    inline-size: 30%;
    block-size: 0.875lh;
    margin-block-end: calc(var(--_space) * 0.5);
  }

  .skeleton .bar.addresses {
    block-size: 4.5rem;
    margin-block-end: calc(var(--_space) * 0.5);
  }

  .skeleton .hint {
    display: block;
    font-size: 0.8125em;
    line-height: 1.4;
    visibility: hidden;
  }

  /* Buttons grow with their text. */
  .skeleton .bar.tall {
    block-size: max(2.25rem, 1lh + 0.5rem + 2px);
  }

  .skeleton > .bar {
    inline-size: 6rem;
  }

  .button.skeleton {
    inline-size: 9rem;
  }
`;
