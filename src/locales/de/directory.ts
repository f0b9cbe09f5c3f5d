import type { DirectoryWords } from '../words/directory.js';

export const directory: DirectoryWords = {
  search: (term) => `Alle ${term.many} durchsuchen`,
  name: 'Name',
  members: 'Mitglieder',
  created: 'Erstellt',
  open: 'Öffnen',
  openNamed: (name) => `${name} öffnen`,
  current: 'Jetzt geöffnet',
  yours: 'Sie sind Mitglied',
  mfa: 'Zweiter Faktor',
  opened: (name) => `${name} ist jetzt geöffnet`,
  empty: (term) => `Noch keine ${term.many}`,
  notOperator: (term) =>
    `Alle ${term.many} dieses Produkts sieht nur, wer es betreibt. Sie gehören nicht dazu.`,
};
