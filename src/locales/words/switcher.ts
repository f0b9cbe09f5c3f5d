import type { Term } from '../translation.js';

/** The words of `<org-switcher>`. */
export interface SwitcherWords {
  /** What the trigger does, and the name of what it opens. */
  readonly label: (term: Term) => string;
  /** The trigger's text while nothing is chosen. */
  readonly choose: (term: Term) => string;
  readonly search: (term: Term) => string;
  readonly found: (count: number, term: Term) => string;
  readonly noMatch: (query: string, term: Term) => string;
  readonly empty: (term: Term) => string;
  readonly personal: string;
  readonly create: (term: Term) => string;
  readonly manage: (term: Term) => string;
  readonly invitations: string;
  readonly invitationCount: (count: number) => string;
  readonly invitedBy: (name: string) => string;
  readonly join: string;
  /** The accessible name of the join button; begins with or holds `join`. */
  readonly joinNamed: (name: string) => string;
  readonly joined: (name: string) => string;
  readonly switched: (name: string) => string;
  /** A switch that was undone, by the reason. */
  readonly refusedMfa: (name: string) => string;
  readonly refusedMember: (name: string) => string;
  readonly refused: (name: string) => string;
}
