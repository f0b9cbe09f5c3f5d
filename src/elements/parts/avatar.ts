import { html, nothing, type TemplateResult } from 'lit';
import { personIcon } from './trigger-icons.js';
import { initials } from './initials.js';

const COLORS = 8;

/** The same one of eight colours for the same id, on every page and every day. */
function colorOf(id: string): number {
  let hash = 0;
  for (const sign of id) hash = (hash * 31 + (sign.codePointAt(0) ?? 0)) >>> 0;
  return hash % COLORS;
}

// The picture covers the letters only once it is there: a logo that fails leaves them.
function settle(event: Event): void {
  (event.target as HTMLImageElement).classList.toggle('loaded', event.type === 'load');
}

/**
 * A logo, or initials on a calm colour while there is none. Decoration: put the name beside it.
 * Styles are in avatar.styles.ts.
 */
export function avatar(id: string, name: string, imageUrl: string | null): TemplateResult {
  const image = imageUrl
    ? html`<img src=${imageUrl} alt="" loading="lazy" decoding="async" @load=${settle} @error=${settle} />`
    : nothing;
  return html`<span class="avatar" part="avatar" aria-hidden="true" data-color=${colorOf(id)}
    >${initials(name)}${image}</span
  >`;
}

/** In place of a logo where there is no organization. */
export const personAvatar = html`<span class="avatar" part="avatar" aria-hidden="true">${personIcon}</span>`;
