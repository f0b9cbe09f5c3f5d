import type { MeWords } from '../words/me.js';

export const me: MeWords = {
  manageAccount: 'Manage account',
  secondFactor: 'Second factor',
  hasFactor: 'Set up',
  noFactor: 'Not set up',
  setUp: 'Set it up',
  roles: 'Roles',
  noRoles: 'No roles yet. An administrator can give you one.',
  permissions: 'Permissions',
  noPermissions: 'None. They come with roles.',
  from: (roles) => `from ${roles}`,
  operator: (term) => `You act here as an operator. This ${term.one} has given you no role.`,
  personal: (term) => `No ${term.one} is chosen.`,
  older: (roles) =>
    roles
      ? `Your roles here have changed since you signed in. Your sign-in still says: ${roles}.`
      : 'Your roles here have changed since you signed in. Your sign-in does not know of any.',
  renew: 'Renew',
  renewed: 'Your sign-in is up to date.',
  consent: (permissions) => `To use these you have to go through the sign-in once more: ${permissions}.`,
  ask: 'Continue',
};
