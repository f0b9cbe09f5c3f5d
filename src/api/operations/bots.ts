import type { Bot, BotInput, BotList } from '../../contract/bot.js';
import { botPath, botRolesPath, botsPath } from '../../contract/paths.js';
import type { Operation } from '../operation.js';

/** Those in the organization, those that the host offers, and the roles for them. */
export function listBots(organizationId: string): Operation<BotList> {
  return { path: botsPath(organizationId), organizationId };
}

export function addBot(organizationId: string, body: BotInput): Operation<Bot> {
  return { method: 'POST', path: botsPath(organizationId), organizationId, body };
}

export function replaceBotRoles(
  organizationId: string,
  applicationId: string,
  roleIds: string[],
): Operation<Bot> {
  return {
    method: 'PUT',
    path: botRolesPath(organizationId, applicationId),
    organizationId,
    body: { roleIds },
  };
}

export function removeBot(organizationId: string, applicationId: string): Operation<void> {
  return { method: 'DELETE', path: botPath(organizationId, applicationId), organizationId };
}
