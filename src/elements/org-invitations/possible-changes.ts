import type { SentInvitation } from '../../contract/invitation.js';

export type Change = 'resend' | 'renew' | 'revoke' | 'remove';
export type Invitations = readonly SentInvitation[];

export const everyChange: readonly Change[] = ['resend', 'renew', 'revoke', 'remove'];

/** What is possible with each, by its state. */
export const changesOf: Readonly<Record<SentInvitation['status'], readonly Change[]>> = {
  pending: ['resend', 'revoke'],
  expired: ['renew', 'remove'],
  accepted: ['remove'],
  revoked: ['remove'],
};
