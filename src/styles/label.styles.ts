import { css } from 'lit';

/** A name with a hint below it, beside a picture. */
export const labels = css`
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
`;
