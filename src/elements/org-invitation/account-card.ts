import { html, nothing, type TemplateResult } from 'lit';
import type { Account } from '../../contract/account.js';
import { avatar } from '../parts/avatar.js';
import { mailIcon } from '../parts/icon.js';
import { cardButton, emblem, invitationCard, type InvitationLocale } from './invitation-card.js';

interface AccountCard {
  readonly locale: InvitationLocale;
  /** Who is signed in; undefined when that can't be told. */
  readonly account: Account | undefined;
  readonly switchAccount: () => void;
}

/** The invitation is for somebody else than who is signed in. */
export function accountCard({ locale, account, switchAccount }: AccountCard): TemplateResult {
  const words = locale.words.invitation;
  const hasAddress = !account || account.email !== null;
  return invitationCard({
    picture: emblem(mailIcon),
    title: hasAddress ? words.wrongTitle : words.noAddressTitle,
    text: hasAddress ? words.wrongText : words.noAddressText,
    content: account ? accountRow(words.signedInAs, account) : nothing,
    actions: cardButton('switch-account', words.switchAccount, switchAccount, true),
  });
}

function accountRow(label: string, { id, name, username, email, avatar: picture }: Account): TemplateResult {
  const shown = name ?? username;
  return html`<div class="account" part="account">
    ${avatar(id, shown ?? email ?? '', picture)}
    <span class="label">
      <span class="hint">${label}</span>
      <span class="name" dir="auto">${shown ?? email}</span>
      ${shown && email ? html`<span class="hint" dir="auto">${email}</span>` : nothing}
    </span>
  </div>`;
}
