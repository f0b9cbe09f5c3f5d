import * as fc from 'fast-check';
import type { Invitation } from '../../../src/sandbox/rows.js';
import type { Route } from '../../../src/server/route.js';
import { routes } from '../../../src/server/routes/index.js';
import { OPERATOR, PEOPLE, personToken, type PersonId, type World } from './world.js';

/** One thing that somebody tries. Numbers choose among what there is when it happens. */
export interface Step {
  readonly operation: string;
  readonly actor: PersonId;
  /** A token of now, one from before the first step, one of another organization, or the person's own. */
  readonly token: 'now' | 'first' | 'foreign' | 'person';
  readonly organization: number;
  readonly target: number;
  readonly roles: readonly number[];
  readonly other: number;
}

/** A step as it goes over the wire. */
export interface Attempt {
  readonly route: Route;
  readonly actor: PersonId;
  readonly token: string;
  /** Which organization the token proves; none: it is the person's own. */
  readonly tokenFor: string | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly query: string;
  readonly body: Readonly<Record<string, unknown>> | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

const operations = routes.filter(({ authorization }) => authorization.who !== 'anybody');
/** Those that change who holds what come up more often. */
const weights: Readonly<Record<string, number>> = {
  replaceMemberRoles: 6,
  grantRoles: 4,
  removeMember: 4,
  leaveOrganization: 3,
  invite: 4,
  acceptInvitation: 4,
  renewInvitation: 4,
  removeInvitation: 3,
  deleteOrganization: 1,
  declineInvitation: 3,
  getMyInvitation: 1,
};

const anyOperation = fc.oneof(
  ...operations.map(({ operation }) => ({
    weight: weights[operation] ?? 2,
    arbitrary: fc.constant(operation),
  })),
);

const anyTry: fc.Arbitrary<Step> = fc.record({
  operation: anyOperation,
  actor: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<PersonId>('ada', 'sakura', 'sam') },
    { weight: 4, arbitrary: fc.constantFrom(...PEOPLE) },
  ),
  token: fc.oneof(
    { weight: 9, arbitrary: fc.constant('now' as const) },
    { weight: 3, arbitrary: fc.constant('first' as const) },
    { weight: 1, arbitrary: fc.constantFrom('foreign' as const, 'person' as const) },
  ),
  organization: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(7) }),
  target: fc.nat(20),
  roles: fc.uniqueArray(fc.nat(9), { maxLength: 3 }),
  other: fc.nat(7),
});

const RECEIVING = /^(accept|decline|getMy)/;

/** What only few can do is often tried by them. */
export const anyStep: fc.Arbitrary<Step> = anyTry.map((step) => {
  if (step.other > 3) return step;
  if (RECEIVING.test(step.operation)) return { ...step, actor: 'noor' };
  return step.operation === 'listDirectory' ? { ...step, actor: OPERATOR } : step;
});

const ADMINISTRATION = ['replaceMemberRoles', 'removeMember', 'leaveOrganization'] as const;

/** Two administrators of one organization who go, or put each other out, at once. */
export const anyRace: fc.Arbitrary<readonly Step[]> = fc
  .tuple(...[0, 1].map(() => fc.tuple(fc.constantFrom(...ADMINISTRATION), fc.nat(1))))
  .map((pair) =>
    pair.map(([operation, target], index) => ({
      operation,
      actor: index === 0 ? 'ada' : 'sakura',
      token: 'now',
      organization: ORGANIZATIONS.indexOf('kestrel'),
      target,
      roles: [],
      other: 1,
    })),
  );

const ORGANIZATIONS = ['northwind', 'halden', 'aoba', 'kestrel'];

const pick = <Item>(list: readonly Item[], number: number): Item => {
  const item = list[number % list.length];
  if (item === undefined) throw new RangeError('nothing to choose from');
  return item;
};

/** Fills a step in with what there is. */
export const toAttempt = async (world: World, step: Step): Promise<Attempt> => {
  const route = operations.find(({ operation }) => operation === step.operation);
  if (!route) throw new RangeError(step.operation);
  const organizationIds = [...ORGANIZATIONS, ...createdOrganizations(world), 'nowhere'];
  const organizationId = pick(organizationIds, step.organization);
  const all: Readonly<Record<string, string>> = {
    organizationId,
    userId: targetPerson(world, step, organizationId),
    invitationId: targetInvitation(world, step, organizationId),
    applicationId: pick(
      ['demo-build-bot', 'demo-report-bot', 'demo-deploy-bot', 'sandbox-m2m', 'no-bot'],
      step.target,
    ),
  };
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const params = Object.fromEntries(names.map((name) => [name, all[name] ?? '']));
  const { token, tokenFor } = await tokenOf(world, step, params.organizationId);
  return {
    route,
    actor: step.actor,
    token,
    tokenFor,
    params,
    query: queryOf(step),
    body: route.body && bodyOf(world, step, organizationId),
    headers: route.operation === 'updateOrganization' && step.other === 7 ? { 'if-match': '"old"' } : {},
  };
};

const createdOrganizations = ({ sandbox }: World): string[] =>
  sandbox.tenant.tables.organizations
    .all()
    .map(({ id }) => id)
    .filter((id) => !ORGANIZATIONS.includes(id));

/** Mostly a member: strangers are refused at once. */
const targetPerson = ({ sandbox }: World, { target, other }: Step, organizationId: string): string => {
  const members = sandbox.tenant.tables.organizationUsers.where('organizationId', organizationId);
  return other < 6 && members.length > 0 ? pick(members, target).userId : pick([...PEOPLE, 'nobody'], target);
};

/** Mostly one that the organization sent, or that the person received; else mostly one of somebody else. */
const targetInvitation = (
  { sandbox }: World,
  { operation, actor, target, other }: Step,
  organizationId: string,
): string => {
  const { invitations, users } = sandbox.tenant.tables;
  const address = users.get(actor)?.primaryEmail;
  const isReceived = RECEIVING.test(operation);
  const all = invitations.all();
  const isNear = (row: Invitation): boolean => {
    if (isReceived) return row.invitee === address;
    const isOpen = operation !== 'renewInvitation' || row.expiresAt < Date.now();
    return row.organizationId === organizationId && isOpen;
  };
  const wanted = all.filter((row) => isNear(row) === other < 5);
  return wanted.length > 0 && target < 20 ? pick(wanted, target).id : 'no-invitation';
};

const tokenOf = async (
  { sandbox, firstTokens }: World,
  { actor, token }: Step,
  organizationId: string | undefined,
): Promise<{ token: string; tokenFor: string | undefined }> => {
  const { accounts, permissions } = sandbox.tenant;
  const own = async () => ({ token: await personToken(sandbox, actor), tokenFor: undefined });
  if (organizationId === undefined || token === 'person') return own();
  const held = firstTokens.get(`${organizationId}/${actor}`);
  if (token === 'first' && held !== undefined) return { token: held, tokenFor: organizationId };
  if (token === 'foreign') {
    const [other] = [...firstTokens].filter(
      ([key]) => key.endsWith(`/${actor}`) && !key.startsWith(`${organizationId}/`),
    );
    return other ? { token: other[1], tokenFor: other[0].split('/')[0] } : own();
  }
  const isMember = accounts.isMember(actor, organizationId);
  if (isMember && permissions.organizationAccess(actor, organizationId) === 'granted') {
    const fresh = await sandbox.accessToken({ userId: actor, organizationId });
    return { token: fresh, tokenFor: organizationId };
  }
  return held === undefined ? own() : { token: held, tokenFor: organizationId };
};

const queryOf = ({ operation, target, other }: Step): string => {
  const page = `?page=${1 + (other % 2)}&page_size=${pick([2, 20, 100], target)}`;
  const queries: Readonly<Record<string, string>> = {
    listMembers: page + pick(['', '&q=a', '&role=role-member', '&q=49151', '&q=%25', '&q=demo.test'], other),
    listInvitations: page + pick(['', '&status=pending', '&q=noor'], other),
    listDirectory: page + pick(['', '&q=n'], other),
  };
  return queries[operation] ?? '';
};

const bodyOf = (
  { sandbox }: World,
  { operation, target, roles, other }: Step,
  organizationId: string,
): Readonly<Record<string, unknown>> => {
  const { tables } = sandbox.tenant;
  const everyRole = [...tables.organizationRoles.all().map(({ id }) => id), 'no-role'];
  const forPeople = tables.organizationRoles.all().filter(({ type }) => type === 'User');
  // Mostly roles that exist and are for people: the other ones are refused at once.
  const roleIds = roles.map((number) => (other === 0 ? pick(everyRole, number) : pick(forPeople, number).id));
  const unique = [...new Set(roleIds)];
  const name = tables.organizations.get(organizationId)?.name ?? 'Nowhere';
  const addresses = [
    'NOOR@demo.test',
    'rex@demo.test',
    'new@example.test',
    'sam.rivera@demo.test',
    'no address',
  ];
  const bodies: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    replaceMemberRoles: { roleIds: unique },
    grantRoles: { userIds: [pick(PEOPLE, target), pick(PEOPLE, other)], roleIds: unique },
    invite: {
      invitations: [{ email: pick(addresses, target) }, { email: pick(addresses, other), roleIds: unique }],
      roleIds: unique.slice(0, 1),
      delivery: pick(['mail', 'link'], other),
    },
    resendInvitation: {},
    renewInvitation: { delivery: 'link' },
    createOrganization: pick<Readonly<Record<string, unknown>>>(
      [
        { name: 'New one' },
        { name: 'Evil', tenantId: 'admin' },
        { name: '' },
        { name: 'Other', description: 'x' },
      ],
      other,
    ),
    updateOrganization: pick<Readonly<Record<string, unknown>>>(
      [
        { description: 'Changed' },
        { logoUrl: 'https://img.test/l.png' },
        { customData: { plan: 'gold' } },
        { customData: { contract: 'mine' } },
        { isMfaRequired: true },
        { customCss: 'body {}' },
        { name: 'Renamed', logoUrl: null },
      ],
      other,
    ),
    deleteOrganization: { name: other > 4 ? name : 'Wrong' },
    addBot: {
      applicationId: pick(['demo-deploy-bot', 'demo-report-bot', 'sandbox-m2m'], target),
      roleIds: other < 5 ? ['role-bot'] : unique,
    },
    replaceBotRoles: { roleIds: other < 4 ? ['role-bot'] : [] },
  };
  return bodies[operation] ?? {};
};
