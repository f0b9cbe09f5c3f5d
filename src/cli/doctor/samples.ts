import type { Route } from '../../server/route.js';
import { routes } from '../../server/routes/index.js';
import type { CallOptions } from './backend.js';
import type { Stage } from './stage.js';

/** Ids that nobody has. */
export const NOBODY = 'orgkit-doctor-nobody';

/** Operations that need a token. */
export const guarded: readonly Route[] = routes.filter(
  ({ authorization }) => authorization.who !== 'anybody',
);
/** Operations on an organization. */
export const inOrganization: readonly Route[] = routes.filter(
  ({ authorization }) => authorization.who === 'member',
);
export const isOfBots = ({ path }: Route): boolean => path.includes('/bots');

/**
 * A request that says nothing wrong, for checks of who may make it. Where a backend carries it out that should not, it
 * does no more than it must: nobody is deleted who is needed later.
 */
export const sample = (route: Route, stage: Stage): Pick<CallOptions, 'params' | 'body'> => {
  const all: Readonly<Record<string, string>> = {
    organizationId: stage.need('organization').id,
    userId: stage.person('guest').userId,
    invitationId: NOBODY,
    applicationId: NOBODY,
  };
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const params = Object.fromEntries(names.map((name) => [name, all[name] ?? '']));
  return { params, ...(route.body && { body: bodyOf(route.operation, stage) }) };
};

const bodyOf = (operation: string, stage: Stage): object => {
  const bodies: Readonly<Record<string, object>> = {
    createOrganization: { name: `${stage.name} not to be made` },
    // Refused at the very end: the name is another.
    deleteOrganization: { name: 'Not its name' },
    replaceMemberRoles: { roleIds: [] },
    grantRoles: { userIds: [NOBODY], roleIds: [...stage.need('ownerRoles')] },
    invite: { invitations: [{ email: stage.address('not-to-be-invited') }], delivery: 'link' },
    addBot: { applicationId: NOBODY },
    replaceBotRoles: { roleIds: [] },
  };
  return bodies[operation] ?? {};
};
