import { css } from 'lit';

/** A form about an organization: its fields one below the other, with the logo's preview beside its field. */
export const forms = css`
  .form {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin: 0;
    min-inline-size: 0;
  }

  .form > .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }

  .form > .buttons > .button {
    min-block-size: 2.25rem;
    padding-inline: 1rem;
  }

  .logo-field {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: calc(var(--_space) * 1.5);
    align-items: start;
  }

  .logo-side {
    display: grid;
    gap: calc(var(--_space) * 0.5);
    justify-items: center;
  }

  .logo-preview {
    display: grid;
    place-items: center;
    inline-size: 4rem;
    block-size: 4rem;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: #fff;
  }

  .logo-preview.dark {
    background: #14161b;
  }

  .logo-preview > img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }

  .file {
    min-block-size: 1.75rem;
    padding: 0.125rem 0.5rem;
    font-size: 0.8125em;
    cursor: pointer;
  }

  .file:hover {
    background: var(--_hover);
  }

  .file:focus-within {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }
`;
