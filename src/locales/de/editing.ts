import type { EditingWords } from '../words/editing.js';

export const editing: EditingWords = {
  save: 'Änderungen speichern',
  discard: 'Änderungen verwerfen',
  unsaved: 'Noch nicht gespeichert',
  saved: 'Änderungen gespeichert',
  requireMfa: 'Multi-Faktor-Authentifizierung verlangen',
  requireMfaHint: () => 'Zugang haben dann nur Mitglieder mit einem zweiten Faktor.',
  ownMfaMissing: () =>
    'Sie haben keinen zweiten Faktor und würden sich selbst aussperren. Richten Sie zuerst einen in Ihrem Konto ein.',
  setUpMfa: 'Konto öffnen',
  othersLockedOut: () =>
    'Nach dem Speichern sind Mitglieder ohne zweiten Faktor ausgesperrt, bis sie einen einrichten.',
  conflict: 'Jemand anderes hat Änderungen gespeichert',
  conflictText:
    'Nichts ist verloren. Wählen Sie für jedes Feld, was bleiben soll, und speichern Sie dann erneut.',
  mine: 'Ihre Eingabe',
  theirs: 'Die andere Eingabe',
  choose: 'Bitte wählen Sie.',
  news: (fields) =>
    `Jemand anderes hat inzwischen Änderungen gespeichert: ${fields}. Ihre Eingaben sind noch da.`,
};
