interface Example {
  readonly body?: unknown;
  readonly output?: unknown;
}

const admin = { id: 'q8c1r0t7b2n4m6', name: 'admin' };
const member = { id: 'w3e5r7t9y1u2i4', name: 'member' };
const shown = {
  id: 'k2v9x4p7d1s8',
  name: 'Northwind Studio',
  description: 'Maps and instruments for people who sail',
  logoUrl: 'https://img.example.com/northwind.png',
  darkLogoUrl: null,
  isMfaRequired: false,
};
const profile = {
  ...shown,
  customData: { plan: 'pro' },
  createdAt: 1_767_225_600_000,
  version: '9f2c6b1e0a7d4c3f8e5b6a71',
};
const permission = { name: 'invite:member', description: 'Invite people', resource: null };
const sent = {
  id: 'h5j6k7l8q9w0e1r2t3y4u',
  email: 'lena@example.com',
  status: 'pending',
  roles: [member],
  inviter: { id: 'a1b2c3d4e5f6', name: 'Ada Okafor', avatar: null },
  createdAt: 1_767_225_600_000,
  expiresAt: 1_767_830_400_000,
  link: 'https://app.example.com/join?invitation=h5j6k7l8q9w0e1r2t3y4u',
};
const received = {
  id: sent.id,
  status: 'pending',
  organization: { id: shown.id, name: shown.name, logoUrl: shown.logoUrl, darkLogoUrl: null },
  inviter: { name: 'Ada Okafor', avatar: null },
  roles: [member],
  createdAt: sent.createdAt,
  expiresAt: sent.expiresAt,
};
const botRole = { id: 'z1x2c3v4b5n6m7', name: 'bot' };
const bot = {
  id: 'b0t1b0t2b0t3b0t4b0t5b',
  name: 'Build bot',
  description: null,
  roles: [botRole],
  blocked: null,
};

/** Examples for the OpenAPI document, by operation. A test checks each against the schema beside it. */
export const examples: Readonly<Record<string, Example>> = {
  listOrganizations: {
    output: { items: [{ ...shown, roles: [admin] }], canCreate: true, createBlocked: null },
  },
  createOrganization: {
    body: {
      name: shown.name,
      description: shown.description,
      logoUrl: shown.logoUrl,
      customData: profile.customData,
    },
    output: { ...shown, roles: [admin] },
  },
  getOrganization: { output: profile },
  updateOrganization: {
    body: { description: profile.description, customData: { plan: 'pro' } },
    output: profile,
  },
  deleteOrganization: { body: { name: shown.name } },
  getMe: {
    output: {
      userId: 'a1b2c3d4e5f6',
      organizationId: shown.id,
      isOperator: false,
      roles: [{ ...admin, description: 'Runs the organization' }],
      permissions: [{ ...permission, roles: [admin.id] }],
      capabilities: ['see-addresses', 'invite-members', 'change-roles', 'remove-members'],
      isAdministrator: true,
      isLastAdministrator: true,
      drift: { gained: [], lost: [] },
    },
  },
  listMembers: {
    output: {
      items: [
        {
          id: 'a1b2c3d4e5f6',
          name: 'Ada Okafor',
          username: 'ada',
          avatar: null,
          email: 'ada@example.com',
          roles: [admin],
          isAdministrator: true,
          blocked: { changeRoles: null, remove: null },
        },
      ],
      total: 1,
      page: 1,
      pageSize: 20,
    },
  },
  replaceMemberRoles: {
    body: { roleIds: [member.id] },
    output: { userId: 'a1b2c3d4e5f6', roles: [member] },
  },
  grantRoles: {
    body: { userIds: ['a1b2c3d4e5f6', 'g7h8i9j0k1l2'], roleIds: [member.id] },
    output: {
      items: [
        { userId: 'a1b2c3d4e5f6', status: 'granted' },
        { userId: 'g7h8i9j0k1l2', status: 'not_a_member' },
      ],
    },
  },
  listRoles: {
    output: {
      items: [
        {
          ...admin,
          description: 'Runs the organization',
          permissions: [permission],
          isAdministrator: true,
          grantable: false,
          reason: 'exceeds_own',
        },
      ],
    },
  },
  listInvitations: { output: { items: [sent], total: 1, page: 1, pageSize: 20 } },
  invite: {
    body: {
      invitations: [{ email: 'lena@example.com' }, { email: 'ada@example.com', roleIds: [admin.id] }],
      roleIds: [member.id],
      delivery: 'mail',
      locale: 'de',
      lifetimeDays: 7,
    },
    output: {
      items: [
        { email: 'lena@example.com', status: 'invited', invitation: sent },
        { email: 'ada@example.com', status: 'already_member' },
      ],
    },
  },
  resendInvitation: { body: { locale: 'de' }, output: sent },
  renewInvitation: { body: { delivery: 'mail' }, output: sent },
  getAccount: {
    output: {
      id: 'a1b2c3d4e5f6',
      name: 'Ada Okafor',
      username: 'ada',
      avatar: 'https://img.example.com/ada.png',
      email: 'ada@example.com',
      hasMfa: true,
    },
  },
  listMyInvitations: { output: { items: [received] } },
  getMyInvitation: { output: received },
  acceptInvitation: { output: { organizationId: shown.id } },
  listBots: {
    output: {
      items: [bot],
      available: [{ id: 'c0d1c0d2c0d3c0d4c0d5c', name: 'Report bot', description: null }],
      roles: [{ ...botRole, description: null, grantable: true, reason: null }],
    },
  },
  addBot: { body: { applicationId: bot.id, roleIds: [botRole.id] }, output: bot },
  replaceBotRoles: { body: { roleIds: [botRole.id] }, output: bot },
  listDirectory: {
    output: {
      items: [{ ...shown, memberCount: 12, createdAt: profile.createdAt }],
      total: 1,
      page: 1,
      pageSize: 20,
    },
  },
};
