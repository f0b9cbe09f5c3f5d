import { blankUser } from '../../src/sandbox/blank-user.js';
import { ROLE_IDS, seedTemplate } from '../../src/sandbox/seed/template.js';
import type { Tenant } from '../../src/sandbox/index.js';

/** So many that the changes of one do not make the others wait, and that no limit of one is reached. */
export const ORGANIZATIONS = 100;
/** Of each organization. */
export const MEMBERS = 25;
/** Of these, so many are the clients. Half of them are its administrators. */
const CLIENTS = 10;
const ADMINISTRATORS = CLIENTS / 2;

/** Somebody who asks. */
export interface Person {
  readonly userId: string;
  readonly organizationId: string;
  readonly isAdministrator: boolean;
}

const organizationOf = (index: number): string => `org${String(index).padStart(3, '0')}`;

/** Begins with the id of the organization, so that a member who turns up in another is seen. */
export const memberOf = (organizationId: string, index: number): string =>
  `${organizationId}-${String(index).padStart(2, '0')}`;

/** Members who ask nothing: it is their roles that are changed. */
export const othersOf = (organizationId: string): string[] =>
  Array.from({ length: MEMBERS - CLIENTS }, (_, index) => memberOf(organizationId, CLIENTS + index));

export const people: readonly Person[] = Array.from({ length: ORGANIZATIONS * CLIENTS }, (_, index) => {
  // One after the other from every organization.
  const organizationId = organizationOf(index % ORGANIZATIONS);
  const number = Math.floor(index / ORGANIZATIONS);
  return {
    userId: memberOf(organizationId, number),
    organizationId,
    isAdministrator: number < ADMINISTRATORS,
  };
});

export const seedOrganizations = (tenant: Tenant): void =>
  tenant.transaction(() => {
    seedTemplate(tenant);
    for (let index = 0; index < ORGANIZATIONS; index += 1) seedOrganization(tenant, organizationOf(index));
  });

const seedOrganization = ({ tables, id: tenantId, now }: Tenant, organizationId: string): void => {
  const createdAt = now();
  tables.organizations.insert({
    tenantId,
    id: organizationId,
    name: `Organization ${organizationId}`,
    description: null,
    customData: {},
    isMfaRequired: false,
    color: {},
    branding: {},
    customCss: null,
    createdAt,
  });
  for (let number = 0; number < MEMBERS; number += 1) {
    const userId = memberOf(organizationId, number);
    tables.users.insert({
      ...blankUser(),
      id: userId,
      username: userId.replace('-', '_'),
      name: `Person ${number} of ${organizationId}`,
      primaryEmail: `${userId}@example.com`,
      createdAt,
      updatedAt: createdAt,
    });
    tables.organizationUsers.insert({ organizationId, userId });
    const organizationRoleId = number < ADMINISTRATORS ? ROLE_IDS.admin : ROLE_IDS.member;
    tables.organizationRoleUsers.insert({ organizationId, organizationRoleId, userId });
  }
};
