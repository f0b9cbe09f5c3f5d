import type { SwitcherWords } from '../words/switcher.js';

export const switcher: SwitcherWords = {
  label: (term) => `Switch ${term.one}`,
  choose: (term) => `Choose ${term.one}`,
  personal: 'Personal account',
  invitationCount: (count) => (count === 1 ? '1 pending invitation' : `${count} pending invitations`),
};
