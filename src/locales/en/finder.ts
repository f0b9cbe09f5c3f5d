import type { FinderWords } from '../words/finder.js';

export const finder: FinderWords = {
  current: 'Current',
  welcome: (term) => `You are not in any ${term.one} yet`,
  createOrWait: () => 'Create one, or ask somebody to invite you. Invitations show up here.',
  wait: () => 'Ask somebody to invite you. Invitations show up here.',
};
