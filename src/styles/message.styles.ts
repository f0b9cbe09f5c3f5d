import { css } from 'lit';

/** A message about something that failed or has changed, with its buttons: `message()` in elements/parts/message.ts. */
export const messages = css`
  .message {
    display: flex;
    gap: var(--_space);
    align-items: flex-start;
    padding: calc(var(--_space) * 1.25);
    line-height: 1.4;
    overflow-wrap: anywhere;
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
    align-items: center;
  }

  .message:has(.button) > svg {
    margin-block-start: 0;
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

  .message.boxed {
    border: 1px solid color-mix(in srgb, var(--_danger) 35%, transparent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_danger) 7%, transparent);
  }

  .message.boxed.info {
    border-color: color-mix(in srgb, var(--_accent) 35%, transparent);
    background: color-mix(in srgb, var(--_accent) 7%, transparent);
  }

  .message.info > svg {
    color: var(--_accent);
  }
`;
