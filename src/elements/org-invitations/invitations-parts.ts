import type { SentInvitation, SentInvitationPage } from '../../contract/invitation.js';
import type { AnnounceController } from '../../controllers/announce-controller.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { QueryController } from '../../controllers/query-controller.js';
import type { SelectionController } from '../../controllers/selection-controller.js';
import type { OrgInvitations } from './org-invitations.js';
import type { Change } from './possible-changes.js';

export type InvitationsLocale = LocaleController<'invitations' | 'copying' | 'lists' | 'roles'>;

/** What the element shares with its parts: one of them comes later, loaded on demand. */
export interface InvitationsParts {
  readonly host: OrgInvitations;
  readonly locale: InvitationsLocale;
  readonly invitations: QueryController<SentInvitationPage>;
  readonly selection: SelectionController;
  /** Those that were shown at some time: of those that are selected, most are on other pages. */
  readonly known: Map<string, SentInvitation>;
  readonly announce: AnnounceController;
  /** What the person may do to one. */
  readonly changesOf: (invitation: SentInvitation) => readonly Change[];
}
