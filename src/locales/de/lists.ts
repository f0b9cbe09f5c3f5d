import type { ListWords } from '../words/lists.js';

export const lists: ListWords = {
  previous: 'Vorige Seite',
  next: 'Nächste Seite',
  pages: 'Seiten',
  perPage: 'Zeilen pro Seite',
  range: (from, to, total) => `${from}–${to} von ${total}`,
  noMatch: (query) => `Nichts gefunden zu „${query}“`,
  clearSearch: 'Suche leeren',
  actions: 'Aktionen',
  selectPage: 'Diese Seite auswählen',
  select: (name) => `${name} auswählen`,
  selected: (count) => `${count} ausgewählt`,
  selectAll: (total) => `Alle ${total} auswählen`,
  clearSelection: 'Auswahl aufheben',
  progress: (done, total) => `${done} von ${total}`,
  stop: 'Anhalten',
  allDone: (count) => `Erledigt: ${count}`,
  someFailed: (failed, total) => `${failed} von ${total} hat nicht geklappt`,
};
