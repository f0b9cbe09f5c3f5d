import type { Term } from '../translation.js';

/** The words of `<org-create>`. */
export interface CreateWords {
  readonly title: (term: Term) => string;
  readonly submit: (term: Term) => string;
  readonly nameHint: string;
  readonly created: (name: string) => string;
  /** Nobody, or not this person, may make one. */
  readonly notAllowed: (term: Term) => string;
  /** The person is in as many as allowed. */
  readonly capReached: (term: Term, most: number | undefined) => string;
  readonly done: string;
}
