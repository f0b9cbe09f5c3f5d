import type { InvitationWords } from '../words/invitation.js';

export const invitation: InvitationWords = {
  strangerTitle: 'Sie wurden eingeladen',
  strangerTitleNamed: (organization) => `Sie wurden zu ${organization} eingeladen`,
  strangerText: 'Um die Einladung zu sehen, melden Sie sich mit der Adresse an, an die sie ging.',
  signIn: 'Anmelden',
  signUp: 'Konto erstellen',
  tokenText: 'Ihr Link meldet Sie mit der Adresse an, an die die Einladung ging.',
  continue: 'Weiter',
  signInOtherwise: 'Anders anmelden',
  invitedTitle: (inviter, organization) => `${inviter} lädt Sie zu ${organization} ein`,
  invitedTitlePlain: (organization) => `Sie sind zu ${organization} eingeladen`,
  joinAs: 'Ihre Rollen',
  wrongTitle: 'Diese Einladung gilt für ein anderes Konto',
  wrongText: 'Wechseln Sie zu dem Konto mit der Adresse, an die die Einladung ging.',
  noAddressTitle: 'Ihr Konto hat keine E-Mail-Adresse',
  noAddressText:
    'Eine Einladung gilt für eine Adresse. Fügen Sie diese Ihrem Konto hinzu, oder wechseln Sie das Konto.',
  signedInAs: 'Sie sind angemeldet als',
  switchAccount: 'Konto wechseln',
  memberTitle: (organization) => `Sie gehören zu ${organization}`,
  joinedTitle: (organization) => `Willkommen bei ${organization}`,
  open: (organization) => `Weiter zu ${organization}`,
  mfa: (organization) =>
    `${organization} verlangt Multi-Faktor-Authentifizierung. Richten Sie sie in Ihrem Konto ein, bevor Sie weitergehen.`,
  usedTitle: 'Diese Einladung wurde schon verwendet',
  expiredTitle: 'Diese Einladung ist abgelaufen',
  revokedTitle: 'Diese Einladung gilt nicht mehr',
  revokedText: 'Sie wurde zurückgezogen oder abgelehnt.',
  declinedText: 'Haben Sie es sich anders überlegt?',
  unknownTitle: 'Diese Einladung wurde nicht gefunden',
  unknownText:
    'Der Link ist vielleicht unvollständig, oder es gibt die Einladung nicht mehr. Öffnen Sie den Link in der E-Mail noch einmal.',
  ask: (inviter, organization) => `Bitten Sie ${inviter} um eine neue Einladung zu ${organization}.`,
  askPlain: (organization) => `Bitten Sie jemanden bei ${organization} um eine neue Einladung.`,
  request: 'Um neue Einladung bitten',
};
