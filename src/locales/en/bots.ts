import type { BotWords } from '../words/bots.js';

export const bots: BotWords = {
  title: 'Bots',
  bot: 'Bot',
  add: 'Add bot',
  addTitle: (term) => `Add a bot to this ${term.one}`,
  chooseOne: 'Please choose a bot.',
  allAdded: 'Every bot on offer is here already.',
  added: (name) => `${name} was added`,
  changeRoles: 'Change roles',
  changeRolesOf: (name) => `Change roles of ${name}`,
  rolesOf: (name) => `Roles of ${name}`,
  rolesSaved: (name) => `Roles of ${name} saved`,
  rolesKept: (name) => `The roles of ${name} stay as they were.`,
  remove: 'Remove',
  removeNamed: (name) => `Remove ${name}`,
  removeTitle: (name) => `Remove ${name}?`,
  removeHint: (term) => `It loses its access to this ${term.one} at once. It can be added again later.`,
  removed: (name) => `${name} was removed`,
  notOffered: 'Set up elsewhere. It can’t be changed here.',
  empty: 'No bots yet',
  emptyHint: (term) => `A bot is an application that works in this ${term.one} by itself, without a person.`,
};
