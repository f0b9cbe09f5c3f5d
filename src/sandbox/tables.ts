import type { Journal } from './database/journal.js';
import { compositeKey } from './database/table-rules.js';
import { Table } from './database/table.js';
import type * as rows from './rows.js';
import { createTemplateTables } from './template-tables.js';

/** Key of an organization's user or application. */
export const memberKey = (organizationId: string, id: string): string => compositeKey(organizationId, id);

/** Key of a role that a member has in an organization. */
export const memberRoleKey = (organizationId: string, organizationRoleId: string, id: string): string =>
  compositeKey(organizationId, organizationRoleId, id);

const orUndefined = (value: string | null): string | undefined => value ?? undefined;

/** The tables that organizations need, with the rules of Logto's schema (unique indexes, foreign keys, checks). */
export const createTables = (journal: Journal) => {
  const template = createTemplateTables(journal);
  const { organizationRoles, roles } = template;

  /** An unknown role passes, as NULL passes a CHECK in SQL; the foreign key refuses it afterwards. */
  const roleTypeIs = (type: rows.RoleType) => (row: { readonly organizationRoleId: string }) =>
    (organizationRoles.get(row.organizationRoleId)?.type ?? type) === type;
  const globalRoleTypeIs = (type: rows.RoleType) => (row: { readonly roleId: string }) =>
    (roles.get(row.roleId)?.type ?? type) === type;

  const users = new Table<rows.User>('users', journal, {
    key: ({ id }) => id,
    unique: {
      username: ({ username }) => orUndefined(username),
      primaryEmail: ({ primaryEmail }) => orUndefined(primaryEmail),
      primaryPhone: ({ primaryPhone }) => orUndefined(primaryPhone),
    },
    groups: {
      lowerEmail: ({ primaryEmail }) => primaryEmail?.toLowerCase(),
      lowerUsername: ({ username }) => username?.toLowerCase(),
    },
    limits: { id: 12, username: 128, primaryEmail: 128, primaryPhone: 128, name: 128, avatar: 2048 },
  });

  const organizations = new Table<rows.Organization>('organizations', journal, {
    key: ({ id }) => id,
    limits: { id: 21, name: 128, description: 256 },
  });

  const organizationUsers = new Table<rows.OrganizationUser>('organization_user_relations', journal, {
    key: (row) => memberKey(row.organizationId, row.userId),
    references: {
      organizationId: { value: (row) => row.organizationId, to: organizations },
      userId: { value: (row) => row.userId, to: users },
    },
  });

  const organizationRoleUsers = new Table<rows.OrganizationRoleUser>(
    'organization_role_user_relations',
    journal,
    {
      key: (row) => memberRoleKey(row.organizationId, row.organizationRoleId, row.userId),
      references: {
        organizationRoleId: { value: (row) => row.organizationRoleId, to: organizationRoles },
        member: { value: (row) => memberKey(row.organizationId, row.userId), to: organizationUsers },
      },
      groups: { organizationRole: (row) => compositeKey(row.organizationId, row.organizationRoleId) },
      checks: { roleType: roleTypeIs('User') },
    },
  );

  const applications = new Table<rows.Application>('applications', journal, {
    key: ({ id }) => id,
    limits: { id: 21, name: 256 },
  });

  const organizationApplications = new Table<rows.OrganizationApplication>(
    'organization_application_relations',
    journal,
    {
      key: (row) => memberKey(row.organizationId, row.applicationId),
      references: {
        organizationId: { value: (row) => row.organizationId, to: organizations },
        applicationId: { value: (row) => row.applicationId, to: applications },
      },
      checks: {
        applicationType: (row) =>
          (applications.get(row.applicationId)?.type ?? 'MachineToMachine') === 'MachineToMachine',
      },
    },
  );

  const organizationRoleApplications = new Table<rows.OrganizationRoleApplication>(
    'organization_role_application_relations',
    journal,
    {
      key: (row) => memberRoleKey(row.organizationId, row.organizationRoleId, row.applicationId),
      references: {
        organizationRoleId: { value: (row) => row.organizationRoleId, to: organizationRoles },
        member: {
          value: (row) => memberKey(row.organizationId, row.applicationId),
          to: organizationApplications,
        },
      },
      checks: { roleType: roleTypeIs('MachineToMachine') },
    },
  );

  const invitations = new Table<rows.Invitation>('organization_invitations', journal, {
    key: ({ id }) => id,
    // Case-sensitive, and only among rows that are stored as Pending.
    unique: {
      pending: (row) =>
        row.status === 'Pending' ? compositeKey(row.invitee, row.organizationId) : undefined,
    },
    references: {
      organizationId: { value: (row) => row.organizationId, to: organizations },
      inviterId: { value: (row) => orUndefined(row.inviterId), to: users },
      acceptedUserId: { value: (row) => orUndefined(row.acceptedUserId), to: users },
    },
    groups: { lowerInvitee: ({ invitee }) => invitee.toLowerCase() },
    limits: { invitee: 256 },
  });

  /** No check of the role's type: Logto takes a MachineToMachine role here and fails at acceptance. */
  const invitationRoles = new Table<rows.InvitationRole>('organization_invitation_role_relations', journal, {
    key: (row) => compositeKey(row.organizationInvitationId, row.organizationRoleId),
    references: {
      organizationInvitationId: { value: (row) => row.organizationInvitationId, to: invitations },
      organizationRoleId: { value: (row) => row.organizationRoleId, to: organizationRoles },
    },
  });

  const jitEmailDomains = new Table<rows.JitEmailDomain>('organization_jit_email_domains', journal, {
    key: (row) => compositeKey(row.organizationId, row.emailDomain),
    references: { organizationId: { value: (row) => row.organizationId, to: organizations } },
    groups: { emailDomain: ({ emailDomain }) => emailDomain },
    limits: { emailDomain: 128 },
  });

  const jitRoles = new Table<rows.JitRole>('organization_jit_roles', journal, {
    key: (row) => compositeKey(row.organizationId, row.organizationRoleId),
    references: {
      organizationId: { value: (row) => row.organizationId, to: organizations },
      organizationRoleId: { value: (row) => row.organizationRoleId, to: organizationRoles },
    },
  });

  const ssoConnectors = new Table<rows.SsoConnector>('sso_connectors', journal, {
    key: ({ id }) => id,
    unique: { connectorName: ({ connectorName }) => connectorName },
  });

  const jitSsoConnectors = new Table<rows.JitSsoConnector>('organization_jit_sso_connectors', journal, {
    key: (row) => compositeKey(row.organizationId, row.ssoConnectorId),
    references: {
      organizationId: { value: (row) => row.organizationId, to: organizations },
      ssoConnectorId: { value: (row) => row.ssoConnectorId, to: ssoConnectors },
    },
  });

  const userRoles = new Table<rows.UserRole>('users_roles', journal, {
    key: (row) => compositeKey(row.roleId, row.userId),
    references: {
      roleId: { value: (row) => row.roleId, to: roles },
      userId: { value: (row) => row.userId, to: users },
    },
    checks: { roleType: globalRoleTypeIs('User') },
  });

  const applicationRoles = new Table<rows.ApplicationRole>('applications_roles', journal, {
    key: (row) => compositeKey(row.roleId, row.applicationId),
    references: {
      roleId: { value: (row) => row.roleId, to: roles },
      applicationId: { value: (row) => row.applicationId, to: applications },
    },
    checks: { roleType: globalRoleTypeIs('MachineToMachine') },
  });

  const oneTimeTokens = new Table<rows.OneTimeToken>('one_time_tokens', journal, {
    key: ({ id }) => id,
    unique: { token: ({ token }) => token },
    limits: { email: 128, token: 256 },
  });

  const mails = new Table<rows.Mail>('mails', journal, {
    key: ({ id }) => id,
    groups: { lowerRecipient: ({ to }) => to.toLowerCase() },
  });

  // In an order in which no row refers to one of a later table: `restore` inserts in it.
  return {
    ...template,
    users,
    organizations,
    organizationUsers,
    organizationRoleUsers,
    applications,
    organizationApplications,
    organizationRoleApplications,
    invitations,
    invitationRoles,
    jitEmailDomains,
    jitRoles,
    ssoConnectors,
    jitSsoConnectors,
    userRoles,
    applicationRoles,
    oneTimeTokens,
    mails,
  };
};

export type Tables = ReturnType<typeof createTables>;
