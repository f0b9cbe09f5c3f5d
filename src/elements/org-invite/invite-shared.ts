import type { RoleList } from '../../contract/role.js';
import type { AnnounceController } from '../../controllers/announce-controller.js';
import type { CapabilitiesController } from '../../controllers/capabilities-controller.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { QueryController } from '../../controllers/query-controller.js';

/** What the element shares with the form, which comes later. */
export interface InviteShared {
  readonly locale: LocaleController<'invite' | 'copying' | 'lists' | 'roles'>;
  readonly capabilities: CapabilitiesController;
  readonly announcer: AnnounceController;
  readonly roles: QueryController<RoleList>;
}
