import type { DeclineWords } from '../words/decline.js';

export const decline: DeclineWords = {
  decline: 'Ablehnen',
  declineNamed: (organization) => `Ablehnen: ${organization}`,
  confirm: (organization) => `Einladung zu ${organization} ablehnen?`,
  consequence: 'Später können Sie nur mit einer neuen Einladung beitreten.',
  declined: (organization) => `Sie haben die Einladung zu ${organization} abgelehnt`,
  ends: (when) => `Läuft ${when} ab`,
};
