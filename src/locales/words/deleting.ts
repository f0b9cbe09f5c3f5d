import type { Term } from '../translation.js';

/** The words of deleting an organization. */
export interface DeletingWords {
  /** Of the button that asks, of the one that does it, and of the heading above. */
  readonly delete: (term: Term) => string;
  /** Asks before it is done. */
  readonly title: (name: string) => string;
  /** What is lost. */
  readonly lost: string;
  /** What stays. */
  readonly kept: string;
  /** Of the field that wants the name. */
  readonly typeName: (name: string) => string;
  readonly deleted: (name: string) => string;
}
