import type { Term } from '../translation.js';

/** The words of changing an organization's profile. */
export interface EditingWords {
  readonly save: string;
  readonly discard: string;
  /** Beside the buttons, while something has been changed. */
  readonly unsaved: string;
  readonly saved: string;
  /** Of the switch. */
  readonly requireMfa: string;
  readonly requireMfaHint: (term: Term) => string;
  /** The person has none, and would be locked out. */
  readonly ownMfaMissing: (term: Term) => string;
  /** Of the link to the person's account pages. */
  readonly setUpMfa: string;
  /** It has been switched on, and is not saved yet. */
  readonly othersLockedOut: (term: Term) => string;
  /** Heading where both have changed the same. */
  readonly conflict: string;
  readonly conflictText: string;
  readonly mine: string;
  readonly theirs: string;
  readonly choose: string;
  /** Others have changed these alone: labels of fields. */
  readonly news: (fields: string) => string;
}
