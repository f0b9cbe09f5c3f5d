import type { Term } from '../translation.js';

/** The words of the button of `<org-switcher>`; its panel has those of `choosing` and `received`. */
export interface SwitcherWords {
  /** What the trigger does, and the name of what it opens. */
  readonly label: (term: Term) => string;
  /** The trigger's text while nothing is chosen. */
  readonly choose: (term: Term) => string;
  readonly personal: string;
  readonly invitationCount: (count: number) => string;
}
