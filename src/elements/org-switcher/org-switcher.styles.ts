import { css } from 'lit';

export const styles = css`
  :host {
    /* A fixed width: the page does not move when the name arrives, nor on a switch. */
    display: inline-block;
    inline-size: 15rem;
    max-inline-size: 100%;
    /* In a flex row that is too narrow it gives way. */
    min-inline-size: min(7rem, 100%);
    vertical-align: middle;
  }

  :host([compact]) {
    inline-size: auto;
    min-inline-size: auto;
  }

  .trigger {
    display: flex;
    gap: calc(var(--_space) * 1.25);
    align-items: center;
    inline-size: 100%;
    text-align: start;
    position: relative;
    anchor-name: --org-trigger;
    block-size: var(--_control);
    padding-block: 0;
    padding-inline: calc(var(--_space) * 0.75) calc(var(--_space) * 1.25);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    line-height: 1.3;
  }

  .trigger:hover:enabled,
  :host([open]) .trigger {
    background: var(--_hover);
  }

  .trigger:disabled {
    opacity: 0.6;
  }

  .trigger > svg {
    color: var(--_muted);
  }

  :host([compact]) .trigger {
    inline-size: var(--_control);
    padding: 0;
    justify-content: center;
  }

  :host([compact]) :is(.trigger .label, .trigger > svg) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .count {
    display: grid;
    flex: none;
    place-content: center;
    min-inline-size: 1.375rem;
    block-size: 1.375rem;
    /* Seen where colours are forced. */
    outline: 1px solid transparent;
    outline-offset: -1px;
    padding-inline: 0.375rem;
    border-radius: 1rem;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.75rem;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }

  :host([compact]) .count {
    position: absolute;
    inset-block-start: -0.375rem;
    inset-inline-end: -0.375rem;
    min-inline-size: 1.125rem;
    block-size: 1.125rem;
    padding-inline: 0.25rem;
    font-size: 0.6875rem;
  }

  .failure {
    padding-inline: calc(var(--_space) * 1.25) calc(var(--_space) * 0.75);
    font-size: 0.875em;
  }

  .failure > svg {
    color: var(--_danger);
  }

  .failure .text {
    display: -webkit-box;
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
`;
