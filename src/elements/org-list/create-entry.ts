import { html, type TemplateResult } from 'lit';

interface CreateEntry {
  readonly text: string;
  readonly icon?: TemplateResult;
  readonly classes: string;
  /** Makes it a link. */
  readonly address: string | undefined;
  readonly create: () => void;
}

/** The way to an organization of one's own. */
export function createEntry({ text, icon, classes, address, create }: CreateEntry): TemplateResult {
  const content = html`${icon}<span class="label">${text}</span>`;
  return address
    ? html`<a class=${classes} part="create" href=${address}>${content}</a>`
    : html`<button type="button" class=${classes} part="create" @click=${create}>${content}</button>`;
}
