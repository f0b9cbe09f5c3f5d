import type { OrgErrorCode } from '../org-error.js';
import type { BotWords } from './words/bots.js';
import type { CopyWords } from './words/copying.js';
import type { SentInvitationWords } from './words/invitations.js';
import type { InviteWords } from './words/invite.js';
import type { ChoosingWords } from './words/choosing.js';
import type { DeclineWords } from './words/decline.js';
import type { DirectoryWords } from './words/directory.js';
import type { DeletingWords } from './words/deleting.js';
import type { EditingWords } from './words/editing.js';
import type { FinderWords } from './words/finder.js';
import type { InvitationWords } from './words/invitation.js';
import type { CreateWords } from './words/create.js';
import type { FormWords } from './words/form.js';
import type { LeavingWords } from './words/leaving.js';
import type { ListWords } from './words/lists.js';
import type { ManagerWords } from './words/manager.js';
import type { MeWords } from './words/me.js';
import type { MemberWords } from './words/members.js';
import type { PermissionWords } from './words/permissions.js';
import type { ProfileWords } from './words/profile.js';
import type { ReceivedWords } from './words/received.js';
import type { RoleWords } from './words/roles.js';
import type { SwitcherWords } from './words/switcher.js';

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

/** The words that every element needs. */
export interface CommonWords {
  /** BCP 47 tag, such as `en` or `pt-BR`. */
  readonly language: string;
  readonly terms: Readonly<Record<TermName, Term>>;
  readonly retry: string;
  readonly dismiss: string;
  readonly loading: string;
  readonly cancel: string;
  readonly close: string;
  readonly undo: string;
  /** The person may do other things now than a moment ago. */
  readonly permissionsChanged: string;
  /** What a person reads when something failed, by code. Never the error's own message. */
  readonly errors: Readonly<Record<OrgErrorCode, string>>;
}

/** The words of one element, or of a part that several elements share: each is loaded with what says it. */
export interface WordSections {
  readonly bots: BotWords;
  readonly copying: CopyWords;
  readonly invitations: SentInvitationWords;
  readonly invite: InviteWords;
  readonly choosing: ChoosingWords;
  readonly decline: DeclineWords;
  readonly directory: DirectoryWords;
  readonly deleting: DeletingWords;
  readonly editing: EditingWords;
  readonly finder: FinderWords;
  readonly invitation: InvitationWords;
  readonly create: CreateWords;
  readonly form: FormWords;
  readonly leaving: LeavingWords;
  readonly lists: ListWords;
  readonly manager: ManagerWords;
  readonly me: MeWords;
  readonly members: MemberWords;
  readonly permissions: PermissionWords;
  readonly profile: ProfileWords;
  readonly received: ReceivedWords;
  readonly roles: RoleWords;
  readonly switcher: SwitcherWords;
}

export type WordSection = keyof WordSections;

/** Every word the kit says, in one language. Extend one with `{ ...en, terms: { ...en.terms, organization: { ... } } }`. */
export type Translation = CommonWords & WordSections;
