import * as fc from 'fast-check';
import { createSandbox, SANDBOX_RESOURCE, SANDBOX_SPA, type Sandbox } from '../../../src/sandbox/index.js';
import type { OrgHandlerOptions } from '../../../src/server/index.js';
import { createBackend, ENDPOINT, type Backend } from '../support/backend.js';
import { plantSecrets, Secrets } from './secrets.js';

/** Everybody who acts. Lars has no address, Rex was removed a moment ago, Opal operates on the whole tenant. */
export const PEOPLE = ['ada', 'maximiliana', 'sakura', 'sam', 'noor', 'rex', 'lars', 'opal'] as const;
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
      permissions: fc.subarray(permissionIds),
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
}

/** @param sabotage breaks the backend, or what it hears, to see that the properties notice */
export const createWorld = async (
  plan: WorldPlan,
  sabotage: {
    readonly options?: Partial<OrgHandlerOptions>;
    readonly upstream?: (request: Request, response: Response) => Promise<Response>;
  } = {},
): Promise<World> => {
  const sandbox = await createSandbox({ endpoint: ENDPOINT, seed: 'demo' });
  await furnish(sandbox, plan);
  const firstTokens = await tokensOfMembers(sandbox);
  sandbox.tenant.tables.organizationUsers.delete(
    sandbox.tenant.tables.organizationUsers
      .keys()
      .find((key) => key.includes('northwind') && key.includes('rex')) ?? '',
  );
  const secrets = new Secrets();
  const link = 'https://app.test/join?invitation={id}';
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
      bots: { applications: ['demo-build-bot', 'demo-report-bot'] },
      ...sabotage.options,
    },
    intercept: async (request) => {
      const response = await sandbox.fetch(request.clone());
      await secrets.note(request, response);
      return sabotage.upstream ? sabotage.upstream(request, response) : response;
    },
  });
  return { backend, sandbox, secrets, firstTokens, creatorRole: CREATOR_ROLE };
};
