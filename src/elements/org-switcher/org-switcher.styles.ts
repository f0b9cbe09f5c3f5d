import { css } from 'lit';

export const styles = css`
  :host {
    /* A fixed width: the page does not move when the name arrives, nor on a switch. */
    display: inline-block;
    inline-size: 15rem;
    max-inline-size: 100%;
    text-align: start;
    vertical-align: middle;
  }

  :host([compact]) {
    inline-size: auto;
  }

  .trigger,
  .row {
    display: flex;
    gap: calc(var(--_space) * 1.25);
    align-items: center;
    inline-size: 100%;
    text-align: start;
    text-decoration: none;
  }

  .trigger {
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
    transition: background-color var(--_duration);
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

  :host([compact]) .trigger > :is(.label, svg) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .label {
    display: block;
    flex: 1;
    min-inline-size: 0;
  }

  .name,
  .hint {
    display: block;
    overflow: hidden;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .name {
    font-weight: 550;
  }

  .hint {
    color: var(--_muted);
    font-size: 0.8125em;
  }

  .count {
    display: grid;
    flex: none;
    place-content: center;
    min-inline-size: 1.375rem;
    block-size: 1.375rem;
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

  /* The skeleton is the trigger with bars in place of words. */
  .skeleton .avatar,
  .skeleton .bar {
    background: color-mix(in srgb, currentColor 12%, transparent);
    animation: breathe 1.6s ease-in-out infinite;
  }

  .bar {
    display: block;
    inline-size: 60%;
    block-size: 0.75em;
    border-radius: 0.25em;
  }

  .bar + .bar {
    inline-size: 35%;
    margin-block-start: 0.4em;
  }

  @keyframes breathe {
    50% {
      opacity: 0.5;
    }
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

  .panel:popover-open {
    display: flex;
    flex-direction: column;
  }

  .search {
    position: relative;
    flex: none;
    border-block-end: 1px solid var(--_border);
  }

  .search svg {
    position: absolute;
    inset-block-start: calc(50% - 0.5625em);
    inset-inline-start: calc(var(--_space) * 1.75);
    color: var(--_muted);
  }

  .search input {
    inline-size: 100%;
    min-block-size: var(--_control);
    padding: 0 calc(var(--_space) * 1.5);
    padding-inline-start: calc(var(--_space) * 2.5 + 1.5em);
    border: 0;
    background: transparent;
  }

  .search input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  /* The field fills the panel's edge: its ring goes inside. */
  .search input:focus-visible,
  .list:focus-visible {
    outline-offset: -3px;
    border-radius: calc(var(--_radius) * 1.5);
  }

  .section ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .list,
  .section {
    margin: 0;
    padding: calc(var(--_space) * 0.75);
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  .list {
    flex: 0 1 auto;
    min-block-size: min(100%, 7rem);
    scroll-padding-block: calc(var(--_space) * 0.75);
  }

  .section {
    flex: none;
    max-block-size: 40%;
    border-block-start: 1px solid var(--_border);
  }

  .row {
    min-block-size: 2.75rem;
    padding: calc(var(--_space) * 0.75);
    border: 0;
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    line-height: 1.3;
    cursor: pointer;
  }

  .list .row {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 3rem;
  }

  .row > svg {
    color: var(--_muted);
  }

  .row .name {
    white-space: normal;
    overflow-wrap: anywhere;
  }

  .row:hover {
    background: var(--_hover);
  }

  .row[data-active] {
    background: color-mix(in srgb, var(--_accent) 14%, transparent);
  }

  .row[aria-selected='true'] > svg {
    color: var(--_accent);
    stroke-width: 2.5;
  }

  .action > svg {
    inline-size: 2rem;
  }

  .invitation {
    cursor: default;
  }

  .invitation:hover {
    background: transparent;
  }

  .title {
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 0.75);
    color: var(--_muted);
    font-size: 0.8125em;
    font-weight: 550;
  }

  .nothing {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 2);
    color: var(--_muted);
    text-align: center;
    overflow-wrap: anywhere;
  }

  .message {
    display: flex;
    gap: var(--_space);
    align-items: flex-start;
    padding: calc(var(--_space) * 1.25);
    line-height: 1.4;
    overflow-wrap: anywhere;
  }

  .message:not(:popover-open):is(.popup) {
    display: none;
  }

  .message > svg {
    margin-block-start: 0.125em;
    color: var(--_danger);
  }

  .message .text {
    flex: 1;
    min-inline-size: 0;
  }

  .message:has(.button) {
    flex-wrap: wrap;
  }

  .message:has(.button) .text {
    flex-basis: 75%;
  }

  .message .button {
    margin-inline-start: auto;
  }

  .message .icon-button {
    margin-block: -0.25rem;
  }

  @media (prefers-reduced-motion: reduce) {
    .skeleton .avatar,
    .skeleton .bar {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .trigger {
      border-color: ButtonText;
    }

    .row[data-active] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }

    .row[data-active] :is(.hint, svg) {
      color: inherit;
    }

    .count {
      border: 1px solid CanvasText;
    }

    .skeleton .bar {
      border: 1px solid GrayText;
    }
  }
`;
