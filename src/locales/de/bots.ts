import type { BotWords } from '../words/bots.js';

export const bots: BotWords = {
  title: 'Bots',
  bot: 'Bot',
  add: 'Bot hinzufügen',
  addTitle: (term) => `Bot hinzufügen (${term.one})`,
  chooseOne: 'Bitte wählen Sie einen Bot.',
  allAdded: 'Alle verfügbaren Bots sind schon hier.',
  added: (name) => `${name} wurde hinzugefügt`,
  changeRoles: 'Rollen ändern',
  changeRolesOf: (name) => `Rollen ändern: ${name}`,
  rolesOf: (name) => `Rollen von ${name}`,
  rolesSaved: (name) => `Rollen von ${name} gespeichert`,
  rolesKept: (name) => `Die Rollen von ${name} bleiben, wie sie waren.`,
  remove: 'Entfernen',
  removeNamed: (name) => `Entfernen: ${name}`,
  removeTitle: (name) => `${name} entfernen?`,
  removeHint: (term) =>
    `Der Zugriff endet sofort (${term.one}). Später kann der Bot wieder hinzugefügt werden.`,
  removed: (name) => `${name} wurde entfernt`,
  notOffered: 'Anderswo eingerichtet. Hier lässt sich das nicht ändern.',
  empty: 'Noch keine Bots',
  emptyHint: (term) => `Ein Bot ist eine Anwendung, die hier selbstständig arbeitet (${term.one}).`,
};
