import { css } from 'lit';

export const styles = css`
  .dialog > .frame > .content {
    container: org-invite / inline-size;
  }

  .form > .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }

  .form > .actions .button {
    min-block-size: 2.25rem;
    padding-inline: 1rem;
  }

  .recipients {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
    align-items: center;
    max-block-size: 14rem;
    min-block-size: 4.5rem;
    align-content: flex-start;
    padding: 0.4375rem;
    overflow-y: auto;
    border: 1px solid var(--_border-strong);
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_surface);
    cursor: text;
  }

  .recipients:hover {
    border-color: var(--_muted);
  }

  .recipients:has(input:focus-visible) {
    border-color: var(--_focus);
    outline: 2px solid var(--_focus);
    outline-offset: -1px;
  }

  .recipients > .grid {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
    min-inline-size: 0;
  }

  .recipients > input {
    flex: 1 1 10rem;
    min-inline-size: 0;
    min-block-size: 1.75rem;
    margin: 0;
    padding: 0 0.25rem;
    border: 0;
    outline: 0;
    background: transparent;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
  }

  .recipients .chip {
    gap: 0;
    min-block-size: 1.75rem;
    padding: 0;
    font-size: 0.875em;
    cursor: default;
  }

  .chip > span {
    display: flex;
    min-inline-size: 0;
  }

  .chip > span:last-child {
    flex: none;
  }

  .chip .address,
  .chip .remove {
    min-block-size: 1.625rem;
    padding: 0;
    border: 0;
    border-radius: 1rem;
    background: transparent;
  }

  /* What is said about it goes below it when there is no room beside it. */
  .chip .address {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.375em;
    align-items: baseline;
    align-content: center;
    min-inline-size: 0;
    padding-inline: 0.625rem 0.25rem;
    text-align: start;
  }

  .address > .text {
    min-inline-size: 0;
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .chip .remove {
    display: grid;
    flex: none;
    place-content: center;
    inline-size: 1.625rem;
  }

  .chip :is(.address, .remove):hover {
    background: var(--_hover);
  }

  .chip .remove svg {
    inline-size: 0.875em;
    block-size: 0.875em;
  }

  .chip .note {
    color: var(--_muted);
    font-size: 0.9em;
  }

  .chip[data-problem] .note {
    color: var(--_danger);
  }

  .hopeless {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    align-items: center;
    color: var(--_danger);
    font-size: 0.9375em;
  }

  .hopeless .button {
    color: CanvasText;
    color: var(--_text);
  }

  .settings :is(select.input, .button) {
    inline-size: 100%;
    min-block-size: 2.25rem;
  }

  .settings .button {
    justify-content: space-between;
    min-inline-size: 0;
    padding-inline: 0.875rem 0.375rem;
    border-color: var(--_border-strong);
    font-weight: inherit;
    text-align: start;
  }

  .settings .button:disabled {
    background: var(--_hover);
  }

  .settings .button > .text {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .choices {
    display: grid;
    gap: var(--_space);
    max-block-size: inherit;
    padding: var(--_space);
    overflow-y: auto;
  }

  .choices > .title {
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 0.75) 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .choices > .why {
    padding-inline: calc(var(--_space) * 0.75);
    color: var(--_danger);
    font-size: 0.875em;
  }

  .progress {
    display: flex;
    gap: var(--_space);
    align-items: center;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }

  .progress > progress {
    flex: 1;
    min-inline-size: 4rem;
    block-size: 0.5rem;
    accent-color: var(--_accent);
  }

  .results {
    display: grid;
    gap: var(--_space);
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .results > .heading {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    align-items: center;
    padding: 0;
  }

  .results h3 {
    display: flex;
    flex: 1;
    gap: 0.5em;
    align-items: center;
    margin: 0;
    font-size: 1em;
    font-weight: 600;
  }

  .results h3 svg {
    color: var(--_accent);
  }

  .results > ul {
    display: grid;
    gap: 0.25rem;
    max-block-size: 14rem;
    margin: 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }

  .results li {
    display: flex;
    gap: var(--_space);
    align-items: center;
    justify-content: space-between;
  }

  .results li > .text {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  @container org-invite (inline-size < 26rem) {
    .results > .heading > [part='copy-all'] {
      flex: 1 0 100%;
      order: 1;
    }

    /* Its name says what it copies. */
    .results li > .button > span {
      display: none;
    }
  }

  .by-hand {
    display: grid;
    gap: var(--_space);
  }
`;
