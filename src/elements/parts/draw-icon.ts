import { html, type TemplateResult } from 'lit';

/** A line icon on a grid of 24, drawn with the text's colour. Decoration: the words are beside it. */
export const drawIcon = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;
