import { compositeKey } from '../database/table-rules.js';
import { BUILT_IN_IDS } from '../built-in.js';
import type { Tenant } from '../tenant.js';

/** Permissions of organizations: those of Logto's documentation, and those that the kit adds. */
const permissions = {
  'read:data': 'See data',
  'write:data': 'Change data',
  'delete:data': 'Delete data',
  'read:member': 'See the members and their addresses',
  'invite:member': 'Invite people',
  'manage:member': 'Change the roles of members',
  'delete:member': 'Remove members',
  'manage:organization': 'Change name, logo and settings',
  'delete:organization': 'Delete the organization',
  'read:billing': 'See invoices',
  'manage:billing': 'Change plan and payment',
} as const;

type Permission = keyof typeof permissions;

/** Scopes of the API resource, which organization roles hold too. */
const resourceScopes = {
  'read:projects': 'See projects',
  'write:projects': 'Change projects',
  'manage:organizations': 'Act across organizations: for operators only',
} as const;

type ResourceScope = keyof typeof resourceScopes;

export const ROLE_IDS = {
  admin: 'role-admin',
  member: 'role-member',
  billing: 'role-billing',
  bot: 'role-bot',
  operator: 'role-operator',
} as const;

interface RoleTemplate {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly type?: 'MachineToMachine';
  readonly permissions: readonly Permission[];
  readonly resourceScopes: readonly ResourceScope[];
}

const roles: readonly RoleTemplate[] = [
  {
    id: ROLE_IDS.admin,
    name: 'admin',
    description: 'Runs the organization',
    permissions: Object.keys(permissions) as Permission[],
    resourceScopes: ['read:projects', 'write:projects'],
  },
  {
    id: ROLE_IDS.member,
    name: 'member',
    description: 'Works in the organization',
    permissions: ['read:data', 'write:data', 'read:member', 'invite:member'],
    resourceScopes: ['read:projects'],
  },
  {
    id: ROLE_IDS.billing,
    name: 'billing',
    description: 'Pays the invoices',
    permissions: ['read:billing', 'manage:billing'],
    resourceScopes: [],
  },
  {
    id: ROLE_IDS.bot,
    name: 'bot',
    description: 'Works without a person',
    type: 'MachineToMachine',
    permissions: ['read:data', 'write:data'],
    resourceScopes: ['read:projects'],
  },
];

/** Permissions, roles and a global role for operators, which a seed gives. Ids are the same every time. */
export const seedTemplate = (tenant: Tenant): void => {
  const { tables, id: tenantId } = tenant;
  const scopeId = (name: string): string => name.replace(':', '-');
  tables.organizationScopes.insertMany(
    Object.entries(permissions).map(([name, description]) => ({
      tenantId,
      id: scopeId(name),
      name,
      description,
    })),
  );
  tables.scopes.insertMany(
    Object.entries(resourceScopes).map(([name, description]) => ({
      tenantId,
      id: `api-${scopeId(name)}`.slice(0, 21),
      resourceId: BUILT_IN_IDS.resource,
      name,
      description,
      createdAt: tenant.now(),
    })),
  );
  const apiScopeId = (name: ResourceScope): string =>
    tables.scopes.find('resourceIdName', compositeKey(BUILT_IN_IDS.resource, name))?.id ?? '';
  for (const { permissions: held, resourceScopes: api, type = 'User', ...role } of roles) {
    tables.organizationRoles.insert({ tenantId, ...role, type });
    const organizationRoleId = role.id;
    tables.organizationRoleScopes.insertMany(
      held.map((name) => ({ organizationRoleId, organizationScopeId: scopeId(name) })),
    );
    tables.organizationRoleResourceScopes.insertMany(
      api.map((name) => ({ organizationRoleId, scopeId: apiScopeId(name) })),
    );
  }
  tables.roles.insert({
    tenantId,
    id: ROLE_IDS.operator,
    name: 'operator',
    description: 'Acts across organizations',
    type: 'User',
    isDefault: false,
  });
  tables.roleScopes.insert({ roleId: ROLE_IDS.operator, scopeId: apiScopeId('manage:organizations') });
};
