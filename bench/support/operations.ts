import { grantRolesResult, memberPage, memberRoles } from '../../src/contract/member.js';
import { inviteResult, sentInvitationPage } from '../../src/contract/invitation.js';
import { me } from '../../src/contract/me.js';
import { organizationList } from '../../src/contract/organization.js';
import { paths } from '../../src/contract/paths.js';
import type { ErrorCode } from '../../src/contract/errors.js';
import { routes } from '../../src/server/routes/index.js';
import type { Route } from '../../src/server/route.js';
import { ROLE_IDS } from '../../src/sandbox/seed/template.js';
import * as v from 'valibot';
import { MEMBERS, othersOf, type Person } from './organizations.js';

/** One request of a client, and what a right answer to it says. */
export interface Step {
  readonly route: Route;
  readonly path: string;
  readonly body?: unknown;
  /** Codes that Logto's trouble, limits, or missing permission may bring. */
  readonly refusals: readonly ErrorCode[];
  /** The permission is missing: an answer without a refusal is wrong. */
  readonly isForbidden: boolean;
  /** Whether a body that fits the contract is also about what was asked. */
  readonly isRight: (body: unknown) => boolean;
}

type Make = (person: Person, round: number) => Step;

const operation = <Schema extends v.GenericSchema>(
  name: string,
  schema: Schema,
  make: (
    person: Person,
    round: number,
  ) => {
    readonly path: string;
    readonly body?: unknown;
    readonly isRight: (body: v.InferOutput<Schema>) => boolean;
  },
  { administratorsOnly = false } = {},
): Make => {
  const route = routes.find(({ operation: known }) => known === name);
  if (!route) throw new Error(`no operation is called ${name}`);
  return (person, round) => {
    const { path, body, isRight } = make(person, round);
    const isForbidden = administratorsOnly && !person.isAdministrator;
    return {
      route,
      path,
      body,
      isForbidden,
      refusals: [
        'unavailable',
        ...(route.changes ? (['rate_limited'] as const) : []),
        ...(isForbidden ? (['forbidden'] as const) : []),
      ],
      isRight: (answer) => v.is(schema, answer) && isRight(answer),
    };
  };
};

const pick = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
};

const listMembers = operation('listMembers', memberPage, ({ organizationId }) => ({
  path: paths.members(organizationId),
  isRight: ({ items, total }) =>
    total === MEMBERS && items.length === 20 && items.every(({ id }) => id.startsWith(organizationId)),
}));

const listOrganizations = operation('listOrganizations', organizationList, ({ organizationId }) => ({
  path: paths.organizations(),
  isRight: ({ items }) => items.length === 1 && items[0]?.id === organizationId,
}));

const getMe = operation('getMe', me, (person) => ({
  path: paths.me(person.organizationId),
  isRight: ({ userId, organizationId, isAdministrator, isLastAdministrator }) =>
    userId === person.userId &&
    organizationId === person.organizationId &&
    isAdministrator === person.isAdministrator &&
    !isLastAdministrator,
}));

const listInvitations = operation('listInvitations', sentInvitationPage, ({ organizationId }) => ({
  path: paths.sentInvitations(organizationId),
  isRight: ({ items, total }) =>
    items.length === Math.min(20, total) && items.every(({ email }) => email.startsWith(organizationId)),
}));

const replaceRoles = operation(
  'replaceMemberRoles',
  memberRoles,
  ({ organizationId }, round) => {
    const target = pick(othersOf(organizationId), round);
    const roleIds = pick([[ROLE_IDS.member], [ROLE_IDS.member, ROLE_IDS.billing]], round);
    return {
      path: paths.memberRoles(organizationId, target),
      body: { roleIds },
      isRight: ({ userId, roles }) =>
        userId === target &&
        roles
          .map(({ id }) => id)
          .sort()
          .join() === [...roleIds].sort().join(),
    };
  },
  { administratorsOnly: true },
);

const grantRoles = operation(
  'grantRoles',
  grantRolesResult,
  ({ organizationId }, round) => {
    const others = othersOf(organizationId);
    const userIds = [pick(others, round), pick(others, round + 1)];
    return {
      path: paths.membersRoles(organizationId),
      body: { userIds, roleIds: [ROLE_IDS.billing] },
      isRight: ({ items }) =>
        items.map(({ userId }) => userId).join() === userIds.join() &&
        items.every(({ status }) => ['granted', 'unchanged', 'failed'].includes(status)),
    };
  },
  { administratorsOnly: true },
);

const invite = operation('invite', inviteResult, ({ organizationId }, round) => {
  const email = `${organizationId}-${crypto.randomUUID()}@example.com`;
  return {
    path: paths.sentInvitations(organizationId),
    body: {
      invitations: [{ email }],
      roleIds: [ROLE_IDS.member],
      delivery: pick(['mail', 'link'], round),
    },
    isRight: ({ items }) =>
      items.length === 1 &&
      items[0]?.email === email &&
      ['invited', 'rate_limited', 'mail_failed', 'failed'].includes(items[0].status),
  };
});

/** What a client does, over and over: of twenty requests, seventeen read. */
const mix: readonly Make[] = [
  ...[listMembers, getMe, listOrganizations, listMembers, listInvitations, listMembers, replaceRoles],
  ...[listMembers, getMe, listOrganizations, listMembers, invite, listMembers, listOrganizations],
  ...[getMe, listInvitations, listMembers, grantRoles, listOrganizations, getMe],
];

/** Every client begins at another place of the mix. */
export const stepOf = (person: Person, client: number, round: number): Step =>
  pick(mix, client + round)(person, client + round);
