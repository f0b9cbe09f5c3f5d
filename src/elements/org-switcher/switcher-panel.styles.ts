import { css } from 'lit';

/** Loaded with the panel. */
export const styles = css`
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
    margin: 0;
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
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

  /* The field fills the panel's edge, and the keyboard's place is the active option: a ring around all is too much. */
  .search:focus-within {
    border-block-end-color: var(--_focus);
    box-shadow: 0 1px var(--_focus);
  }

  .search input:focus-visible,
  .list:focus-visible {
    outline: none;
  }

  .list:focus-visible .row[data-active] {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
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
    /* Not a share of the panel, whose height comes from what is in it: to WebKit a share of that is nothing. */
    max-block-size: 12rem;
    border-block-start: 1px solid var(--_border);
  }

  .list .row {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 3rem;
  }

  .row[data-active] {
    background: color-mix(in srgb, var(--_accent) 14%, transparent);
  }

  .row[aria-selected='true'] > svg {
    color: var(--_accent);
    stroke-width: 2.5;
  }

  .nothing {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 2);
    color: var(--_muted);
    text-align: center;
    overflow-wrap: anywhere;
  }

  .message:not(:popover-open):is(.popup) {
    display: none;
  }

  @media (forced-colors: active) {
    .row[data-active] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }

    .row[data-active] :is(.hint, svg) {
      color: inherit;
    }
  }
`;
