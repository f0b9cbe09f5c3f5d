import type { ReceivedWords } from '../words/received.js';

export const received: ReceivedWords = {
  invitations: 'Invitations',
  invitedBy: (name) => `Invited by ${name}`,
  join: 'Join',
  joinNamed: (name) => `Join ${name}`,
  joined: (name) => `You joined ${name}`,
};
