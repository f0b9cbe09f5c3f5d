import type { Term } from '../translation.js';

/** The words of `<org-me>`. */
export interface MeWords {
  readonly manageAccount: string;
  /** Name of the line that says whether there is one. */
  readonly secondFactor: string;
  readonly hasFactor: string;
  readonly noFactor: string;
  /** Of the link beside it. */
  readonly setUp: string;
  readonly roles: string;
  readonly noRoles: string;
  readonly permissions: string;
  readonly noPermissions: string;
  /** Which of the person's roles give a permission; `roles` is a list in the language. */
  readonly from: (roles: string) => string;
  readonly operator: (term: Term) => string;
  /** In place of roles where no organization is chosen. */
  readonly personal: (term: Term) => string;
  /** What the sign-in of before still says; `roles` is empty when it says that there are none. */
  readonly older: (roles: string) => string;
  readonly renew: string;
  readonly renewed: string;
  /** Permissions that were not asked for at sign-in. */
  readonly consent: (permissions: string) => string;
  readonly ask: string;
}
