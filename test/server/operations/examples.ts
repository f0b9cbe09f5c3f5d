import type { ErrorCode } from '../../../src/contract/errors.js';
import { SANDBOX_RESOURCE } from '../../../src/sandbox/index.js';
import type { OrgHandlerOptions } from '../../../src/server/index.js';
import type { Backend } from '../support/backend.js';

/** One request for an operation, in the world of the demo. */
export interface Example {
  readonly as?: string;
  /** Takes the place of the token of `as`. */
  readonly token?: (backend: Backend) => Promise<string>;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly options?: Partial<OrgHandlerOptions>;
  readonly prepare?: (backend: Backend) => Promise<unknown>;
}

export interface Refused extends Example {
  readonly why: string;
  readonly code: ErrorCode;
}

export interface OperationExamples {
  /** What works. */
  readonly done: Example;
  /** What the example does, where its calls depend on how much it does. */
  readonly size?: string;
  /** Calls to the Management API that it may cost at most. */
  readonly budget?: number;
  /** Beside the refusals that all operations share. */
  readonly refused: readonly Refused[];
}

const OPERATOR_SCOPE = 'manage:organizations';
const northwind = { organizationId: 'northwind' };
const halden = { organizationId: 'halden' };
const invitation = (invitationId: string) => ({ organizationId: 'northwind', invitationId });
const received = { invitationId: 'invite-noor-northwind' };

/** Sam manages and removes members, invites, and holds nothing else. */
const samHelps = async (backend: Backend): Promise<void> => {
  await backend.management('POST', '/api/organization-roles', {
    name: 'helper',
    organizationScopeIds: ['manage-member', 'delete-member', 'invite-member'],
  });
  const helper = backend.sandbox.tenant.tables.organizationRoles.find('name', 'helper');
  await backend.management('PUT', '/api/organizations/northwind/users/sam/roles', {
    organizationRoleIds: [helper?.id],
  });
};
const accountGoes = async ({ sandbox }: Backend): Promise<unknown> =>
  sandbox.tenant.tables.users.delete('noor');
const ends =
  (id: string, change: { status?: 'Revoked'; expiresAt?: number }) =>
  async ({ sandbox }: Backend): Promise<unknown> =>
    sandbox.tenant.tables.invitations.update(id, change);
const operator = async (backend: Backend): Promise<string> => {
  await backend.management('POST', '/api/users/noor/roles', { roleIds: ['role-operator'] });
  return backend.sandbox.accessToken({ userId: 'noor', resource: SANDBOX_RESOURCE });
};
const noorsToken = ({ sandbox }: Backend): Promise<string> =>
  sandbox.accessToken({ userId: 'noor', resource: SANDBOX_RESOURCE });
const tooStrong = {
  why: 'a role that gives more than one holds',
  code: 'forbidden',
  prepare: samHelps,
} as const;
const withoutOffer = {
  why: 'the host offers none',
  code: 'not_found',
  options: { bots: undefined },
} as const;
const roleForMachines = { why: 'a role that is not for people', code: 'invalid_input' } as const;
const foreign = { why: 'an invitation of another organization', code: 'not_found' } as const;
const gone = {
  why: 'the account is gone',
  code: 'unauthenticated',
  token: noorsToken,
  prepare: accountGoes,
} as const;

export const options: Partial<OrgHandlerOptions> = {
  bots: { applications: ['demo-build-bot', 'demo-report-bot'] },
  operatorScope: OPERATOR_SCOPE,
};

export const examples: Readonly<Record<string, OperationExamples>> = {
  getHealth: { done: {}, refused: [] },
  getOpenApiDocument: { done: {}, refused: [] },
  listOrganizations: { done: { as: 'ada' }, refused: [gone] },
  createOrganization: {
    done: { as: 'noor', body: { name: 'New' } },
    refused: [
      { why: 'any other field', code: 'invalid_input', as: 'noor', body: { name: 'New', tenantId: 'x' } },
      {
        why: 'custom data that the host does not allow',
        code: 'invalid_input',
        as: 'noor',
        body: { name: 'New', customData: { plan: 'free' } },
      },
      {
        why: 'the cap of a person',
        code: 'forbidden',
        as: 'sam',
        body: { name: 'New' },
        options: { organizations: { maximumPerPerson: 2 } },
      },
      {
        why: 'the host has turned it off',
        code: 'forbidden',
        as: 'noor',
        body: { name: 'New' },
        options: { organizations: { create: 'off' } },
      },
    ],
  },
  getOrganization: { done: { as: 'sam', params: northwind }, refused: [] },
  updateOrganization: {
    done: { as: 'ada', params: northwind, body: { description: 'New' } },
    refused: [
      {
        why: 'somebody else saved first (`If-Match`)',
        code: 'precondition_failed',
        as: 'ada',
        params: northwind,
        body: { description: 'New' },
        headers: { 'if-match': '"old"' },
      },
      {
        why: 'custom data that the host does not allow',
        code: 'invalid_input',
        as: 'ada',
        params: northwind,
        body: { customData: { secret: 1 } },
      },
      {
        why: 'a logo that is not https',
        code: 'invalid_input',
        as: 'ada',
        params: northwind,
        body: { logoUrl: 'http://img.test/logo.png' },
      },
      {
        why: 'requiring a second factor without having one',
        code: 'conflict',
        as: 'sakura',
        params: halden,
        body: { isMfaRequired: true },
      },
    ],
  },
  deleteOrganization: {
    done: { as: 'ada', params: northwind, body: { name: 'Northwind Studio' } },
    refused: [
      {
        why: 'another name',
        code: 'invalid_input',
        as: 'ada',
        params: northwind,
        body: { name: 'Northwind' },
      },
    ],
  },
  getMe: { done: { as: 'sam', params: northwind }, refused: [] },
  leaveOrganization: {
    done: { as: 'sam', params: northwind },
    refused: [{ why: 'the last administrator', code: 'last_admin', as: 'ada', params: northwind }],
  },
  listMembers: {
    done: { as: 'sam', params: northwind },
    budget: 1,
    refused: [
      { why: 'pages over 100', code: 'invalid_input', as: 'sam', params: northwind, query: '?page_size=101' },
    ],
  },
  replaceMemberRoles: {
    done: {
      as: 'ada',
      params: { ...northwind, userId: 'sam' },
      body: { roleIds: ['role-member', 'role-billing'] },
    },
    budget: 4,
    refused: [
      { ...tooStrong, as: 'sam', params: { ...northwind, userId: 'sam' }, body: { roleIds: ['role-admin'] } },
      {
        why: 'a member who holds more',
        code: 'forbidden',
        as: 'sam',
        params: { ...northwind, userId: 'ada' },
        body: { roleIds: [] },
        prepare: samHelps,
      },
      {
        why: 'the last administrator',
        code: 'last_admin',
        as: 'ada',
        params: { ...northwind, userId: 'ada' },
        body: { roleIds: [] },
      },
      {
        ...roleForMachines,
        as: 'ada',
        params: { ...northwind, userId: 'sam' },
        body: { roleIds: ['role-bot'] },
      },
      {
        why: 'somebody who is no member',
        code: 'not_found',
        as: 'ada',
        params: { ...northwind, userId: 'noor' },
        body: { roleIds: [] },
      },
    ],
  },
  grantRoles: {
    done: {
      as: 'ada',
      params: northwind,
      body: { userIds: ['sam', 'sakura'], roleIds: ['role-billing'] },
    },
    size: 'to 2 members',
    refused: [
      { ...tooStrong, as: 'sam', params: northwind, body: { userIds: ['sakura'], roleIds: ['role-admin'] } },
      {
        ...roleForMachines,
        as: 'ada',
        params: northwind,
        body: { userIds: ['sam'], roleIds: ['role-bot'] },
      },
    ],
  },
  removeMember: {
    done: { as: 'ada', params: { ...northwind, userId: 'sam' } },
    refused: [
      {
        why: 'a member who holds more',
        code: 'forbidden',
        as: 'sam',
        params: { ...northwind, userId: 'ada' },
        prepare: samHelps,
      },
      {
        why: 'the last administrator',
        code: 'last_admin',
        as: 'ada',
        params: { ...northwind, userId: 'ada' },
      },
      {
        why: 'somebody who is no member',
        code: 'not_found',
        as: 'ada',
        params: { ...northwind, userId: 'noor' },
      },
    ],
  },
  listRoles: { done: { as: 'sam', params: northwind }, refused: [] },
  listInvitations: {
    done: { as: 'ada', params: northwind },
    size: 'of 2 inviters',
    refused: [
      {
        why: 'an unknown status',
        code: 'invalid_input',
        as: 'ada',
        params: northwind,
        query: '?status=lost',
      },
    ],
  },
  invite: {
    done: {
      as: 'ada',
      params: northwind,
      body: {
        invitations: Array.from({ length: 10 }, (_, index) => ({ email: `person${index}@example.test` })),
        roleIds: ['role-member'],
      },
    },
    size: '10 addresses, by mail',
    budget: 24,
    refused: [
      {
        ...roleForMachines,
        as: 'ada',
        params: northwind,
        body: { invitations: [{ email: 'a@b.test' }], roleIds: ['role-bot'] },
      },
      {
        why: 'a lifetime over the host’s limit',
        code: 'invalid_input',
        as: 'ada',
        params: northwind,
        body: { invitations: [{ email: 'a@b.test' }], lifetimeDays: 31 },
      },
      {
        why: 'the host has given no link',
        code: 'forbidden',
        as: 'ada',
        params: northwind,
        body: { invitations: [{ email: 'a@b.test' }] },
        options: { invitations: {} },
      },
    ],
  },
  resendInvitation: {
    done: { as: 'ada', params: invitation('invite-lena-northwind'), body: {} },
    refused: [
      {
        why: 'before the cool-down is over',
        code: 'rate_limited',
        as: 'ada',
        params: invitation('invite-lena-northwind'),
        prepare: (backend) =>
          backend.call('POST', '/organizations/northwind/invitations/invite-lena-northwind/resend', {
            as: 'ada',
            body: {},
          }),
      },
      {
        why: 'one that has ended',
        code: 'invitation_ended',
        as: 'ada',
        params: invitation('invite-ivo-northwind'),
      },
      { ...foreign, as: 'ada', params: invitation('invite-noor-halden') },
    ],
  },
  renewInvitation: {
    done: { as: 'ada', params: invitation('invite-teo-northwind'), body: {} },
    refused: [
      {
        why: 'one that is pending',
        code: 'conflict',
        as: 'ada',
        params: invitation('invite-lena-northwind'),
      },
      {
        why: 'one that was revoked or accepted',
        code: 'invitation_ended',
        as: 'ada',
        params: invitation('invite-ivo-northwind'),
      },
      {
        why: 'roles that give more than one holds',
        code: 'forbidden',
        as: 'sam',
        params: invitation('invite-lena-northwind'),
        prepare: ends('invite-lena-northwind', { expiresAt: 1 }),
      },
      {
        why: 'an address that the host does not allow',
        code: 'forbidden',
        as: 'ada',
        params: invitation('invite-lena-northwind'),
        prepare: ends('invite-lena-northwind', { expiresAt: 1 }),
        options: { invitations: { ...options.invitations, allowAddress: () => false } },
      },
      { ...foreign, as: 'ada', params: invitation('invite-noor-halden') },
    ],
  },
  removeInvitation: {
    done: { as: 'ada', params: invitation('invite-lena-northwind') },
    refused: [
      {
        why: 'somebody else’s, without `manage:member`',
        code: 'forbidden',
        as: 'sam',
        params: invitation('invite-lena-northwind'),
      },
      { ...foreign, as: 'ada', params: invitation('invite-noor-halden') },
    ],
  },
  getAccount: { done: { as: 'noor' }, budget: 2, refused: [gone] },
  listMyInvitations: { done: { as: 'noor' }, size: '2 invitations', refused: [gone] },
  getMyInvitation: {
    done: { as: 'noor', params: received },
    refused: [{ why: 'another account’s', code: 'wrong_account', as: 'sam', params: received }],
  },
  acceptInvitation: {
    done: { as: 'noor', params: received },
    refused: [
      { why: 'another account’s', code: 'wrong_account', as: 'sam', params: received },
      {
        why: 'one that has ended',
        code: 'invitation_ended',
        as: 'noor',
        params: received,
        prepare: ends(received.invitationId, { status: 'Revoked' }),
      },
    ],
  },
  declineInvitation: {
    done: { as: 'noor', params: received },
    refused: [
      { why: 'another account’s', code: 'wrong_account', as: 'sam', params: received },
      {
        why: 'one that has ended',
        code: 'invitation_ended',
        as: 'noor',
        params: received,
        prepare: ends(received.invitationId, { expiresAt: 1 }),
      },
    ],
  },
  listBots: {
    done: { as: 'sakura', params: halden },
    size: '1 bot that could be added',
    refused: [{ ...withoutOffer, as: 'sakura', params: halden }],
  },
  addBot: {
    done: {
      as: 'sakura',
      params: halden,
      body: { applicationId: 'demo-build-bot', roleIds: ['role-bot'] },
    },
    refused: [
      { ...withoutOffer, as: 'sakura', params: halden, body: { applicationId: 'demo-build-bot' } },
      {
        why: 'an application that is not offered',
        code: 'not_found',
        as: 'sakura',
        params: halden,
        body: { applicationId: 'sandbox-m2m' },
      },
      {
        why: 'one that is there already',
        code: 'conflict',
        as: 'sakura',
        params: halden,
        body: { applicationId: 'demo-report-bot' },
      },
      {
        why: 'a role for people',
        code: 'invalid_input',
        as: 'sakura',
        params: halden,
        body: { applicationId: 'demo-build-bot', roleIds: ['role-admin'] },
      },
    ],
  },
  replaceBotRoles: {
    done: {
      as: 'sakura',
      params: { ...halden, applicationId: 'demo-report-bot' },
      body: { roleIds: ['role-bot'] },
    },
    refused: [
      {
        why: 'a role for people',
        code: 'invalid_input',
        as: 'sakura',
        params: { ...halden, applicationId: 'demo-report-bot' },
        body: { roleIds: ['role-admin'] },
      },
      {
        why: 'one that is not in the organization',
        code: 'not_found',
        as: 'sakura',
        params: { ...halden, applicationId: 'demo-build-bot' },
        body: { roleIds: [] },
      },
    ],
  },
  removeBot: {
    done: { as: 'sakura', params: { ...halden, applicationId: 'demo-report-bot' } },
    refused: [
      {
        why: 'one that is not in the organization',
        code: 'not_found',
        as: 'sakura',
        params: { ...halden, applicationId: 'demo-build-bot' },
      },
    ],
  },
  listDirectory: {
    done: { token: operator },
    refused: [
      {
        why: 'the host has named no scope for operators',
        code: 'not_found',
        token: operator,
        options: { operatorScope: undefined },
      },
    ],
  },
};
