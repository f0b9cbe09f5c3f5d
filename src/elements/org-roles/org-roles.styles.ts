import { css } from 'lit';

export const styles = css`
  :host {
    --_text: var(--org-color-text, CanvasText);
    --_tint: color-mix(in srgb, var(--_accent) 6%, var(--_surface));
  }

  .note {
    flex: 1 1 18rem;
    margin: 0;
    line-height: 1.4;
  }

  .matrix {
    position: relative;
    max-block-size: min(85dvh, 48rem);
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    overscroll-behavior: contain;
  }

  /* Inside: outside it may be cut off by whatever is around. */
  .matrix:focus-visible {
    outline-offset: -2px;
  }

  /* Collapsed borders do not stay with what is fixed. */
  .matrix table {
    inline-size: 100%;
    border-spacing: 0;
    font-size: 0.9375em;
    line-height: 1.4;
  }

  .matrix :is(th, td) {
    min-inline-size: 6.5rem;
    max-inline-size: 13rem;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 1.5);
    border-block-end: 1px solid color-mix(in srgb, currentColor 11%, transparent);
    background: var(--_surface);
    font-weight: inherit;
    text-align: start;
    vertical-align: middle;
    overflow-wrap: anywhere;
  }

  .matrix tbody:last-of-type > tr:last-child > * {
    border-block-end: 0;
  }

  .matrix thead th {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    border-block-end-color: var(--_border);
    font-weight: 600;
    text-align: center;
    vertical-align: bottom;
  }

  .matrix :is(thead, tbody) th:first-child {
    position: sticky;
    inset-inline-start: 0;
    min-inline-size: 13rem;
    max-inline-size: 20rem;
    text-align: start;
  }

  .matrix :is(thead th:first-child, tbody th[scope='row']) {
    border-inline-end: 1px solid var(--_border);
  }

  .matrix thead th:first-child {
    z-index: 2;
    color: var(--_muted);
    font-weight: 550;
  }

  .matrix .name,
  .matrix .hint {
    display: block;
  }

  /* A name in another direction stays on the side of the page's. */
  :is(.matrix, .role-list) :is(.name, .hint, .label) {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .matrix tbody th .name {
    font-weight: 550;
  }

  .matrix .chip {
    margin-block-start: 0.125rem;
    font-weight: 550;
  }

  .matrix .you {
    background: var(--_tint);
  }

  .matrix tr.about > td {
    text-align: center;
  }

  .matrix tr.about > td[colspan] {
    max-inline-size: none;
  }

  .matrix tr.group > th {
    min-inline-size: 100%;
    max-inline-size: none;
    padding-block: calc(var(--_space) * 2) calc(var(--_space) * 0.75);
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  /* The cell is as wide as the table; its words stay in sight. */
  .matrix tr.group .name {
    position: sticky;
    inset-inline-start: calc(var(--_space) * 1.5);
    display: inline-block;
    font-weight: 600;
  }

  .matrix td.mark {
    color: var(--_muted);
    text-align: center;
  }

  .matrix td[data-held='true'] {
    color: var(--_accent);
  }

  .matrix td.mark > svg {
    display: block;
    margin-inline: auto;
    stroke-width: 2.25;
  }

  .matrix tbody tr:not(.group, .about):hover > :is(th, td) {
    background: color-mix(in srgb, currentColor 5%, var(--_surface));
  }

  .matrix tbody tr:hover > td.mark {
    background: color-mix(in srgb, var(--_text) 5%, var(--_surface));
  }

  .yes {
    display: inline-flex;
    gap: 0.375em;
    align-items: center;
  }

  .yes > svg {
    color: var(--_accent);
    stroke-width: 2.25;
  }

  .skeleton {
    display: grid;
    gap: calc(var(--_space) * 2.5);
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .skeleton > .bar {
    margin: 0;
  }

  .role-list {
    display: none;
  }

  :is(.role-list, .role-list ul) {
    margin: 0;
    padding: 0;
    /* Not \`none\`: with that Safari takes it for no list at all. */
    list-style: '';
  }

  .role-list > li {
    border-block-start: 1px solid var(--_border);
  }

  .role-list > li:last-child {
    border-block-end: 1px solid var(--_border);
  }

  .role-list summary {
    display: flex;
    gap: var(--_space);
    align-items: center;
    min-block-size: 3.5rem;
    padding-block: calc(var(--_space) * 0.75);
    border-radius: calc(var(--_radius) * 0.75);
    cursor: pointer;
    list-style: none;
  }

  .role-list summary::-webkit-details-marker {
    display: none;
  }

  .role-list summary > svg {
    margin-inline-start: auto;
    color: var(--_muted);
  }

  .role-list details[open] > summary > svg {
    rotate: 180deg;
  }

  .role-list .title {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem var(--_space);
    align-items: center;
  }

  .role-list summary .name {
    font-weight: 600;
  }

  .role-list :is(.name, .hint, p) {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .role-list p {
    margin: 0 0 calc(var(--_space) * 1);
  }

  .role-list .label {
    color: var(--_muted);
    font-size: 0.8125rem;
    font-weight: 600;
  }

  .role-list details > .label {
    margin-block: calc(var(--_space) * 2) calc(var(--_space) * 0.5);
  }

  .role-list .grant {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space);
    align-items: center;
  }

  .role-list details > ul:last-child {
    padding-block-end: calc(var(--_space) * 2);
  }

  .role-list li li {
    display: flex;
    gap: var(--_space);
    padding-block: calc(var(--_space) * 0.5);
  }

  .role-list li li > svg {
    margin-block-start: 0.2em;
    color: var(--_accent);
  }

  .role-list li li :is(.name, .hint) {
    display: block;
  }

  @container org-list (inline-size < 40rem) {
    .matrix {
      display: none;
    }

    .role-list {
      display: block;
    }
  }
`;
