import { css, type CSSResult } from 'lit';
import { skeletons } from './skeleton.styles.js';

/** The list in place of the table: in an element's own styles where its rows need more room than others. */
export const listBelow = (width: CSSResult): CSSResult => css`
  @container org-list (inline-size < ${width}) {
    .table,
    .table tbody {
      display: block;
    }

    /* The names of the columns are said by the cells themselves. */
    .table thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    /* Only the box for the whole page stays of the head. */
    .table thead:has(.select) {
      position: static;
      inline-size: auto;
      block-size: auto;
      display: block;
      clip-path: none;
    }

    .table thead:has(.select) th:not(.select) {
      display: none;
    }

    .table thead .select {
      display: block;
      inline-size: auto;
      /* Above the boxes of the rows. */
      padding-inline-start: 0.3125rem;
    }

    .table thead .select label {
      grid-template-columns: auto auto;
      gap: var(--_space);
      inline-size: fit-content;
    }

    .table thead .select label > .spoken {
      position: static;
      inline-size: auto;
      block-size: auto;
      margin: 0;
      clip-path: none;
    }

    .table tbody tr {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      align-items: center;
      padding-block: calc(var(--_space) * 0.75);
    }

    .table td {
      grid-column: 2 / -1;
      block-size: auto;
      padding: calc(var(--_space) * 0.25) 0;
    }

    .table tbody tr:hover:not([data-selected]) {
      background: none;
    }

    .table td.select {
      grid-row: 1;
      grid-column: 1;
      padding-inline-end: var(--_space);
    }

    .table td.main {
      grid-row: 1;
      grid-column: 2;
    }

    .table td.actions {
      grid-row: 1;
      grid-column: 3;
      inline-size: auto;
    }

    .search-field {
      max-inline-size: none;
    }
  }
`;

/**
 * A table of people or things with its toolbar, its bar for what is selected, and its pager. Where the element is narrow,
 * whatever the window is, the table becomes a list: the same DOM, with explicit roles, because CSS that takes the
 * display of a table away takes its meaning too.
 */
export const dataList = css`
  ${skeletons}

  :host {
    display: block;
    container: org-list / inline-size;
  }

  .toolbar,
  .selection-bar,
  .pager {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    align-items: center;
  }

  .toolbar {
    padding-block-end: calc(var(--_space) * 1.5);
  }

  .toolbar > .end {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    margin-inline-start: auto;
  }

  .toolbar .button {
    min-block-size: 2.25rem;
  }

  .selection-bar {
    min-block-size: 3rem;
    margin-block-end: var(--_space);
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 1.5);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_accent) 10%, transparent);
  }

  .selection-bar > .text {
    flex: 1 1 10rem;
    font-weight: 550;
  }

  .table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.9375em;
    line-height: 1.4;
  }

  .table th {
    padding: calc(var(--_space) * 0.75) var(--_space);
    color: var(--_muted);
    font-size: 0.8125rem;
    font-weight: 550;
    text-align: start;
    white-space: nowrap;
  }

  .table td {
    block-size: 3.5rem;
    padding: calc(var(--_space) * 0.75) var(--_space);
    vertical-align: middle;
  }

  /* On the row: lines and grounds are made of the text's colour, which is another one in some cells. */
  .table tbody tr {
    border-block-start: 1px solid var(--_border);
  }

  .table tbody tr:hover {
    background: color-mix(in srgb, var(--_hover) 60%, transparent);
  }

  .table tbody tr[data-selected] {
    background: color-mix(in srgb, var(--_accent) 8%, transparent);
  }

  .table .select {
    inline-size: 2.25rem;
    padding-inline-end: 0;
  }

  /* The whole cell is the checkbox's target. */
  .table .select label {
    display: grid;
    place-content: center;
    inline-size: 1.75rem;
    block-size: 1.75rem;
    cursor: pointer;
  }

  .table .actions {
    inline-size: 1px;
    text-align: end;
    white-space: nowrap;
  }

  .table .actions > .buttons {
    display: inline-flex;
    gap: 0.25rem;
    align-items: center;
    justify-content: flex-end;
  }

  .person {
    display: flex;
    gap: calc(var(--_space) * 1.25);
    align-items: center;
    min-inline-size: 0;
  }

  .person > .words {
    min-inline-size: 0;
  }

  .skeleton .words {
    flex: 1;
  }

  .person .name {
    font-weight: 550;
  }

  .person .name,
  .person .hint {
    display: block;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    overflow-wrap: anywhere;
  }

  .hint {
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  /* The old page stays while the next one loads, as readable as before. */
  [aria-busy='true'] > tbody {
    cursor: progress;
  }

  [aria-busy='true'] > thead {
    box-shadow: 0 2px var(--_accent);
    transition: box-shadow 120ms 120ms;
  }

  .pager {
    justify-content: space-between;
    padding-block-start: calc(var(--_space) * 1.5);
    font-size: 0.875em;
  }

  .pager > .range {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  .pager > .steps {
    display: flex;
    gap: calc(var(--_space) * 0.5);
    align-items: center;
  }

  .pager select.input {
    block-size: max(2rem, 1lh + 2px);
    min-block-size: 0;
    padding-block: 0;
  }

  /* Arrows point where the reading goes. */
  :host(:dir(rtl)) .pager .steps svg {
    scale: -1 1;
  }

  .empty {
    display: grid;
    gap: var(--_space);
    justify-items: center;
    padding: calc(var(--_space) * 6) calc(var(--_space) * 2);
    color: var(--_muted);
    text-align: center;
    overflow-wrap: anywhere;
  }

  .empty > svg {
    inline-size: 2.5rem;
    block-size: 2.5rem;
    stroke-width: 1.25;
  }

  .empty p {
    margin: 0;
    /* Muted twice is too faint to be read. */
    color: inherit;
  }

  ${listBelow(css`40rem`)}
`;
