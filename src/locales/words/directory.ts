import type { Term } from '../translation.js';

/** The words of `<org-directory>`. */
export interface DirectoryWords {
  readonly search: (term: Term) => string;
  readonly name: string;
  readonly members: string;
  readonly created: string;
  readonly open: string;
  readonly openNamed: (name: string) => string;
  /** On the one that the page is about now. */
  readonly current: string;
  /** On those that the person is a member of. */
  readonly yours: string;
  /** On those that ask for a second factor. */
  readonly mfa: string;
  readonly opened: (name: string) => string;
  readonly empty: (term: Term) => string;
  /** The person is no operator of the product, or the product has none. */
  readonly notOperator: (term: Term) => string;
}
