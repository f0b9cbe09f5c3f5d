import { ROLE_IDS } from '../../src/sandbox/seed/template.js';
import type { Sandbox } from '../../src/sandbox/sandbox.js';

interface NewRole {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly type?: 'User' | 'MachineToMachine';
  /** Ids of permissions of the organization, such as `read-data`. */
  readonly permissions: readonly string[];
  /** Who holds it in the demo's first organization. */
  readonly holders?: readonly string[];
}

/** Puts a role into the sandbox's template. */
export function addRole(
  { tenant }: Sandbox,
  { id, name, description = '', type = 'User', permissions, holders = [] }: NewRole,
): void {
  const { tables } = tenant;
  tables.organizationRoles.insert({ tenantId: tenant.id, id, name, description, type });
  tables.organizationRoleScopes.insertMany(
    permissions.map((organizationScopeId) => ({ organizationRoleId: id, organizationScopeId })),
  );
  tables.organizationRoleUsers.insertMany(
    holders.map((userId) => ({ organizationId: 'northwind', organizationRoleId: id, userId })),
  );
}

/** Takes every role out of it. */
export function clearRoles({ tenant }: Sandbox): void {
  for (const id of Object.values(ROLE_IDS)) tenant.tables.organizationRoles.delete(id);
}

const things = ['report', 'document', 'webhook', 'key', 'domain', 'device', 'schedule', 'archive'];
const actions = ['read', 'write', 'delete', 'approve', 'export'];

/** Permissions until there are `count` of the organization, and roles until people can hold so many; each gives some. */
export function addPermissions(sandbox: Sandbox, count: number, roleCount: number): void {
  const { tenant } = sandbox;
  const { organizationScopes, organizationRoles } = tenant.tables;
  const existing = [...organizationScopes.all()].length;
  const added = things
    .flatMap((thing) => actions.map((action) => ({ id: `${action}-${thing}`, name: `${action}:${thing}` })))
    .slice(0, count - existing);
  organizationScopes.insertMany(
    added.map(({ id, name }) => ({ tenantId: tenant.id, id, name, description: name.replace(':', ' any ') })),
  );
  const present = [...organizationRoles.all()].filter(({ type }) => type === 'User').length;
  for (let index = 0; index < roleCount - present; index += 1) {
    const permissions = added.map(({ id }) => id).filter((_, position) => position % (index + 2) === 0);
    addRole(sandbox, {
      id: `role-${index}`,
      name: `team-${index + 1}`,
      description: 'One of many',
      permissions,
    });
  }
}
