import { css } from 'lit';

/** Of what comes when somebody may change something. */
export const formStyles = css`
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

  .mfa a {
    color: inherit;
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
    margin: calc(var(--_space) * -1) 0 0;
    font-size: 0.875em;
    line-height: 1.45;
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
`;
