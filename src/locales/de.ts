import { registerTranslation } from './registry.js';
import type { Translation } from './translation.js';

const again = 'Etwas ist schiefgelaufen. Bitte versuchen Sie es erneut.';

/** German. */
export const de: Translation = {
  language: 'de',
  terms: {
    organization: { one: 'Organisation', many: 'Organisationen' },
    workspace: { one: 'Arbeitsbereich', many: 'Arbeitsbereiche' },
    team: { one: 'Team', many: 'Teams' },
    company: { one: 'Unternehmen', many: 'Unternehmen' },
  },
  retry: 'Erneut versuchen',
  dismiss: 'Schließen',
  loading: 'Wird geladen',
  errors: {
    invalid_input: 'Bitte prüfen Sie Ihre Eingabe.',
    unauthenticated: 'Bitte melden Sie sich erneut an.',
    forbidden: 'Dazu fehlt Ihnen die Berechtigung.',
    wrong_account: 'Diese Einladung gilt für ein anderes Konto.',
    not_found: 'Das ist nicht mehr verfügbar.',
    conflict: 'Das hat sich inzwischen geändert.',
    last_admin: 'Wer als Letztes die Verwaltung hat, muss bleiben.',
    invitation_ended: 'Diese Einladung ist beendet.',
    precondition_failed: 'Jemand anderes hat zuerst gespeichert.',
    payload_too_large: 'Das ist zu groß.',
    rate_limited: 'Zu viele Versuche. Bitte warten Sie einen Moment.',
    internal: again,
    unavailable: 'Der Dienst ist gerade nicht erreichbar.',
    network: 'Keine Verbindung. Bitte prüfen Sie Ihr Netzwerk.',
    timeout: 'Das dauert zu lange. Bitte versuchen Sie es erneut.',
    aborted: 'Das wurde abgebrochen.',
    mfa_required: 'Multi-Faktor-Authentifizierung ist erforderlich.',
    not_a_member: 'Sie sind kein Mitglied.',
    token_failed: again,
    not_configured: 'Diese Seite ist nicht richtig eingerichtet.',
  },
  switcher: {
    label: (term) => `${term.one} wechseln`,
    choose: (term) => `${term.one} auswählen`,
    search: (term) => `${term.many} suchen`,
    found: (count, term) => `${count} ${count === 1 ? term.one : term.many}`,
    noMatch: (query, term) => `Keine ${term.many} zu „${query}“`,
    empty: (term) => `Noch keine ${term.many}`,
    personal: 'Persönliches Konto',
    create: (term) => `${term.one} erstellen`,
    manage: (term) => `${term.one} verwalten`,
    invitations: 'Einladungen',
    invitationCount: (count) => (count === 1 ? '1 offene Einladung' : `${count} offene Einladungen`),
    invitedBy: (name) => `Eingeladen von ${name}`,
    join: 'Beitreten',
    joinNamed: (name) => `Beitreten: ${name}`,
    joined: (name) => `Sie gehören jetzt zu ${name}`,
    switched: (name) => `Gewechselt zu ${name}`,
    refusedMfa: (name) =>
      `${name} verlangt Multi-Faktor-Authentifizierung. Richten Sie sie in Ihrem Konto ein und wechseln Sie dann erneut.`,
    refusedMember: (name) => `Sie gehören nicht mehr zu ${name}.`,
    refused: (name) => `Der Wechsel zu ${name} hat nicht geklappt. Bitte versuchen Sie es erneut.`,
  },
};

registerTranslation(de);
