import type { InviteStatus } from '../../contract/invitation.js';

/** The words of `<org-invite>`. */
export interface InviteWords {
  /** Names the form and the button that opens it. */
  readonly invite: string;
  readonly addresses: string;
  readonly hint: string;
  /** Names the list of addresses that are chosen. */
  readonly chosen: (count: number) => string;
  readonly remove: (address: string) => string;
  /** Names the choice of roles of one address. */
  readonly rolesOf: (address: string) => string;
  /** For an address with roles of its own: gives it everybody's. */
  readonly sameRoles: string;
  /** Why an address can't be invited, short: it stands on its chip. */
  readonly problems: Readonly<Record<Exclude<InviteStatus, 'invited'>, string>>;
  readonly hopeless: (count: number) => string;
  readonly removeHopeless: string;
  readonly delivery: string;
  readonly byMail: string;
  readonly linksOnly: string;
  readonly mailLanguage: string;
  /** The language of the mail is left to the service. */
  readonly automatic: string;
  readonly lifetime: string;
  /** As long as the host has set. */
  readonly usual: string;
  readonly days: (count: number) => string;
  readonly send: (count: number) => string;
  /** While they are sent. */
  readonly sending: string;
  readonly invited: (count: number) => string;
  readonly notInvited: (count: number) => string;
  readonly discard: (count: number) => string;
  readonly discardMeans: string;
  readonly discardConfirm: string;
}
