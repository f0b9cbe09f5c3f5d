import type { Member, MemberPage } from '../../contract/member.js';
import type { RoleList } from '../../contract/role.js';
import type { AnnounceController } from '../../controllers/announce-controller.js';
import type { CapabilitiesController } from '../../controllers/capabilities-controller.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { QueryController } from '../../controllers/query-controller.js';
import type { SelectionController } from '../../controllers/selection-controller.js';
import type { RoleLabels } from '../parts/role-labels.js';
import type { OrgMembers } from './org-members.js';

export type MembersLocale = LocaleController<'members' | 'lists' | 'roles'>;

/** What the element shares with the parts of it that come later: each in a file of its own, loaded on demand. */
export interface MembersParts {
  readonly host: OrgMembers;
  readonly locale: MembersLocale;
  readonly members: QueryController<MemberPage>;
  readonly capabilities: CapabilitiesController;
  readonly roles: QueryController<RoleList>;
  readonly selection: SelectionController;
  /** Those that were selected at some time: most are on other pages. */
  readonly known: Map<string, Member>;
  readonly announce: AnnounceController;
  /** How the page wants roles to be shown. */
  readonly labels: () => RoleLabels;
}
