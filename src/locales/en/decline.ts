import type { DeclineWords } from '../words/decline.js';

export const decline: DeclineWords = {
  decline: 'Decline',
  declineNamed: (organization) => `Decline ${organization}`,
  confirm: (organization) => `Decline the invitation to ${organization}?`,
  consequence: 'You can only join later if you are invited again.',
  declined: (organization) => `You declined the invitation to ${organization}`,
  ends: (when) => `Expires ${when}`,
};
