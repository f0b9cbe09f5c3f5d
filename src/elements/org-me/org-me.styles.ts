import { css } from 'lit';

export const styles = css`
  .person > .avatar {
    font-size: 1.25rem;
  }

  :is(.name, .hint) {
    display: block;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    overflow-wrap: anywhere;
  }

  .person .name {
    font-size: 1.125em;
    font-weight: 600;
  }

  .hint {
    color: var(--_muted);
    font-size: 0.875em;
  }

  dl,
  dd,
  ul,
  p {
    margin: 0;
  }

  .facts > div:last-child {
    border-block-end: 1px solid var(--_border);
  }

  dt {
    color: var(--_muted);
  }

  .factor {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 0.5) calc(var(--_space) * 2);
    align-items: center;
  }

  .state {
    display: inline-flex;
    gap: 0.375em;
    align-items: center;
  }

  .state > svg {
    color: var(--_accent);
  }

  .state.missing > svg {
    color: var(--_danger);
  }

  a.button {
    color: inherit;
  }

  a.button:hover {
    background: var(--_hover);
  }

  .factor a {
    border-radius: 0.125rem;
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }

  .group + .group {
    margin-block-start: calc(var(--_space) * 1.5);
  }

  summary {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space);
    align-items: center;
    border-radius: calc(var(--_radius) * 0.5);
    cursor: pointer;
    list-style: none;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary > .title {
    font-weight: 550;
    overflow-wrap: anywhere;
  }

  summary > svg {
    margin-inline-start: auto;
    color: var(--_muted);
  }

  details[open] > summary > svg {
    rotate: 180deg;
  }

  .group > ul {
    padding: calc(var(--_space) * 0.5) 0 0;
    /* Not \`none\`: with that Safari takes it for no list at all. */
    list-style: '';
  }

  .group li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) minmax(0, max-content);
    gap: 0 var(--_space);
    padding-block: calc(var(--_space) * 0.75);
  }

  .group li > svg {
    margin-block-start: 0.15em;
    color: var(--_accent);
  }

  .group li > .from {
    max-inline-size: 14rem;
    text-align: end;
  }

  .end {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 2);
    align-items: center;
  }

  .end > .hint {
    flex: 1 1 14rem;
  }

  @container org-me (inline-size < 34rem) {
    .group li {
      grid-template-columns: auto minmax(0, 1fr);
    }

    .group li > .from {
      grid-column: 2;
      max-inline-size: none;
      text-align: start;
    }
  }
`;
