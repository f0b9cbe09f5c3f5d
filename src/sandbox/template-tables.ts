import type { Journal } from './database/journal.js';
import { compositeKey } from './database/table-rules.js';
import { Table } from './database/table.js';
import type * as rows from './rows.js';

/** What belongs to the tenant and not to an organization or a person: roles, permissions, API resources. */
export const createTemplateTables = (journal: Journal) => {
  const organizationScopes = new Table<rows.OrganizationScope>('organization_scopes', journal, {
    key: ({ id }) => id,
    unique: { name: ({ name }) => name },
    limits: { name: 128, description: 256 },
  });

  const organizationRoles = new Table<rows.OrganizationRole>('organization_roles', journal, {
    key: ({ id }) => id,
    unique: { name: ({ name }) => name },
    limits: { name: 128, description: 256 },
  });

  const organizationRoleScopes = new Table<rows.OrganizationRoleScope>(
    'organization_role_scope_relations',
    journal,
    {
      key: (row) => compositeKey(row.organizationRoleId, row.organizationScopeId),
      references: {
        organizationRoleId: { value: (row) => row.organizationRoleId, to: organizationRoles },
        organizationScopeId: { value: (row) => row.organizationScopeId, to: organizationScopes },
      },
    },
  );

  const resources = new Table<rows.Resource>('resources', journal, {
    key: ({ id }) => id,
    unique: {
      indicator: ({ indicator }) => indicator,
      isDefault: ({ isDefault }) => (isDefault ? 'true' : undefined),
    },
  });

  const scopes = new Table<rows.Scope>('scopes', journal, {
    key: ({ id }) => id,
    unique: { resourceIdName: (row) => compositeKey(row.resourceId, row.name) },
    references: { resourceId: { value: (row) => row.resourceId, to: resources } },
    limits: { name: 256 },
  });

  const organizationRoleResourceScopes = new Table<rows.OrganizationRoleResourceScope>(
    'organization_role_resource_scope_relations',
    journal,
    {
      key: (row) => compositeKey(row.organizationRoleId, row.scopeId),
      references: {
        organizationRoleId: { value: (row) => row.organizationRoleId, to: organizationRoles },
        scopeId: { value: (row) => row.scopeId, to: scopes },
      },
    },
  );

  const roles = new Table<rows.Role>('roles', journal, {
    key: ({ id }) => id,
    unique: { name: ({ name }) => name },
    limits: { name: 128, description: 128 },
  });

  const roleScopes = new Table<rows.RoleScope>('roles_scopes', journal, {
    key: (row) => compositeKey(row.roleId, row.scopeId),
    references: {
      roleId: { value: (row) => row.roleId, to: roles },
      scopeId: { value: (row) => row.scopeId, to: scopes },
    },
  });

  // In an order in which no row refers to one of a later table.
  return {
    organizationScopes,
    organizationRoles,
    organizationRoleScopes,
    resources,
    scopes,
    organizationRoleResourceScopes,
    roles,
    roleScopes,
  };
};
