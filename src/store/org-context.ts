import { createContext } from '@lit/context';
import type { OrgState, SignInOptions } from '../events.js';
import type { OrgError } from '../org-error.js';
import type { OrgStore } from './org-store.js';

/** What `<org-provider>` gives to every element inside it. A new object whenever something in it changed. */
export interface OrgContextValue {
  readonly state: OrgState;
  readonly error: OrgError | undefined;
  /** Absent until the provider knows its backend. */
  readonly store: OrgStore | undefined;
  /** The current organization; `null` when there is none, or the personal row is chosen. */
  readonly organizationId: string | null;
  /** It, where it is none of the person's and an operator has opened it. */
  readonly operating: string | false | null | undefined;
  /** Organization ids by last use, newest first. */
  readonly recent: readonly string[];
  /** The last switch that was undone because its token was refused, until dismissed or until the next switch. */
  readonly refusal: { readonly organizationId: string; readonly error: OrgError } | undefined;
  dismissRefusal(): void;
  signIn(options?: SignInOptions): void;
  /** Begins anew after the provider's own failure. */
  retry(): void;
}

// Symbol.for: two copies of the kit on one page understand each other.
export const orgContext = createContext<OrgContextValue>(Symbol.for('orgkit.context'));
