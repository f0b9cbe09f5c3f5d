import type { Term } from '../translation.js';

/** The words of choosing an organization: `<org-list>`, and the panel of `<org-switcher>`. */
export interface ChoosingWords {
  readonly search: (term: Term) => string;
  readonly found: (count: number, term: Term) => string;
  readonly noMatch: (query: string, term: Term) => string;
  readonly empty: (term: Term) => string;
  readonly create: (term: Term) => string;
  readonly manage: (term: Term) => string;
  readonly switched: (name: string) => string;
  /** A switch that was undone, by the reason. */
  readonly refusedMfa: (name: string) => string;
  readonly refusedMember: (name: string) => string;
  readonly refused: (name: string) => string;
}
