import type { Term } from '../translation.js';

/** The words of `<org-profile>` where nothing is changed. */
export interface ProfileWords {
  readonly id: string;
  readonly created: string;
  readonly mfa: string;
  readonly mfaRequired: string;
  readonly mfaNotRequired: string;
  readonly yes: string;
  readonly no: string;
  /** In place of a text that is empty. */
  readonly nothing: string;
  /** There is no current one. */
  readonly none: (term: Term) => string;
}
