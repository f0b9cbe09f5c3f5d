import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ReceivedInvitation } from '../../contract/invitation.js';
import type { RoleReference } from '../../contract/organization.js';
import { chip } from '../parts/chip.js';
import type { InvitationAnswer } from '../parts/invitation-answer.js';
import { boxedMessage } from '../parts/message.js';
import { relativeTime } from '../parts/relative-time.js';
import { invitationCard, type InvitationLocale } from './invitation-card.js';

interface PendingCard {
  readonly locale: InvitationLocale;
  readonly invitation: ReceivedInvitation;
  readonly picture: TemplateResult;
  readonly nameOf: (role: RoleReference) => string;
  readonly answer: InvitationAnswer;
  /** Absent when it is only shown. */
  readonly accept: (() => void) | undefined;
}

/** An invitation that waits for an answer. */
export function pendingCard(card: PendingCard): TemplateResult {
  const { locale, invitation, picture, answer } = card;
  const { words } = locale;
  const { organization, inviter } = invitation;
  return invitationCard({
    picture,
    title: inviter?.name
      ? words.invitation.invitedTitle(inviter.name, organization.name)
      : words.invitation.invitedTitlePlain(organization.name),
    content: html`${facts(card)} ${answer.error ? boxedMessage(words.errors[answer.error.code]) : nothing}`,
    actions: card.accept ? answers(card, card.accept) : nothing,
  });
}

function facts({ locale, invitation, nameOf }: PendingCard): TemplateResult {
  const { words, language } = locale;
  const { roles, expiresAt } = invitation;
  return html`<div class="facts">
    ${
      roles.length > 0
        ? html`<ul class="chips" part="roles" aria-label=${words.invitation.joinAs}>
            ${repeat(
              roles,
              ({ id }) => id,
              (role) => html`<li>${chip(nameOf(role), 'accent', 'role')}</li>`,
            )}
          </ul>`
        : nothing
    }
    <span part="expiry">${words.decline.ends(relativeTime(expiresAt, language))}</span>
  </div>`;
}

function answers({ locale, invitation, answer }: PendingCard, accept: () => void): TemplateResult {
  const { received, decline } = locale.words;
  const isBusy = answer.busyId !== undefined;
  return html`<button
      type="button"
      class="button primary"
      part="accept"
      aria-label=${received.joinNamed(invitation.organization.name)}
      aria-busy=${answer.joiningId !== undefined}
      aria-disabled=${isBusy}
      @click=${accept}
    >
      ${received.join}
    </button>
    <button
      type="button"
      class="button"
      part="decline"
      aria-disabled=${isBusy}
      @click=${() => answer.askToDecline(invitation)}
    >
      ${decline.decline}
    </button>`;
}
