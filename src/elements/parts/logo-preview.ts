import { html, nothing, type TemplateResult } from 'lit';

function settle({ type, target }: Event): void {
  (target as HTMLImageElement).hidden = type === 'error';
}

/**
 * A logo on the ground that it is made for, which stays empty while there is none, and where it cannot be loaded. Styles
 * are in forms.styles.ts.
 */
export function logoPreview(address: string, isDark: boolean, alt = ''): TemplateResult {
  const image = address && html`<img src=${address} alt=${alt} @error=${settle} @load=${settle} />`;
  return html`<span class="logo-preview ${isDark ? 'dark' : ''}" part="logo-preview"
    >${image || nothing}</span
  >`;
}
