import type { ManagerWords } from '../words/manager.js';

export const manager: ManagerWords = {
  tabs: {
    members: 'Members',
    invitations: 'Invitations',
    roles: 'Roles',
    bots: 'Bots',
    settings: 'Settings',
    me: 'My access',
  },
  title: (name, term) => `Manage ${name ?? term.one}`,
  operating: (term) =>
    `You are here as an operator, not as a member: what you do in this ${term.one} is recorded.`,
  nothing: 'There is nothing here for you.',
  gone: (tab) => `${tab}: you may not see this any more.`,
};
