import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { SentInvitation } from '../../contract/invitation.js';
import { checkIcon, copyIcon } from '../parts/icon.js';
import { chip } from '../parts/chip.js';
import { relativeTime } from '../parts/relative-time.js';
import type { InvitationsLocale } from './invitations-parts.js';
import type { Change } from './possible-changes.js';

interface InvitationRow {
  readonly locale: InvitationsLocale;
  readonly invitation: SentInvitation;
  /** Names of its roles, as the page wants them. */
  readonly roles: readonly string[];
  readonly changes: readonly Change[];
  /** Absent where nothing can be selected. */
  readonly select: ((isSelected: boolean) => void) | undefined;
  readonly isSelected: boolean;
  /** Something was done to it that can still be undone. */
  readonly isWaiting: boolean;
  readonly isBusy: boolean;
  /** Milliseconds until it may be sent again. */
  readonly coolDown: number;
  readonly failure: string | undefined;
  readonly isCopied: boolean;
  readonly copy: ((link: string) => void) | undefined;
  readonly run: (change: Change) => void;
}

const tones = { pending: 'accent', accepted: 'plain', expired: 'muted', revoked: 'muted' } as const;

/** One invitation: to whom, its state, its life, its roles, who sent it, and what can be done. */
export function invitationRow(row: InvitationRow): TemplateResult {
  const { locale, invitation, roles, select, isSelected, isWaiting, failure } = row;
  const { words, language } = locale;
  const { email, status, createdAt, expiresAt, inviter } = invitation;
  const own = words.invitations;
  const end = relativeTime(expiresAt, language);
  const life = status === 'pending' ? own.ends(end) : status === 'expired' ? own.ended(end) : undefined;
  const sent = relativeTime(createdAt, language);
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' });
  return html`<tr role="row" part="row" ?data-selected=${isSelected} ?data-waiting=${isWaiting}>
    ${
      select
        ? html`<td role="cell" class="select">
            <label
              ><input
                type="checkbox"
                .checked=${live(isSelected)}
                aria-label=${words.lists.select(email)}
                @change=${({ target }: Event) => select((target as HTMLInputElement).checked)}
            /></label>
          </td>`
        : nothing
    }
    <td role="cell" class="main">
      <div class="person">
        <div class="words">
          <span class="name" dir="auto">${email}</span>
          ${life === undefined ? nothing : html`<span class="hint" title=${day.format(expiresAt)}>${life}</span>`}
          ${failure === undefined ? nothing : html`<span class="failure" role="alert">${failure}</span>`}
        </div>
      </div>
    </td>
    <td role="cell" class="state">${chip(own.statuses[status], tones[status], 'status')}</td>
    <td role="cell">
      <div class="chips">
        ${roles.length > 0 ? roles.map((name) => chip(name, 'plain', 'role')) : html`<span class="hint">${words.roles.noRoles}</span>`}
      </div>
    </td>
    <td role="cell" class="sent">
      <span class="hint" title=${day.format(createdAt)}
        >${inviter?.name ? own.sentBy(sent, inviter.name) : sent}</span
      >
    </td>
    <td role="cell" class="actions">
      <span class="buttons">${isWaiting ? nothing : renderActions(row)}</span>
    </td>
  </tr>`;
}

function renderActions(row: InvitationRow): TemplateResult {
  const { locale, invitation, changes, isBusy, coolDown, isCopied, copy, run } = row;
  const { words, language } = locale;
  const own = words.invitations;
  const { email, link } = invitation;
  const seconds = Math.ceil(coolDown / 1000);
  const textOf = (change: Change): string =>
    change === 'resend' && seconds > 0
      ? own.resendIn(
          seconds.toLocaleString(language, { style: 'unit', unit: 'second', unitDisplay: 'narrow' }),
        )
      : own[change];
  const isOff = (change: Change): boolean => isBusy || (change === 'resend' && seconds > 0);
  return html`${
    link && copy
      ? html`<button
          type="button"
          class="icon-button"
          part="copy"
          aria-label=${isCopied ? words.copying.copied : words.copying.copyLinkOf(email)}
          title=${words.copying.copyLink}
          @click=${() => copy(link)}
        >
          ${isCopied ? checkIcon : copyIcon}
        </button>`
      : nothing
  }${changes.map(
    (change) =>
      html`<button
        type="button"
        class="button ${change === 'revoke' ? 'danger' : ''}"
        part=${change}
        aria-label=${own.actOn(textOf(change), email)}
        aria-disabled=${isOff(change)}
        @click=${() => !isOff(change) && run(change)}
      >
        ${textOf(change)}
      </button>`,
  )}`;
}
