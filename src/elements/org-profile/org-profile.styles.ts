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

  .section p {
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

  .empty {
    margin: 0;
    padding: calc(var(--_space) * 4) calc(var(--_space) * 2);
    color: var(--_muted);
    text-align: center;
    overflow-wrap: anywhere;
  }
`;
