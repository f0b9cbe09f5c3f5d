import type { ChoosingWords } from '../words/choosing.js';

export const choosing: ChoosingWords = {
  search: (term) => `${term.many} suchen`,
  found: (count, term) => `${count} ${count === 1 ? term.one : term.many}`,
  noMatch: (query, term) => `Keine ${term.many} zu „${query}“`,
  empty: (term) => `Noch keine ${term.many}`,
  create: (term) => `${term.one} erstellen`,
  manage: (term) => `${term.one} verwalten`,
  switched: (name) => `Gewechselt zu ${name}`,
  refusedMfa: (name) =>
    `${name} verlangt Multi-Faktor-Authentifizierung. Richten Sie sie in Ihrem Konto ein und wechseln Sie dann erneut.`,
  refusedMember: (name) => `Sie gehören nicht mehr zu ${name}.`,
  refused: (name) => `Der Wechsel zu ${name} hat nicht geklappt. Bitte versuchen Sie es erneut.`,
};
