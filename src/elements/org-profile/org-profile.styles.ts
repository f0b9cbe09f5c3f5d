import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 3);
    container: org-profile / inline-size;
  }

  .facts {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    margin: 0;
  }

  .fact {
    display: grid;
    grid-template-columns: minmax(8rem, 1fr) minmax(0, 2fr);
    gap: 0.125rem calc(var(--_space) * 2);
  }

  .fact > dt {
    color: var(--_muted);
  }

  .fact > dd {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .fact > .logos {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }

  @container org-profile (inline-size < 28rem) {
    .fact {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  /* Below the form: what is there to be looked up, not to be read. */
  .form + .facts {
    gap: 0.25rem;
    font-size: 0.875em;
  }

  .form > .buttons {
    align-items: center;
  }

  .unsaved {
    color: var(--_muted);
    font-size: 0.875em;
  }

  .mfa {
    display: grid;
    gap: var(--_space);
  }

  .mfa > .choice {
    margin-inline: calc(var(--_space) * -0.75);
  }

  .mfa .choice[data-disabled] > .name {
    color: var(--_muted);
  }

  input.switch {
    display: flex;
    grid-row: span 2;
    align-items: center;
    inline-size: 2.25rem;
    block-size: 1.25rem;
    padding: 0.125rem;
    border: 1px solid var(--_border-strong);
    border-radius: 1rem;
    appearance: none;
    color: var(--_muted);
  }

  /* Its border is the knob: forced colours keep borders. */
  .switch::before {
    border: 0.4375rem solid;
    border-radius: 50%;
    content: '';
  }

  .switch:checked {
    justify-content: flex-end;
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .switch:disabled {
    opacity: 0.55;
  }

  @media (forced-colors: active) {
    .switch:checked {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }

  .section {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    align-items: center;
    padding-block-start: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_border);
  }

  .section > .words {
    flex: 1 1 18rem;
    min-inline-size: 0;
  }

  h3 {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
  }

  .section p,
  .conflicts > p {
    margin: 0.25rem 0 0;
    color: var(--_muted);
    font-size: 0.875em;
    line-height: 1.45;
    overflow-wrap: anywhere;
  }

  .section > .button {
    min-block-size: 2.25rem;
    padding-inline: 1rem;
  }

  .conflicts {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 2);
    border: 1px solid color-mix(in srgb, var(--_danger) 35%, transparent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_danger) 5%, transparent);
  }

  .conflicts > h3 {
    display: flex;
    gap: var(--_space);
    align-items: center;
  }

  .conflicts > h3 > svg {
    color: var(--_danger);
  }

  .conflicts > p {
    margin-block-start: calc(var(--_space) * -1);
    color: inherit;
  }

  .conflict {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    gap: var(--_space);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .conflict > legend {
    padding: 0;
    font-size: 0.875em;
    font-weight: 550;
  }

  .conflict > .choice {
    align-content: start;
    padding: var(--_space) calc(var(--_space) * 1.25);
    border: 1px solid var(--_border);
    background: var(--_surface);
  }

  .conflict > .choice:has(:checked) {
    border-color: var(--_accent);
    box-shadow: 0 0 0 1px var(--_accent);
  }

  .conflict .value {
    display: flex;
    flex-wrap: wrap;
    grid-column: 2;
    gap: var(--_space);
    align-items: center;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .conflict > .error {
    display: flex;
    grid-column: 1 / -1;
    gap: 0.375em;
    align-items: center;
    color: var(--_danger);
    font-size: 0.8125em;
  }

  .empty {
    margin: 0;
    padding: calc(var(--_space) * 4) calc(var(--_space) * 2);
    color: var(--_muted);
    text-align: center;
    overflow-wrap: anywhere;
  }

  .skeleton {
    display: grid;
    gap: var(--_space);
  }

  .bar {
    inline-size: 100%;
    block-size: 2.25rem;
    border-radius: calc(var(--_radius) * 0.75);
    background: color-mix(in srgb, currentColor 9%, transparent);
  }

  .bar.short {
    inline-size: 30%;
    block-size: 0.875rem;
    margin-block-start: var(--_space);
  }

  @media (prefers-reduced-motion: no-preference) {
    .bar {
      animation: breathe 0.8s ease-in-out infinite alternate;
    }

    @keyframes breathe {
      to {
        opacity: 0.5;
      }
    }
  }
`;
