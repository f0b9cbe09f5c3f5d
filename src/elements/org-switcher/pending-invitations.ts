import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ReceivedInvitation } from '../../contract/invitation.js';
import type { SwitcherWords } from '../../locales/words/switcher.js';
import { roleNames } from './role-names.js';

interface PendingInvitations {
  readonly items: readonly ReceivedInvitation[];
  readonly words: SwitcherWords;
  readonly pictureOf: (organization: ReceivedInvitation['organization']) => TemplateResult;
  /** The id of the invitation that is being accepted; the others wait for it. */
  readonly joining: string | undefined;
  readonly join: (invitation: ReceivedInvitation) => void;
}

/** The invitations that wait for the person, each with its button to join. */
export function pendingInvitations({
  items,
  words,
  pictureOf,
  joining,
  join,
}: PendingInvitations): TemplateResult {
  return html`<section class="section" part="invitations" aria-labelledby="invitations">
    <div class="title" id="invitations">${words.invitations}</div>
    <ul>
      ${repeat(
        items,
        ({ id }) => id,
        (invitation) => {
          const { organization, inviter, roles } = invitation;
          const hint = inviter?.name ? words.invitedBy(inviter.name) : roleNames(roles);
          return html`<li class="row invitation" part="invitation">
            ${pictureOf(organization)}
            <span class="label">
              <span class="name" dir="auto">${organization.name}</span>
              <span class="hint" dir="auto">${hint}</span>
            </span>
            <button
              type="button"
              class="button primary"
              part="join"
              aria-label=${words.joinNamed(organization.name)}
              aria-disabled=${joining !== undefined}
              aria-busy=${joining === invitation.id}
              @click=${() => join(invitation)}
            >
              ${words.join}
            </button>
          </li>`;
        },
      )}
    </ul>
  </section>`;
}
