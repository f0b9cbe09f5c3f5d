import { listBots } from '../../api/operations/bots.js';
import type { BotList } from '../../contract/bot.js';
import { organizationKey } from '../query-keys.js';
import type { OrgQuery } from '../query-watch.js';

/** The bots of an organization, those that may be added, and the roles for them. */
export function bots(organizationId: string): OrgQuery<BotList> {
  return { key: organizationKey(organizationId, 'bots'), operation: listBots(organizationId) };
}
