import type { EditingWords } from '../words/editing.js';

export const editing: EditingWords = {
  save: 'Save changes',
  discard: 'Discard changes',
  unsaved: 'Not saved yet',
  saved: 'Changes saved',
  requireMfa: 'Require multi-factor authentication',
  requireMfaHint: (term) => `Only members with a second factor can open this ${term.one}.`,
  ownMfaMissing: (term) =>
    `You have no second factor, and would lock yourself out of this ${term.one}. Set one up in your account first.`,
  setUpMfa: 'Open your account',
  othersLockedOut: () =>
    'Once this is saved, members without a second factor are locked out until they set one up.',
  conflict: 'Somebody else saved changes',
  conflictText: 'Nothing is lost. Choose for each field what is to stay, then save again.',
  mine: 'Yours',
  theirs: 'Theirs',
  choose: 'Please choose one.',
  news: (fields) => `Somebody else saved changes in the meantime: ${fields}. Yours are still here.`,
};
