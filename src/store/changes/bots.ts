import * as operations from '../../api/operations/bots.js';
import type { Bot, BotInput } from '../../contract/bot.js';
import type { OrgChange } from '../org-store.js';
import { organizationKey, type Key } from '../query-keys.js';

const touches = (organizationId: string): readonly Key[] => [organizationKey(organizationId, 'bots')];

export function addBot(organizationId: string, input: BotInput): OrgChange<Bot> {
  return { operation: operations.addBot(organizationId, input), touches: touches(organizationId) };
}

/** All roles that the bot has afterwards. */
export function replaceBotRoles(
  organizationId: string,
  applicationId: string,
  roleIds: string[],
): OrgChange<Bot> {
  const operation = operations.replaceBotRoles(organizationId, applicationId, roleIds);
  return { operation, touches: touches(organizationId) };
}

export function removeBot(organizationId: string, applicationId: string): OrgChange<void> {
  return { operation: operations.removeBot(organizationId, applicationId), touches: touches(organizationId) };
}
