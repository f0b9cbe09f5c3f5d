import type { Branding, InvitationStatus, User } from '../rows.js';
import type { Tenant } from '../tenant.js';
import { ROLE_IDS, seedTemplate } from './template.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly username: string;
  /** Has a picture. */
  readonly picture?: true;
  /** Has a second factor set up. */
  readonly mfa?: true;
}

/** A name of each kind: short, long, in another script, none. */
const people: readonly Person[] = [
  { id: 'ada', email: 'ada@demo.test', name: 'Ada Okafor', username: 'ada', picture: true, mfa: true },
  {
    id: 'maximiliana',
    email: 'maximiliana@demo.test',
    name: 'Maximiliana Katharina von Hohenstein-Oberndorf de la Cruz',
    username: 'maximiliana',
  },
  { id: 'sakura', email: 'sakura@demo.test', name: '渡辺 さくら', username: 'sakura', picture: true },
  { id: 'sam', email: 'sam.rivera@demo.test', name: null, username: 'sam_rivera' },
  { id: 'noor', email: 'noor@demo.test', name: 'Noor Haddad', username: 'noor' },
];

type RoleName = keyof typeof ROLE_IDS;

interface Company {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly isMfaRequired?: true;
  readonly members: Readonly<Record<string, readonly RoleName[]>>;
}

const companies: readonly Company[] = [
  {
    id: 'northwind',
    name: 'Northwind Studio',
    description: 'Maps and instruments for people who sail',
    members: { ada: ['admin'], maximiliana: ['member', 'billing'], sakura: ['member'], sam: ['member'] },
  },
  {
    id: 'halden',
    name: 'Halden & Frost Analytics',
    description: null,
    members: { sakura: ['admin'], ada: ['member'], maximiliana: [] },
  },
  {
    id: 'aoba',
    name: '青葉デザイン',
    description: '仙台のデザイン事務所',
    members: { sakura: ['admin', 'billing'] },
  },
  {
    id: 'kestrel',
    name: 'Kestrel Bank',
    description: 'Asks for a second factor',
    isMfaRequired: true,
    members: { ada: ['admin'], sakura: ['admin'], sam: ['member'] },
  },
];

interface DemoInvitation {
  readonly id: string;
  readonly organizationId: string;
  readonly inviterId: string;
  readonly invitee: string;
  readonly status: InvitationStatus;
  /** Days since it was made, and until it ends; negative: it has ended. */
  readonly ageInDays: number;
  readonly endsInDays: number;
  readonly role: RoleName;
  readonly acceptedUserId?: string;
}

const invitations: readonly DemoInvitation[] = [
  {
    id: 'invite-noor-northwind',
    organizationId: 'northwind',
    inviterId: 'ada',
    invitee: 'noor@demo.test',
    status: 'Pending',
    ageInDays: 1,
    endsInDays: 6,
    role: 'member',
  },
  {
    id: 'invite-noor-halden',
    organizationId: 'halden',
    inviterId: 'sakura',
    invitee: 'noor@demo.test',
    status: 'Pending',
    ageInDays: 2,
    endsInDays: 5,
    role: 'admin',
  },
  {
    id: 'invite-lena-northwind',
    organizationId: 'northwind',
    inviterId: 'maximiliana',
    invitee: 'lena.fischer@demo.test',
    status: 'Pending',
    ageInDays: 3,
    endsInDays: 4,
    role: 'billing',
  },
  // Stored as Pending: it reads as Expired, as in a real tenant.
  {
    id: 'invite-teo-northwind',
    organizationId: 'northwind',
    inviterId: 'ada',
    invitee: 'teo@demo.test',
    status: 'Pending',
    ageInDays: 30,
    endsInDays: -23,
    role: 'member',
  },
  {
    id: 'invite-ivo-northwind',
    organizationId: 'northwind',
    inviterId: 'ada',
    invitee: 'ivo@demo.test',
    status: 'Revoked',
    ageInDays: 9,
    endsInDays: -2,
    role: 'admin',
  },
  {
    id: 'invite-sam-northwind',
    organizationId: 'northwind',
    inviterId: 'ada',
    invitee: 'sam.rivera@demo.test',
    status: 'Accepted',
    ageInDays: 40,
    endsInDays: -33,
    role: 'member',
    acceptedUserId: 'sam',
  },
];

const bots = [
  { id: 'demo-build-bot', name: 'Build bot', organizations: ['northwind'] },
  { id: 'demo-report-bot', name: 'Report bot', organizations: ['northwind', 'halden'] },
] as const;

/** A believable cast. Ids and names are the same every time; dates count from now. */
export const seedDemo = (tenant: Tenant, endpoint: string): void => {
  const now = tenant.now();
  seedTemplate(tenant);
  people.forEach((person, index) =>
    tenant.tables.users.insert(toUser(person, endpoint, now - (90 - index) * DAY)),
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
  id,
  username,
  primaryEmail: email,
  primaryPhone: null,
  name,
  avatar: picture ? `${endpoint}/assets/avatars/${id}.svg` : null,
  customData: {},
  identities: {},
  profile: {},
  applicationId: null,
  isSuspended: false,
  lastSignInAt: null,
  createdAt,
  updatedAt: createdAt,
  hasPassword: false,
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
