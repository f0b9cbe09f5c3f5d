import { html, type TemplateResult } from 'lit';

const icon = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

/** Line icons on a grid of 24, drawn with the text's colour. Decoration: the words are beside them. */
export const icons = {
  check: icon('M5 12.5l4.5 4.5L19 7.5'),
  choose: icon('M8 9.5L12 5.5l4 4M8 14.5l4 4 4-4'),
  close: icon('M6 6l12 12M18 6L6 18'),
  create: icon('M12 5v14M5 12h14'),
  manage: icon('M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5'),
  search: icon('M16 16l4.5 4.5M18 11a7 7 0 1 1-14 0a7 7 0 0 1 14 0'),
  person: icon('M12 11.5a4 4 0 1 0 0-8a4 4 0 0 0 0 8M4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6'),
  warning: icon(
    'M12 8.5v4.5M12 16.5v.01M10.3 4.200L2.9 17a2 2 0 0 0 1.7 3h14.800a2 2 0 0 0 1.7-3L13.7 4.200a2 2 0 0 0-3.4 0',
  ),
} as const;
