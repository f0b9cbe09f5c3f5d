import { css } from 'lit';

/** A modal dialog: `dialogFrame()` in elements/parts/dialog.ts. */
export const dialogs = css`
  :host {
    --_text: var(--org-color-text, CanvasText);
  }

  .dialog {
    inline-size: min(30rem, 100vw - 2rem);
    max-block-size: min(90dvh, 100dvh - 2rem);
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(
      --org-shadow,
      0 1.5rem 4rem light-dark(rgb(15 20 40 / 0.2), rgb(0 0 0 / 0.6)),
      0 0.25rem 0.75rem light-dark(rgb(15 20 40 / 0.1), rgb(0 0 0 / 0.4))
    );
    text-align: start;
    white-space: normal;
  }

  .dialog.wide {
    inline-size: min(44rem, 100vw - 2rem);
  }

  .dialog[open] {
    display: flex;
  }

  .dialog::backdrop {
    background: rgb(10 14 28 / 0.45);
  }

  .dialog > .frame {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
    margin: 0;
  }

  .dialog .heading {
    display: flex;
    gap: var(--_space);
    align-items: flex-start;
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3) 0;
  }

  .dialog .heading > h2 {
    flex: 1;
    min-inline-size: 0;
    margin: 0;
    font-size: 1.125em;
    font-weight: 650;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  .dialog .heading > .icon-button {
    margin-block: -0.25rem;
    margin-inline-end: -0.5rem;
  }

  .dialog .content {
    display: grid;
    flex: 1;
    gap: calc(var(--_space) * 2);
    align-content: start;
    min-block-size: 0;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3) calc(var(--_space) * 2.5);
    overflow-y: auto;
    overscroll-behavior: contain;
    line-height: 1.5;
    overflow-wrap: anywhere;
  }

  .dialog .content > p {
    margin: 0;
  }

  .dialog .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    justify-content: flex-end;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3) calc(var(--_space) * 2.5);
  }

  .dialog .actions > .button {
    min-block-size: 2.25rem;
    padding-inline: 1rem;
  }

  /* Zoomed in, heading and buttons leave nothing to what is between them: all of it scrolls. */
  @media (max-height: 20rem) {
    .dialog > .frame {
      overflow-y: auto;
    }

    .dialog > .frame > * {
      flex: none;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .dialog[open] {
      transition:
        opacity var(--org-duration, 120ms) ease-out,
        translate var(--org-duration, 120ms) ease-out;
    }

    @starting-style {
      .dialog[open] {
        opacity: 0;
        translate: 0 0.5rem;
      }
    }
  }

  @media (forced-colors: active) {
    .dialog {
      border-color: CanvasText;
    }
  }
`;
