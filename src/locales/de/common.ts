import type { CommonWords } from '../translation.js';

const again = 'Etwas ist schiefgelaufen. Bitte versuchen Sie es erneut.';

export const common: CommonWords = {
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
  cancel: 'Abbrechen',
  close: 'Schließen',
  undo: 'Rückgängig',
  permissionsChanged: 'Ihre Rechte haben sich hier geändert.',
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
};
