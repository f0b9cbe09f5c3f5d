import type { Term } from '../translation.js';

/** The words of `<org-bots>`. */
export interface BotWords {
  /** What the table is. */
  readonly title: string;
  /** The column with their names, and the field in which one is chosen. */
  readonly bot: string;
  readonly add: string;
  readonly addTitle: (term: Term) => string;
  readonly chooseOne: string;
  /** Nothing is left to be added. */
  readonly allAdded: string;
  readonly added: (name: string) => string;
  readonly changeRoles: string;
  /** The accessible name of that button; begins with or holds `changeRoles`. */
  readonly changeRolesOf: (name: string) => string;
  readonly rolesOf: (name: string) => string;
  readonly rolesSaved: (name: string) => string;
  /** They are as before; the reason follows. */
  readonly rolesKept: (name: string) => string;
  readonly remove: string;
  readonly removeNamed: (name: string) => string;
  readonly removeTitle: (name: string) => string;
  readonly removeHint: (term: Term) => string;
  readonly removed: (name: string) => string;
  /** One that the page does not offer: it can't be changed here. */
  readonly notOffered: string;
  readonly empty: string;
  readonly emptyHint: (term: Term) => string;
}
