import { html, nothing, type TemplateResult } from 'lit';
import type { SignInOptions } from '../../events.js';
import { mailIcon } from '../parts/icon.js';
import { cardButton, emblem, invitationCard, type InvitationLocale } from './invitation-card.js';

interface StrangerCard {
  readonly locale: InvitationLocale;
  /** What the page tells of it. */
  readonly organizationName: string | undefined;
  /** Signs in whoever holds it. */
  readonly token: string | undefined;
  readonly hasSignUp: boolean;
  readonly signIn: (options: SignInOptions, token?: string) => void;
}

/** For who is not signed in: the backend tells strangers nothing. */
export function strangerCard(card: StrangerCard): TemplateResult {
  const { organizationName, token } = card;
  const words = card.locale.words.invitation;
  return invitationCard({
    picture: emblem(mailIcon),
    title: organizationName ? words.strangerTitleNamed(organizationName) : words.strangerTitle,
    text: token ? words.tokenText : words.strangerText,
    actions: token ? byToken(card, token) : bySignIn(card),
  });
}

function byToken({ locale, signIn }: StrangerCard, token: string): TemplateResult {
  const words = locale.words.invitation;
  return html`${cardButton('sign-in', words.continue, () => signIn({}, token), true)}
  ${cardButton('sign-in', words.signInOtherwise, () => signIn({}))}`;
}

function bySignIn({ locale, signIn, hasSignUp }: StrangerCard): TemplateResult {
  const words = locale.words.invitation;
  return html`${cardButton('sign-in', words.signIn, () => signIn({}), true)}
  ${hasSignUp ? cardButton('sign-up', words.signUp, () => signIn({ firstScreen: 'register' })) : nothing}`;
}
