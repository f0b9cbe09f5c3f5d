import type { RoleWords } from '../words/roles.js';

export const roles: RoleWords = {
  roles: 'Roles',
  noRoles: 'No roles',
  chooseRoles: 'Choose roles',
  reasons: {
    not_permitted: 'You don’t have permission to do this.',
    exceeds_own: 'This needs permissions that you don’t have yourself.',
    last_admin: 'The last administrator has to stay.',
  },
};
