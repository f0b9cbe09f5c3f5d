import { setImmediate } from 'node:timers/promises';
import * as fc from 'fast-check';
import { createSandbox, SANDBOX_RESOURCE, SANDBOX_SPA, type Sandbox } from '../../../src/sandbox/index.js';
import type { OrgHandlerOptions } from '../../../src/server/index.js';
import type { Invitation } from '../../../src/sandbox/rows.js';
import { memberKey } from '../../../src/sandbox/tables.js';
import { createBackend, ENDPOINT, type Backend } from '../support/backend.js';
import { plantSecrets, Secrets } from './secrets.js';

/**
 * Everybody who acts. Lars has no address; Rex and Dana were administrators a moment ago and have the tokens still: Rex
 * was removed, Dana is a plain member now. Opal operates on the whole tenant.
 */
export const PEOPLE = ['ada', 'maximiliana', 'sakura', 'sam', 'noor', 'rex', 'dana', 'lars', 'opal'] as const;
export type PersonId = (typeof PEOPLE)[number];

export const OPERATOR: PersonId = 'opal';
const CREATOR_ROLE = 'role-admin';
const OPERATOR_SCOPE = 'manage:organizations';

/** A template and memberships of any kind, beside those of the demo. */
export interface WorldPlan {
  /** Permissions of each additional role: of the organization, and of the API resource. */
  readonly roles: readonly { readonly permissions: readonly string[]; readonly scopes: readonly string[] }[];
  /** Numbers of additional roles that a member of the first organization holds too. */
  readonly extra: Readonly<Partial<Record<PersonId, readonly number[]>>>;
  /** Whether the host names the applications whose tokens count. */
  readonly namesClients: boolean;
  readonly magicLinks: boolean;
}

const permissionIds = [
  'read-data',
  'read-member',
  'invite-member',
  'manage-member',
  'delete-member',
  'manage-organization',
  'delete-organization',
  'manage-billing',
];

export const anyWorld: fc.Arbitrary<WorldPlan> = fc.record({
  roles: fc.array(
    fc.record({
      permissions: fc.oneof(
        fc.subarray(permissionIds),
        // Manages people and holds nothing else: the subset rule is all that stands between it and the rest.
        fc.constant(['read-member', 'invite-member', 'manage-member', 'delete-member']),
      ),
      scopes: fc.subarray(['api-read-projects', 'api-write-projects']),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  extra: fc.record({
    maximiliana: fc.subarray([0, 1, 2]),
    sakura: fc.subarray([0, 1, 2]),
    sam: fc.subarray([0, 1, 2]),
  }),
  namesClients: fc.boolean(),
  magicLinks: fc.boolean(),
});

export interface World {
  readonly backend: Backend;
  readonly sandbox: Sandbox;
  readonly secrets: Secrets;
  /** Tokens from before the first step: whoever was a member then has one for ever. */
  readonly firstTokens: ReadonlyMap<string, string>;
  /** Permissions that a creator gets. */
  readonly creatorRole: string;
  /** How long each call to Logto takes, one after the other, in turns of the event loop: mixes what goes on at once. */
  delays: readonly number[];
}

/** What breaks the backend, or lies to it. */
export interface Sabotage {
  readonly options?: Partial<OrgHandlerOptions>;
  /** Waited for before a call to Logto is carried out. */
  readonly hold?: (request: Request) => Promise<unknown>;
  readonly upstream?: (request: Request, response: Response, sandbox: Sandbox) => Promise<Response>;
}

/** @param sabotage breaks the backend, or what it hears, to see that the properties notice */
export const createWorld = async (plan: WorldPlan, sabotage: Sabotage = {}): Promise<World> => {
  const sandbox = await createSandbox({ endpoint: ENDPOINT, seed: 'demo' });
  await furnish(sandbox, plan);
  const firstTokens = await tokensOfMembers(sandbox);
  demote(sandbox);
  const secrets = new Secrets();
  const link = 'https://app.test/join?invitation={id}';
  let calls = 0;
  const world = { sandbox, secrets, firstTokens, creatorRole: CREATOR_ROLE, delays: [] as readonly number[] };
  const backend = await createBackend({
    sandbox,
    options: {
      ...(!plan.namesClients && { clientIds: undefined }),
      operatorScope: OPERATOR_SCOPE,
      organizations: { maximumPerPerson: 6, customDataKeys: ['plan'] },
      invitations: {
        link: plan.magicLinks ? `${link}&token={token}&email={email}` : link,
        magicLinks: plan.magicLinks,
        resendCooldownSeconds: 0,
      },
      bots: { applications: ['demo-build-bot', 'demo-report-bot', 'demo-deploy-bot'] },
      ...sabotage.options,
    },
    intercept: async (request) => {
      const { delays } = world;
      const turns = delays[calls++ % Math.max(1, delays.length)] ?? 0;
      for (let turn = 0; turn < turns; turn += 1) await setImmediate();
      await sabotage.hold?.(request);
      const response = await sandbox.fetch(request.clone());
      await secrets.note(request, response);
      return sabotage.upstream ? sabotage.upstream(request, response, sandbox) : response;
    },
  });
  return Object.assign(world, { backend });
};

const furnish = async ({ tenant }: Sandbox, plan: WorldPlan): Promise<void> => {
  const { tables, accounts } = tenant;
  accounts.create({ id: 'lars', name: 'Lars' });
  accounts.create({ id: 'opal', name: 'Opal', primaryEmail: 'opal@demo.test' });
  // So that the organization with two administrators can be played in.
  accounts.setMfa('sakura', true);
  tables.userRoles.insert({ roleId: 'role-operator', userId: OPERATOR });
  for (const userId of FORMER) {
    accounts.create({ id: userId, name: userId, primaryEmail: `${userId}@demo.test` });
    tables.organizationUsers.insert({ organizationId: 'northwind', userId });
    const organizationRoleId = 'role-admin';
    tables.organizationRoleUsers.insert({ organizationId: 'northwind', organizationRoleId, userId });
  }
  const expired = {
    ...tables.invitations.get('invite-teo-northwind'),
    id: 'invite-old-admin',
    invitee: 'old@demo.test',
  } as Invitation;
  tables.invitations.insert(expired);
  tables.invitationRoles.insert({
    organizationInvitationId: expired.id,
    organizationRoleId: 'role-admin',
  });
  plan.roles.forEach(({ permissions, scopes }, index) => {
    const organizationRoleId = `role-extra-${index}`;
    tables.organizationRoles.insert({
      tenantId: tenant.id,
      id: organizationRoleId,
      name: `extra ${index}`,
      description: null,
      type: 'User',
    });
    tables.organizationRoleScopes.insertMany(
      permissions.map((organizationScopeId) => ({ organizationRoleId, organizationScopeId })),
    );
    tables.organizationRoleResourceScopes.insertMany(
      scopes.map((scopeId) => ({ organizationRoleId, scopeId })),
    );
  });
  for (const [userId, numbers] of Object.entries(plan.extra)) {
    const known = numbers.filter((number) => number < plan.roles.length);
    tables.organizationRoleUsers.insertMany(
      known.map((number) => ({
        organizationId: 'northwind',
        organizationRoleId: `role-extra-${number}`,
        userId,
      })),
    );
  }
  plantSecrets(tenant);
};

const FORMER: readonly PersonId[] = ['rex', 'dana'];

const demote = ({ tenant: { tables } }: Sandbox): void => {
  for (const userId of FORMER) tables.organizationUsers.delete(memberKey('northwind', userId));
  tables.organizationUsers.insert({ organizationId: 'northwind', userId: 'dana' });
  tables.organizationRoleUsers.insert({
    organizationId: 'northwind',
    organizationRoleId: 'role-member',
    userId: 'dana',
  });
};

const tokensOfMembers = async (sandbox: Sandbox): Promise<Map<string, string>> => {
  const tokens = new Map<string, string>();
  for (const { organizationId, userId } of sandbox.tenant.tables.organizationUsers.all()) {
    if (sandbox.tenant.permissions.organizationAccess(userId, organizationId) !== 'granted') continue;
    const token = await sandbox.accessToken({ userId, organizationId });
    tokens.set(`${organizationId}/${userId}`, token);
  }
  return tokens;
};

/** A token for the API resource, without an organization. */
export const personToken = (sandbox: Sandbox, userId: string): Promise<string> =>
  sandbox.accessToken({ userId, resource: SANDBOX_RESOURCE, clientId: SANDBOX_SPA.id });
