import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ReceivedInvitation } from '../../contract/invitation.js';
import type { ReceivedWords } from '../../locales/words/received.js';
import { roleNames } from './role-names.js';

interface PendingInvitations {
  readonly items: readonly ReceivedInvitation[];
  readonly words: ReceivedWords;
  readonly pictureOf: (organization: ReceivedInvitation['organization']) => TemplateResult;
  /** The id of the invitation that is being answered; the others wait for it. */
  readonly busyId: string | undefined;
  /** Absent where nothing may be changed. */
  readonly join: ((invitation: ReceivedInvitation) => void) | undefined;
  /** More about one, below who invites. */
  readonly detail?: (invitation: ReceivedInvitation) => TemplateResult;
  /** Further buttons of one, after the one to join. */
  readonly actions?: (invitation: ReceivedInvitation) => TemplateResult;
}

/** The invitations that wait for the person, each with its button to join. Styles are in styles/rows.styles.ts. */
export function pendingInvitations(list: PendingInvitations): TemplateResult {
  const { items, words, pictureOf, busyId, join, detail, actions } = list;
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
              ${detail?.(invitation) ?? nothing}
            </span>
            ${
              join
                ? html`<button
                    type="button"
                    class="button primary"
                    part="join"
                    aria-label=${words.joinNamed(organization.name)}
                    aria-disabled=${busyId !== undefined}
                    aria-busy=${busyId === invitation.id}
                    @click=${() => join(invitation)}
                  >
                    ${words.join}
                  </button>`
                : nothing
            }
            ${actions?.(invitation) ?? nothing}
          </li>`;
        },
      )}
    </ul>
  </section>`;
}
