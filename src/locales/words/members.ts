import type { Term } from '../translation.js';

/** The words of `<org-members>`. */
export interface MemberWords {
  /** Names the table. */
  readonly members: string;
  readonly search: string;
  readonly allRoles: string;
  readonly name: string;
  readonly address: string;
  /** Beside the person's own name. */
  readonly you: string;
  /** Spoken before the roles, in the button that changes them. */
  readonly rolesOf: (name: string) => string;
  readonly rolesSaved: (name: string) => string;
  readonly remove: string;
  readonly removeNamed: (name: string) => string;
  readonly removeTitle: (name: string) => string;
  readonly removeText: (term: Term) => string;
  readonly removed: (name: string) => string;
  readonly leave: string;
  /** In the person's own row: why they can't go. */
  readonly lastAdministrator: string;
  readonly giveRoles: string;
  readonly give: string;
  readonly removeManyTitle: (count: number) => string;
  readonly empty: string;
  readonly export: string;
  /** While the pages come. The numbers come in the language's form. */
  readonly exporting: (done: string, total: string) => string;
  readonly exported: (count: string) => string;
  /** Head of a column in the exported file, and the first part of its name. */
  readonly username: string;
  readonly id: string;
  readonly fileName: string;
}
