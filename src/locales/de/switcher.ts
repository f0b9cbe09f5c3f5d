import type { SwitcherWords } from '../words/switcher.js';

export const switcher: SwitcherWords = {
  label: (term) => `${term.one} wechseln`,
  choose: (term) => `${term.one} auswählen`,
  personal: 'Persönliches Konto',
  invitationCount: (count) => (count === 1 ? '1 offene Einladung' : `${count} offene Einladungen`),
};
