/** The words of `<org-invitation>`. */
export interface InvitationWords {
  /** For somebody who is not signed in: nothing about the invitation is known yet. */
  readonly strangerTitle: string;
  /** The same, when the page says which organization invites. */
  readonly strangerTitleNamed: (organization: string) => string;
  readonly strangerText: string;
  readonly signIn: string;
  readonly signUp: string;
  /** When the link itself signs in. */
  readonly tokenText: string;
  readonly continue: string;
  readonly signInOtherwise: string;
  readonly invitedTitle: (inviter: string, organization: string) => string;
  /** Without a name of who invites. */
  readonly invitedTitlePlain: (organization: string) => string;
  readonly joinAs: string;
  readonly wrongTitle: string;
  readonly wrongText: string;
  readonly noAddressTitle: string;
  readonly noAddressText: string;
  readonly signedInAs: string;
  readonly switchAccount: string;
  readonly memberTitle: (organization: string) => string;
  readonly joinedTitle: (organization: string) => string;
  readonly open: (organization: string) => string;
  /** The organization can't be entered before a second factor is set up. */
  readonly mfa: (organization: string) => string;
  /** Accepted once, by somebody who has left since. */
  readonly usedTitle: string;
  readonly expiredTitle: string;
  readonly revokedTitle: string;
  readonly revokedText: string;
  readonly declinedText: string;
  readonly unknownTitle: string;
  readonly unknownText: string;
  readonly ask: (inviter: string, organization: string) => string;
  readonly askPlain: (organization: string) => string;
  readonly request: string;
}
