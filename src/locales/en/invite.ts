import type { InviteWords } from '../words/invite.js';

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);
const addresses = (count: number): string => (count === 1 ? '1 address' : `${count} addresses`);

export const invite: InviteWords = {
  invite: 'Invite people',
  addresses: 'Email addresses',
  hint: 'Separate them with commas, or paste a list.',
  chosen: (count) => `${addresses(count)} to invite`,
  remove: (address) => `Remove ${address}`,
  rolesOf: (address) => `Roles for ${address}`,
  sameRoles: 'Use the same roles as everybody',
  problems: {
    invalid: 'Not an address',
    duplicate: 'Twice',
    already_member: 'Already a member',
    already_invited: 'Already invited',
    not_allowed: 'Not allowed',
    rate_limited: 'Too many at once, try later',
    limit_reached: 'Too many pending invitations',
    mail_failed: 'Mail could not be sent',
    failed: 'Did not work, try again',
  },
  hopeless: (count) => `${addresses(count)} can’t be invited.`,
  removeHopeless: 'Remove these',
  delivery: 'Delivery',
  byMail: 'Send by email',
  linksOnly: 'Only make links',
  mailLanguage: 'Language of the email',
  automatic: 'Automatic',
  lifetime: 'Valid for',
  usual: 'Usual time',
  days: (count) => (count === 1 ? '1 day' : `${count} days`),
  send: (count) => (count === 0 ? 'Invite' : `Invite ${people(count)}`),
  sending: 'Inviting',
  invited: (count) => `${people(count)} invited`,
  notInvited: (count) => `${people(count)} not invited`,
  discard: (count) => `Discard ${addresses(count)}?`,
  discardMeans: 'They have not been invited yet.',
  discardConfirm: 'Discard',
};
