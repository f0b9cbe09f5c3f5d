import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  .page {
    display: grid;
    gap: calc(var(--_space) * 2);
    max-inline-size: 36rem;
  }

  .section {
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    padding: calc(var(--_space) * 0.75);
    min-inline-size: 0;
  }

  .section[part='invitations'] {
    border-color: color-mix(in srgb, var(--_accent) 40%, transparent);
    background: color-mix(in srgb, var(--_accent) 5%, transparent);
  }

  .section > .search-field {
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 0.5) var(--_space);
  }

  .row {
    min-block-size: 3.5rem;
  }

  li:has(> .row) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 3.5rem;
  }

  .row .avatar {
    inline-size: 2.5rem;
    block-size: 2.5rem;
    font-size: 0.9rem;
  }

  .row > .current {
    display: inline-flex;
    flex: none;
    gap: 0.25em;
    align-items: center;
    color: var(--_accent);
    font-size: 0.8125em;
    font-weight: 550;
  }

  .row.action > svg {
    inline-size: 2.5rem;
  }

  .invitation .button {
    min-block-size: 2.25rem;
  }

  .welcome {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    justify-items: center;
    padding: calc(var(--_space) * 5) calc(var(--_space) * 3);
    border: 1px dashed var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    text-align: center;
    line-height: 1.5;
    overflow-wrap: anywhere;
  }

  .welcome > * {
    margin: 0;
  }

  .welcome > h2 {
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
  }

  .welcome > h2::first-letter {
    text-transform: uppercase;
  }

  .welcome > p {
    max-inline-size: 24rem;
    color: var(--_muted);
    text-wrap: pretty;
  }

  .welcome > .button {
    min-block-size: 2.75rem;
    padding-inline: 1.25rem;
  }

  .emblem {
    display: grid;
    place-content: center;
    inline-size: 4rem;
    block-size: 4rem;
    border-radius: 50%;
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
    color: var(--_accent);
    font-size: 1.5rem;
  }

  .nothing {
    margin: 0;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 2);
    color: var(--_muted);
    text-align: center;
    overflow-wrap: anywhere;
  }

  .skeleton .row {
    cursor: default;
  }

  @container (inline-size < 26rem) {
    .invitation {
      flex-wrap: wrap;
    }

    .invitation .label {
      flex-basis: 60%;
    }

    .invitation .button {
      flex: 1;
    }
  }

  @media (forced-colors: active) {
    .emblem {
      border: 1px solid;
    }
  }
`;
