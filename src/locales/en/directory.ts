import type { DirectoryWords } from '../words/directory.js';

export const directory: DirectoryWords = {
  search: (term) => `Search all ${term.many}`,
  name: 'Name',
  members: 'Members',
  created: 'Created',
  open: 'Open',
  openNamed: (name) => `Open ${name}`,
  current: 'Open now',
  yours: 'You are a member',
  mfa: 'Second factor',
  opened: (name) => `${name} is open now`,
  empty: (term) => `No ${term.many} yet`,
  notOperator: (term) =>
    `All ${term.many} of this product are shown to its operators only. You are not one of them.`,
};
