import type { PermissionWords } from '../words/permissions.js';

const noun = (count: number): string => (count === 1 ? 'permission' : 'permissions');

export const permissions: PermissionWords = {
  title: 'Roles and permissions',
  readOnly: (term) =>
    `Roles are set up by the provider, the same for all ${term.many}. They can’t be changed here.`,
  search: 'Search permissions',
  found: (count) => `${count} ${noun(count)}`,
  permission: 'Permission',
  you: 'You',
  yourRole: 'Your role',
  description: 'What it is for',
  grantable: 'You can give it',
  yes: 'Yes',
  no: 'No',
  group: (term) => `Permissions: ${term.one}`,
  count: (held, total) => `${held} of ${total} ${noun(total)}`,
  empty: 'No roles yet',
};
