import type { InvitationSort, InvitationStatus } from '../../contract/invitation.js';

/** The words of `<org-invitations>`. */
export interface SentInvitationWords {
  /** Names the table. */
  readonly invitations: string;
  readonly search: string;
  readonly address: string;
  readonly status: string;
  readonly allStatuses: string;
  readonly statuses: Readonly<Record<InvitationStatus, string>>;
  readonly sort: string;
  readonly sorts: Readonly<Record<InvitationSort, string>>;
  readonly sent: string;
  /** `when` is such as `in 6 days`. */
  readonly ends: (when: string) => string;
  readonly ended: (when: string) => string;
  /** `when` is such as `3 days ago`. */
  readonly sentBy: (when: string, name: string) => string;
  readonly resend: string;
  readonly renew: string;
  readonly revoke: string;
  readonly remove: string;
  /** What a button does to one of them; begins with or holds the action. */
  readonly actOn: (action: string, address: string) => string;
  readonly resendIn: (seconds: string) => string;
  readonly resent: (count: number) => string;
  readonly renewed: (count: number) => string;
  readonly revoked: (count: number) => string;
  readonly removed: (count: number) => string;
  readonly empty: string;
  readonly nothingFound: string;
}
