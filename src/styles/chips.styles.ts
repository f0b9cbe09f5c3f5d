import { css } from 'lit';

/** A word in a pill: a role, a state, an address. */
export const chips = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    min-inline-size: 0;
  }

  .chip {
    display: inline-flex;
    gap: 0.25rem;
    align-items: center;
    max-inline-size: 100%;
    min-block-size: 1.5rem;
    padding: 0 0.5rem;
    border: 1px solid var(--_border);
    border-radius: 1rem;
    font-size: 0.8125em;
    line-height: 1.3;
  }

  .chip > .text {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .chip > svg {
    inline-size: 1em;
    block-size: 1em;
  }

  .chip[data-tone='accent'] {
    border-color: color-mix(in srgb, var(--_accent) 40%, transparent);
    background: color-mix(in srgb, var(--_accent) 10%, transparent);
  }

  .chip[data-tone='danger'] {
    border-color: color-mix(in srgb, var(--_danger) 45%, transparent);
    background: color-mix(in srgb, var(--_danger) 8%, transparent);
  }

  .chip[data-tone='muted'] {
    color: var(--_muted);
  }

  .chip > button {
    display: grid;
    flex: none;
    place-content: center;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin-inline-end: -0.4375rem;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: transparent;
  }

  .chip > button:hover:enabled {
    background: var(--_hover);
  }
`;
