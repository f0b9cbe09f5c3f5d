import type { DeletingWords } from '../words/deleting.js';

export const deleting: DeletingWords = {
  delete: (term) => `Delete ${term.one}`,
  title: (name) => `Delete ${name}?`,
  lost: 'All members lose access at once. Roles, invitations and settings are gone for good; this cannot be undone.',
  kept: 'The accounts of the members stay.',
  typeName: (name) => `Type “${name}” to confirm`,
  deleted: (name) => `${name} was deleted`,
};
