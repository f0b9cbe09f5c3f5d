import type { ReceivedWords } from '../words/received.js';

export const received: ReceivedWords = {
  invitations: 'الدعوات',
  invitedBy: (name) => `دعوة من ${name}`,
  join: 'انضمام',
  joinNamed: (name) => `انضمام إلى ${name}`,
  joined: (name) => `لقد انضممت إلى ${name}`,
};
