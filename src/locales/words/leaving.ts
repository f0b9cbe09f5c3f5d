import type { Term } from '../translation.js';

/** The words of leaving an organization. */
export interface LeavingWords {
  /** Of the button that asks, of the one that does it, and of the heading above. */
  readonly leave: (term: Term) => string;
  /** Asks before it is done. */
  readonly title: (name: string) => string;
  /** What is lost. */
  readonly lost: (term: Term) => string;
  /** What stays. */
  readonly kept: string;
  /** Why it is not possible, and what to do. */
  readonly lastAdministrator: string;
  readonly left: (name: string) => string;
}
