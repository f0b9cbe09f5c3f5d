import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SentInvitation } from '../../contract/invitation.js';
import type { CopyController } from '../../controllers/copy-controller.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { copyByHand } from '../parts/copy-by-hand.js';
import { checkIcon, copyIcon } from '../parts/icon.js';
import { dismissButton } from '../parts/dismiss-button.js';

interface InviteResults {
  readonly locale: LocaleController<'invite' | 'copying'>;
  readonly sent: readonly SentInvitation[];
  readonly copier: CopyController;
  readonly copy: (text: string) => void;
  readonly dismiss: () => void;
}

/** Who has been invited, with the links to be passed on by hand. */
export function inviteResults({ locale, sent, copier, copy, dismiss }: InviteResults): TemplateResult {
  const { words } = locale;
  const links = sent.flatMap(({ link }) => link ?? []).join('\n');
  const copyButton = (text: string, label: string, name: string, part: string): TemplateResult =>
    html`<button type="button" class="button" part=${part} aria-label=${name} @click=${() => copy(text)}>
      ${copier.copied === text ? checkIcon : copyIcon}<span
        >${copier.copied === text ? words.copying.copied : label}</span
      >
    </button>`;
  return html`<section class="results" part="results" aria-labelledby="results">
    <div class="heading">
      <h3 id="results">${checkIcon}${words.invite.invited(sent.length)}</h3>
      ${
        sent.length > 1 && links
          ? copyButton(links, words.copying.copyLinks, words.copying.copyLinks, 'copy-all')
          : nothing
      }
      ${dismissButton(words.dismiss, dismiss)}
    </div>
    <ul>
      ${repeat(
        sent,
        ({ id }) => id,
        ({ email, link }) =>
          html`<li part="result">
            <span class="text" dir="auto">${email}</span>
            ${link ? copyButton(link, words.copying.copyLink, words.copying.copyLinkOf(email), 'copy') : nothing}
          </li>`,
      )}
    </ul>
    ${copyByHand(copier, words)}
  </section>`;
}
