import type { SwitcherWords } from '../words/switcher.js';

export const switcher: SwitcherWords = {
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
};
