import type { OrgErrorCode } from '../org-error.js';

/** What an organization may be called. `data-org-term` on or around an element picks one. */
export type TermName = 'organization' | 'workspace' | 'team' | 'company';

/**
 * A noun in its base form. Sentences are written so that no article, case or gender is needed:
 * this is what lets a page put its own word into every language.
 */
export interface Term {
  readonly one: string;
  readonly many: string;
}

/** Every word the kit says, in one language. Extend one with `{ ...en, terms: { ...en.terms, organization: { ... } } }`. */
export interface Translation {
  /** BCP 47 tag, such as `en` or `pt-BR`. */
  readonly language: string;
  readonly terms: Readonly<Record<TermName, Term>>;
  readonly retry: string;
  readonly dismiss: string;
  readonly loading: string;
  /** What a person reads when something failed, by code. Never the error's own message. */
  readonly errors: Readonly<Record<OrgErrorCode, string>>;
  readonly switcher: {
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
  };
}
