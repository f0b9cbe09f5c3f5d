import type { BlockReason } from '../../contract/capabilities.js';

/** The words of where roles are chosen. */
export interface RoleWords {
  readonly roles: string;
  readonly noRoles: string;
  readonly chooseRoles: string;
  /** Why a role can't be given or taken, or something can't be done to somebody. */
  readonly reasons: Readonly<Record<BlockReason, string>>;
}
