import type { DeletingWords } from '../words/deleting.js';

export const deleting: DeletingWords = {
  delete: (term) => `${term.one} löschen`,
  title: (name) => `${name} löschen?`,
  lost: 'Der Zugang endet für alle Mitglieder sofort. Rollen, Einladungen und Einstellungen sind endgültig weg; das lässt sich nicht rückgängig machen.',
  kept: 'Die Konten der Mitglieder bleiben bestehen.',
  typeName: (name) => `Zum Bestätigen „${name}“ eingeben`,
  deleted: (name) => `${name} wurde gelöscht`,
};
