import type { InviteWords } from '../words/invite.js';

const people = (count: number): string => (count === 1 ? '1 Person' : `${count} Personen`);
const addresses = (count: number): string => (count === 1 ? '1 Adresse' : `${count} Adressen`);

export const invite: InviteWords = {
  invite: 'Personen einladen',
  addresses: 'E-Mail-Adressen',
  hint: 'Mit Komma trennen oder eine Liste einfügen.',
  chosen: (count) => `${addresses(count)} zum Einladen`,
  remove: (address) => `${address} entfernen`,
  rolesOf: (address) => `Rollen für ${address}`,
  sameRoles: 'Dieselben Rollen wie alle',
  problems: {
    invalid: 'Keine Adresse',
    duplicate: 'Doppelt',
    already_member: 'Schon Mitglied',
    already_invited: 'Schon eingeladen',
    not_allowed: 'Nicht erlaubt',
    rate_limited: 'Zu viele auf einmal, später versuchen',
    limit_reached: 'Zu viele offene Einladungen',
    mail_failed: 'Mail ließ sich nicht senden',
    failed: 'Nicht geklappt, bitte erneut versuchen',
  },
  hopeless: (count) =>
    count === 1
      ? '1 Adresse kann nicht eingeladen werden.'
      : `${count} Adressen können nicht eingeladen werden.`,
  removeHopeless: 'Diese entfernen',
  delivery: 'Zustellung',
  byMail: 'Per E-Mail senden',
  linksOnly: 'Nur Links erstellen',
  mailLanguage: 'Sprache der E-Mail',
  automatic: 'Automatisch',
  lifetime: 'Gültig für',
  usual: 'Übliche Dauer',
  days: (count) => (count === 1 ? '1 Tag' : `${count} Tage`),
  send: (count) => (count === 0 ? 'Einladen' : `${people(count)} einladen`),
  sending: 'Einladungen werden gesendet',
  invited: (count) => `${people(count)} eingeladen`,
  notInvited: (count) => `${people(count)} nicht eingeladen`,
  discard: (count) => `${addresses(count)} verwerfen?`,
  discardMeans: 'Sie wurden noch nicht eingeladen.',
  discardConfirm: 'Verwerfen',
};
