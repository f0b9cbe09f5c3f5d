import { html, nothing, type TemplateResult } from 'lit';
import { addIcon, settingsIcon } from '../parts/icon.js';

const icons = { create: addIcon, manage: settingsIcon } as const;

export interface SwitcherAction {
  readonly name: 'create' | 'manage';
  readonly text: string;
  /** Makes the entry a real link. */
  readonly address: string | undefined;
  readonly run: () => void;
}

/** The entries below the list: links where the page gave an address, else buttons. */
export function switcherActions(actions: readonly SwitcherAction[]): TemplateResult | typeof nothing {
  if (actions.length === 0) return nothing;
  return html`<div class="section" part="actions">
    ${actions.map(({ name, text, address, run }) => {
      const content = html`${icons[name]}<span class="label">${text}</span>`;
      return address
        ? html`<a class="row action" part=${name} href=${address} @click=${run}>${content}</a>`
        : html`<button type="button" class="row action" part=${name} @click=${run}>${content}</button>`;
    })}
  </div>`;
}
