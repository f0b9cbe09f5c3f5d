import { html, nothing, type TemplateResult } from 'lit';
import type { LocaleController } from '../../controllers/locale-controller.js';

export type InvitationLocale = LocaleController<'decline' | 'invitation' | 'received'>;

interface InvitationCard {
  /** A logo, or the sign of the state. */
  readonly picture: TemplateResult;
  readonly title: string;
  readonly text?: string | typeof nothing;
  readonly content?: TemplateResult | typeof nothing;
  /** Buttons; the main one first. */
  readonly actions?: TemplateResult | typeof nothing;
}

/** One state of an invitation: a picture, what it is, and what can be done. */
export function invitationCard(card: InvitationCard): TemplateResult {
  const { picture, title, text = nothing, content = nothing, actions = nothing } = card;
  return html`<section class="card" part="card" aria-labelledby="title">
    <slot name="brand"></slot>
    ${picture}
    <h2 class="title" part="title" id="title" tabindex="-1" dir="auto">${title}</h2>
    ${text === nothing ? nothing : html`<p class="text" part="text" dir="auto">${text}</p>`} ${content}
    ${actions === nothing ? nothing : html`<div class="actions" part="actions">${actions}</div>`}
    <slot name="help"></slot>
  </section>`;
}

/** A sign in a circle, where there is no logo that may be shown. */
export const emblem = (icon: TemplateResult): TemplateResult =>
  html`<span class="emblem" part="emblem" aria-hidden="true">${icon}</span>`;

/** Takes the card's place while it is not known what to say. */
export function cardSkeleton({ words }: LocaleController): TemplateResult {
  return html`<div class="card skeleton" part="skeleton" role="status" aria-label=${words.loading}>
    <span class="emblem"></span>
    <span class="bar"></span>
    <span class="bar short"></span>
    <span class="bar control"></span>
  </div>`;
}

export function cardButton(
  part: string,
  text: string,
  act: (event: MouseEvent) => void,
  isPrimary = false,
): TemplateResult {
  return html`<button type="button" class="button ${isPrimary ? 'primary' : ''}" part=${part} @click=${act}>
    ${text}
  </button>`;
}
