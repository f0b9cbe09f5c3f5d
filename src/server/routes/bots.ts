import type { BlockReason } from '../../contract/capabilities.js';
import { bot, botInput, botList, botRolesInput, type Bot } from '../../contract/bot.js';
import type { Actor } from '../actor.js';
import { inParallel } from '../in-parallel.js';
import type { Management } from '../management.js';
import type { LogtoApplication, LogtoRoleReference } from '../management-types.js';
import { isWithin, requireNotStronger, requireRoles, requireWithin } from '../policy.js';
import { notFound, Refusal } from '../refusal.js';
import { route, type Route } from '../route.js';
import type { Settings } from '../settings.js';
import type { TemplateRole } from '../template.js';

const PAGE_SIZE = 100;
const managers = { who: 'member', permission: 'manageMember' } as const;

type Associated = LogtoApplication & { readonly organizationRoles: readonly LogtoRoleReference[] };

/** Machine-to-machine applications in an organization: only those that the host offers can be touched. */
export const botRoutes: readonly Route[] = [
  route({
    operation: 'listBots',
    method: 'GET',
    path: '/organizations/:organizationId/bots',
    authorization: { who: 'member' },
    summary: 'Bots in the organization, those that could be added, and the roles for them.',
    output: botList,
    handle: async ({ actor, logto, services }) => {
      const offered = requireOffer(services.settings);
      const present = await applicationsIn(logto, actor.organizationId);
      const absent = offered.filter((id) => !present.some((application) => application.id === id));
      const found = await inParallel(absent, (id) => logto.applications.find(id));
      const roles = [...actor.template.roles.values()].filter(({ type }) => type === 'MachineToMachine');
      return {
        items: present.map((application) => toBot(actor, offered, application)),
        available: found
          .filter((application) => application?.type === 'MachineToMachine')
          .filter((application) => application !== undefined),
        roles: roles.map((role) => {
          const reason = blockOf(actor, [role]);
          return { ...role, grantable: reason === null, reason };
        }),
      };
    },
  }),
  route({
    operation: 'addBot',
    method: 'POST',
    path: '/organizations/:organizationId/bots',
    authorization: managers,
    summary: 'Takes a bot into the organization, with roles.',
    exclusive: true,
    body: botInput,
    output: bot,
    status: 201,
    handle: async ({ actor, body, logto, services, audit }) => {
      const { organizationId, template } = actor;
      const { applicationId } = body;
      audit(body);
      const offered = requireOffer(services.settings);
      if (!offered.includes(applicationId)) throw notFound();
      const roles = requireRoles(template, body.roleIds, 'MachineToMachine');
      requireWithin(actor, roles);
      const [application, present] = await Promise.all([
        logto.applications.find(applicationId),
        applicationsIn(logto, organizationId),
      ]);
      if (application?.type !== 'MachineToMachine') throw notFound();
      if (present.some(({ id }) => id === applicationId)) {
        throw new Refusal('conflict', 'The bot is in the organization already.');
      }
      await logto.applications.add(organizationId, applicationId);
      try {
        await setRoles(logto, organizationId, { ...application, organizationRoles: [] }, roles);
      } catch (error) {
        const cleanUp = logto.detached();
        await cleanUp.applications.remove(organizationId, applicationId).catch((cause: unknown) => {
          const message = `bot ${applicationId} was left in ${organizationId} without its roles`;
          services.settings.log({ level: 'error', message, cause });
        });
        throw error;
      }
      return toBot(actor, offered, { ...application, organizationRoles: references(roles) });
    },
  }),
  route({
    operation: 'replaceBotRoles',
    method: 'PUT',
    path: '/organizations/:organizationId/bots/:applicationId/roles',
    authorization: managers,
    summary: 'Sets the roles of a bot: all that it has afterwards.',
    exclusive: true,
    body: botRolesInput,
    output: bot,
    handle: async ({ actor, body, logto, params, services, audit }) => {
      const { organizationId, template } = actor;
      audit(body);
      const offered = requireOffer(services.settings);
      const application = await find(logto, actor, offered, params.applicationId);
      const roles = requireRoles(template, body.roleIds, 'MachineToMachine');
      requireNotStronger(actor, template.rolesOf(application.organizationRoles));
      requireWithin(actor, roles);
      await setRoles(logto, organizationId, application, roles);
      return toBot(actor, offered, { ...application, organizationRoles: references(roles) });
    },
  }),
  route({
    operation: 'removeBot',
    method: 'DELETE',
    path: '/organizations/:organizationId/bots/:applicationId',
    authorization: managers,
    summary: 'Takes a bot out of the organization.',
    exclusive: true,
    handle: async ({ actor, logto, params, services }) => {
      const offered = requireOffer(services.settings);
      const application = await find(logto, actor, offered, params.applicationId);
      requireNotStronger(actor, actor.template.rolesOf(application.organizationRoles));
      await logto.applications.remove(actor.organizationId, application.id);
    },
  }),
];

/** Without an offer there are no bots: the routes do not exist. */
const requireOffer = ({ bots }: Settings): readonly string[] => {
  if (!bots) throw notFound();
  return bots.applications;
};

const applicationsIn = async (logto: Management, organizationId: string): Promise<Associated[]> => {
  const all: Associated[] = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = await logto.applications.of(organizationId, { page, pageSize: PAGE_SIZE });
    all.push(...items);
    if (page * PAGE_SIZE >= total) return all;
  }
};

const find = async (
  logto: Management,
  actor: Actor,
  offered: readonly string[],
  applicationId: string,
): Promise<Associated> => {
  const present = offered.includes(applicationId) ? await applicationsIn(logto, actor.organizationId) : [];
  const application = present.find(({ id }) => id === applicationId);
  if (!application) throw notFound();
  return application;
};

/** All roles of the bot afterwards. Logto takes no empty list, so each is taken alone then. */
const setRoles = async (
  logto: Management,
  organizationId: string,
  { id, organizationRoles }: Associated,
  roles: readonly TemplateRole[],
): Promise<void> => {
  if (roles.length > 0) {
    const roleIds = roles.map((role) => role.id);
    return logto.applications.replaceRoles(organizationId, id, roleIds);
  }
  await inParallel(organizationRoles, (role) => logto.applications.removeRole(organizationId, id, role.id));
};

const toBot = (actor: Actor, offered: readonly string[], application: Associated): Bot => {
  const { id, name, description, organizationRoles } = application;
  const roles = actor.template.rolesOf(organizationRoles);
  return {
    id,
    name,
    description,
    roles: references(organizationRoles),
    blocked: offered.includes(id) ? blockOf(actor, roles) : 'not_permitted',
  };
};

const blockOf = (actor: Actor, roles: readonly TemplateRole[]): BlockReason | null => {
  if (!actor.may('manageMember')) return 'not_permitted';
  return isWithin(actor, roles) ? null : 'exceeds_own';
};

const references = (roles: readonly LogtoRoleReference[]): LogtoRoleReference[] =>
  roles.map(({ id, name }) => ({ id, name }));
