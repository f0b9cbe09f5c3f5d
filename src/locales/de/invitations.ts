import type { SentInvitationWords } from '../words/invitations.js';

const some = (count: number): string => (count === 1 ? '1 Einladung' : `${count} Einladungen`);

export const invitations: SentInvitationWords = {
  invitations: 'Einladungen',
  search: 'Einladungen suchen',
  address: 'Adresse',
  status: 'Status',
  allStatuses: 'Alle',
  statuses: { pending: 'Offen', accepted: 'Angenommen', revoked: 'Widerrufen', expired: 'Abgelaufen' },
  sort: 'Reihenfolge',
  sorts: {
    newest: 'Neueste zuerst',
    oldest: 'Älteste zuerst',
    ends: 'Endet als Nächstes',
    address: 'Nach Adresse',
  },
  sent: 'Gesendet',
  ends: (when) => `Endet ${when}`,
  ended: (when) => `Endete ${when}`,
  sentBy: (when, name) => `${when} von ${name}`,
  resend: 'Erneut senden',
  renew: 'Erneuern',
  revoke: 'Widerrufen',
  remove: 'Entfernen',
  actOn: (action, address) => `${action}: ${address}`,
  resendIn: (seconds) => `Erneut senden in ${seconds}`,
  resent: (count) => `${some(count)} erneut gesendet`,
  renewed: (count) => `${some(count)} erneuert`,
  revoked: (count) => `${some(count)} widerrufen`,
  removed: (count) => `${some(count)} entfernt`,
  empty: 'Noch keine Einladungen',
  nothingFound: 'Keine solchen Einladungen',
};
