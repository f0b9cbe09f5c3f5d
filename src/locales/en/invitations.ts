import type { SentInvitationWords } from '../words/invitations.js';

const some = (count: number): string => (count === 1 ? '1 invitation' : `${count} invitations`);

export const invitations: SentInvitationWords = {
  invitations: 'Invitations',
  search: 'Search invitations',
  address: 'Address',
  status: 'Status',
  allStatuses: 'All',
  statuses: { pending: 'Pending', accepted: 'Accepted', revoked: 'Revoked', expired: 'Expired' },
  sort: 'Order',
  sorts: { newest: 'Newest first', oldest: 'Oldest first', ends: 'Ends next', address: 'By address' },
  sent: 'Sent',
  ends: (when) => `Ends ${when}`,
  ended: (when) => `Ended ${when}`,
  sentBy: (when, name) => `${when} by ${name}`,
  resend: 'Resend',
  renew: 'Renew',
  revoke: 'Revoke',
  remove: 'Remove',
  actOn: (action, address) => `${action}: ${address}`,
  resendIn: (seconds) => `Resend in ${seconds}`,
  resent: (count) => `${some(count)} sent again`,
  renewed: (count) => `${some(count)} renewed`,
  revoked: (count) => `${some(count)} revoked`,
  removed: (count) => `${some(count)} removed`,
  empty: 'No invitations yet',
  nothingFound: 'No such invitations',
};
