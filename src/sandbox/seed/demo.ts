import { blankUser } from '../blank-user.js';
import type { Branding, User } from '../rows.js';
import type { Tenant } from '../tenant.js';
import {
  bots,
  companies,
  invitations,
  people,
  type Company,
  type DemoInvitation,
  type Person,
} from './demo-cast.js';
import { ROLE_IDS, seedTemplate } from './template.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A believable cast. Ids and names are the same every time; dates count from now. */
export const seedDemo = (tenant: Tenant, endpoint: string): void => {
  const now = tenant.now();
  seedTemplate(tenant);
  people.forEach((person, index) =>
    tenant.tables.users.insert(toUser(person, endpoint, now - (90 - index) * DAY)),
  );
  tenant.tables.userRoles.insertMany(
    people
      .filter(({ isOperator }) => isOperator)
      .map(({ id }) => ({ roleId: ROLE_IDS.operator, userId: id })),
  );
  companies.forEach((company, index) => seedCompany(tenant, company, endpoint, now - (80 - index) * DAY));
  for (const invitation of invitations) seedInvitation(tenant, invitation);
  for (const bot of bots) seedBot(tenant, bot);
  tenant.tables.jitEmailDomains.insert({ organizationId: 'northwind', emailDomain: 'northwind.test' });
  tenant.tables.jitRoles.insert({ organizationId: 'northwind', organizationRoleId: ROLE_IDS.member });
};

const toUser = (
  { id, email, name, username, picture, mfa }: Person,
  endpoint: string,
  createdAt: number,
): User => ({
  ...blankUser(),
  id,
  username,
  primaryEmail: email,
  name,
  avatar: picture ? `${endpoint}/assets/avatars/${id}.svg` : null,
  createdAt,
  updatedAt: createdAt,
  mfaVerifications: mfa
    ? [{ id: `mfa-${id}`, type: 'Totp', createdAt: new Date(createdAt).toISOString() }]
    : [],
});

const seedCompany = (tenant: Tenant, company: Company, endpoint: string, createdAt: number): void => {
  const { tables, id: tenantId } = tenant;
  const { id: organizationId, name, description, isMfaRequired = false, members } = company;
  const branding: Branding = {
    logoUrl: `${endpoint}/assets/logos/${organizationId}.svg`,
    darkLogoUrl: `${endpoint}/assets/logos/${organizationId}-dark.svg`,
  };
  tables.organizations.insert({
    tenantId,
    id: organizationId,
    name,
    description,
    customData: {},
    isMfaRequired,
    color: {},
    branding,
    customCss: null,
    createdAt,
  });
  for (const [userId, roles] of Object.entries(members)) {
    tables.organizationUsers.insert({ organizationId, userId });
    tables.organizationRoleUsers.insertMany(
      roles.map((role) => ({ organizationId, organizationRoleId: ROLE_IDS[role], userId })),
    );
  }
};

const seedInvitation = (tenant: Tenant, invitation: DemoInvitation): void => {
  const { role, ageInDays, endsInDays, acceptedUserId = null, ...columns } = invitation;
  const createdAt = tenant.now() - ageInDays * DAY;
  const expiresAt = tenant.now() + endsInDays * DAY;
  tenant.tables.invitations.insert({
    tenantId: tenant.id,
    ...columns,
    acceptedUserId,
    createdAt,
    updatedAt: columns.status === 'Pending' ? createdAt : createdAt + HOUR,
    expiresAt,
  });
  tenant.tables.invitationRoles.insert({
    organizationInvitationId: invitation.id,
    organizationRoleId: ROLE_IDS[role],
  });
};

const seedBot = (tenant: Tenant, bot: (typeof bots)[number]): void => {
  const { tables, id: tenantId } = tenant;
  const applicationId = bot.id;
  tables.applications.insert({
    tenantId,
    id: applicationId,
    name: bot.name,
    secret: `${applicationId}-secret`,
    description: null,
    type: 'MachineToMachine',
    oidcClientMetadata: { redirectUris: [], postLogoutRedirectUris: [] },
    customClientMetadata: {},
    protectedAppMetadata: null,
    customData: {},
    isThirdParty: false,
    appLevelAccessControlEnabled: false,
    createdAt: tenant.now() - 60 * DAY,
  });
  for (const organizationId of bot.organizations) {
    tables.organizationApplications.insert({ organizationId, applicationId });
    tables.organizationRoleApplications.insert({
      organizationId,
      organizationRoleId: ROLE_IDS.bot,
      applicationId,
    });
  }
};
