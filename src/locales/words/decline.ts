/** The words of declining an invitation, and of how long it still lives. */
export interface DeclineWords {
  readonly decline: string;
  /** The accessible name of the button; begins with or holds `decline`. */
  readonly declineNamed: (organization: string) => string;
  /** Asks before it is done. */
  readonly confirm: (organization: string) => string;
  readonly consequence: string;
  readonly declined: (organization: string) => string;
  /** `when` is a relative time such as `in 6 days`. */
  readonly ends: (when: string) => string;
}
