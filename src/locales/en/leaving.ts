import type { LeavingWords } from '../words/leaving.js';

export const leaving: LeavingWords = {
  leave: (term) => `Leave ${term.one}`,
  title: (name) => `Leave ${name}?`,
  lost: (term) =>
    `You lose access to this ${term.one} at once, and with it your roles. To come back you need a new invitation.`,
  kept: 'Your account stays.',
  lastAdministrator: 'You are the last administrator. Before you can leave, make somebody else one.',
  left: (name) => `You have left ${name}`,
};
