import type { ReceivedWords } from '../words/received.js';

export const received: ReceivedWords = {
  invitations: 'Einladungen',
  invitedBy: (name) => `Eingeladen von ${name}`,
  join: 'Beitreten',
  joinNamed: (name) => `Beitreten: ${name}`,
  joined: (name) => `Sie gehören jetzt zu ${name}`,
};
