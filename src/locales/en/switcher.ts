import type { SwitcherWords } from '../words/switcher.js';

export const switcher: SwitcherWords = {
  label: (term) => `Switch ${term.one}`,
  choose: (term) => `Choose ${term.one}`,
  search: (term) => `Search ${term.many}`,
  found: (count, term) => `${count} ${count === 1 ? term.one : term.many}`,
  noMatch: (query, term) => `No ${term.many} match “${query}”`,
  empty: (term) => `No ${term.many} yet`,
  personal: 'Personal account',
  create: (term) => `Create ${term.one}`,
  manage: (term) => `Manage ${term.one}`,
  invitations: 'Invitations',
  invitationCount: (count) => (count === 1 ? '1 pending invitation' : `${count} pending invitations`),
  invitedBy: (name) => `Invited by ${name}`,
  join: 'Join',
  joinNamed: (name) => `Join ${name}`,
  joined: (name) => `You joined ${name}`,
  switched: (name) => `Switched to ${name}`,
  refusedMfa: (name) =>
    `${name} requires multi-factor authentication. Set it up in your account, then switch again.`,
  refusedMember: (name) => `You are no longer a member of ${name}.`,
  refused: (name) => `Switching to ${name} did not work. Please try again.`,
};
