import type { Term } from '../translation.js';

/** The words of `<org-roles>`. */
export interface PermissionWords {
  /** What the table is. */
  readonly title: string;
  /** Why nothing can be changed here. */
  readonly readOnly: (term: Term) => string;
  readonly search: string;
  readonly found: (count: number) => string;
  /** The column with the names of the permissions. */
  readonly permission: string;
  /** The column with what the person may do. */
  readonly you: string;
  /** On a role that the person holds. */
  readonly yourRole: string;
  /** The row that says what each role is for. */
  readonly description: string;
  /** The row that says whether the person may give each role. */
  readonly grantable: string;
  readonly yes: string;
  readonly no: string;
  /** The group of the permissions that are no API resource's. */
  readonly group: (term: Term) => string;
  /** `4 of 13 permissions`. */
  readonly count: (held: number, total: number) => string;
  readonly empty: string;
}
