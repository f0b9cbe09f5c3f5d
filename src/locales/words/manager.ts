import type { Term } from '../translation.js';

/** The pages that `<org-manager>` has by itself. */
export type ManagerTab = 'members' | 'invitations' | 'roles' | 'bots' | 'settings' | 'me';

/** The words of `<org-manager>`. */
export interface ManagerWords {
  readonly tabs: Readonly<Record<ManagerTab, string>>;
  /** Of the dialog and of the list of tabs. Without a name until it is known. */
  readonly title: (name: string | undefined, term: Term) => string;
  /** To an operator, who is no member. */
  readonly operating: (term: Term) => string;
  /** There is no tab that the person may see. */
  readonly nothing: string;
  /** The tab that was shown has gone: the person may not see it any more. */
  readonly gone: (tab: string) => string;
}
