import type { ProfileWords } from '../words/profile.js';

export const profile: ProfileWords = {
  id: 'ID',
  created: 'Erstellt am',
  mfa: 'Multi-Faktor-Authentifizierung',
  mfaRequired: 'Erforderlich',
  mfaNotRequired: 'Nicht erforderlich',
  yes: 'Ja',
  no: 'Nein',
  nothing: 'Leer',
  none: (term) => `${term.one}: nichts ausgewählt. Nach der Auswahl stehen hier die Einstellungen.`,
};
