/** The words of the invitations that wait for the person. */
export interface ReceivedWords {
  readonly invitations: string;
  readonly invitedBy: (name: string) => string;
  readonly join: string;
  /** The accessible name of the join button; begins with or holds `join`. */
  readonly joinNamed: (name: string) => string;
  readonly joined: (name: string) => string;
}
