import type { Term } from '../translation.js';

/** The words of `<org-list>`. */
export interface FinderWords {
  /** Read out beside the current one. */
  readonly current: string;
  /** For somebody without any. */
  readonly welcome: (term: Term) => string;
  /** Where the person can make one. */
  readonly createOrWait: (term: Term) => string;
  /** Where others make them. */
  readonly wait: (term: Term) => string;
}
