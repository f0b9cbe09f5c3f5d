import { blankUser } from '../blank-user.js';
import type { Tenant } from '../tenant.js';
import type { User } from '../rows.js';
import { ROLE_IDS, seedTemplate } from './template.js';

/** The one organization of this seed. */
export const MEMBERS_ORGANIZATION_ID = 'crowd';

const given =
  'Amara Bao Carla Dmitri Elif Farid Greta Hana Ines Jonas Kofi Leila Mateo Nadia Omar Priya Quentin Rosa Sven Tala'.split(
    ' ',
  );
const family =
  'Abebe Bianchi Chen Dubois Eriksen Fernandez Gupta Haddad Ivanova Jansen Kowalski Lindqvist Mbeki Novak Oyelaran Petrov Quispe Rossi Sato Tanaka Umarov Vargas Weber'.split(
    ' ',
  );

/**
 * One organization with `count` members. Member 0 is the administrator, as is every thousandth; the others are
 * members, every tenth with the billing role as well. The same ids and names every time.
 */
export const seedMembers = (tenant: Tenant, count: number): void => {
  const { tables, id: tenantId } = tenant;
  const organizationId = MEMBERS_ORGANIZATION_ID;
  const createdAt = Date.UTC(2026, 0, 1);
  seedTemplate(tenant);
  tables.organizations.insert({
    tenantId,
    id: organizationId,
    name: 'Crowd',
    description: `${count} people`,
    customData: {},
    isMfaRequired: false,
    color: {},
    branding: {},
    customCss: null,
    createdAt,
  });
  const users = Array.from({ length: count }, (_, index) => member(index, createdAt));
  tables.users.insertMany(users);
  tables.organizationUsers.insertMany(users.map(({ id: userId }) => ({ organizationId, userId })));
  tables.organizationRoleUsers.insertMany(
    users.flatMap(({ id: userId }, index) =>
      rolesOf(index).map((organizationRoleId) => ({ organizationId, organizationRoleId, userId })),
    ),
  );
};

const rolesOf = (index: number): string[] => {
  if (index % 1000 === 0) return [ROLE_IDS.admin];
  return index % 10 === 0 ? [ROLE_IDS.member, ROLE_IDS.billing] : [ROLE_IDS.member];
};

const member = (index: number, createdAt: number): User => {
  const first = given[index % given.length] ?? '';
  const last = family[Math.floor(index / given.length) % family.length] ?? '';
  const number = String(index).padStart(6, '0');
  return {
    ...blankUser(),
    id: `member${number}`,
    username: `member_${number}`,
    primaryEmail: `${first}.${last}.${number}@crowd.test`.toLowerCase(),
    name: `${first} ${last}`,
    createdAt,
    updatedAt: createdAt,
  };
};
