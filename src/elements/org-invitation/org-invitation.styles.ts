import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  .card {
    display: grid;
    gap: calc(var(--_space) * 2);
    justify-items: center;
    max-inline-size: 26rem;
    margin-inline: auto;
    padding: calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 2);
    text-align: center;
    line-height: 1.5;
    overflow-wrap: anywhere;
  }

  .card > * {
    min-inline-size: 0;
    max-inline-size: 100%;
    margin: 0;
  }

  .card > .avatar,
  .emblem {
    inline-size: 4rem;
    block-size: 4rem;
    border-radius: calc(var(--_radius) * 1.5);
    font-size: 1.5rem;
  }

  .emblem {
    display: grid;
    place-content: center;
    border-radius: 50%;
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
    color: var(--_accent);
  }

  .emblem[data-tone='muted'] {
    background: var(--_hover);
    color: var(--_muted);
  }

  .title {
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
  }

  .title:focus {
    outline: none;
  }

  .text {
    color: var(--_muted);
    text-wrap: pretty;
  }

  .facts {
    display: grid;
    gap: var(--_space);
    justify-items: center;
    color: var(--_muted);
    font-size: 0.875em;
  }

  .facts .chips {
    justify-content: center;
    margin: 0;
    padding: 0;
    color: var(--_text, inherit);
    list-style: none;
  }

  .actions {
    display: grid;
    gap: var(--_space);
    inline-size: 100%;
    margin-block-start: var(--_space);
  }

  .actions > .button {
    min-block-size: 2.75rem;
    padding-inline: 1rem;
  }

  .account {
    display: flex;
    gap: calc(var(--_space) * 1.25);
    align-items: center;
    inline-size: 100%;
    padding: calc(var(--_space) * 1.25);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    text-align: start;
    line-height: 1.3;
  }

  .account .name {
    white-space: normal;
  }

  .message {
    inline-size: 100%;
    text-align: start;
  }

  .bar {
    inline-size: 70%;
    block-size: 1.25em;
  }

  .bar.short {
    inline-size: 45%;
    block-size: 0.875em;
    margin: 0;
  }

  .bar.control {
    inline-size: 100%;
    block-size: 2.75rem;
    margin-block-start: var(--_space);
    border-radius: calc(var(--_radius) * 0.75);
  }

  @container (inline-size < 24rem) {
    .card {
      padding: calc(var(--_space) * 3) calc(var(--_space) * 2);
    }
  }

  @media (forced-colors: active) {
    .emblem {
      border: 1px solid;
    }
  }
`;
