import { UsageError } from '../options.js';
import { applicationChange, requirePageApplication } from './application.js';
import { byHand, type ByHand } from './by-hand.js';
import type { SetupSettings } from './settings.js';
import { wantedTemplate, type WantedRole } from './template.js';
import type { Tenant, TenantApplication } from './tenant.js';

/** One call that makes the tenant more ready. */
export interface Change {
  readonly action: 'create' | 'add';
  readonly kind: 'permission' | 'role' | 'resource' | 'application';
  readonly name: string;
  /** What it gives or adds, one line each. */
  readonly additions: readonly string[];
  readonly apply: () => Promise<unknown>;
}

export interface Plan {
  readonly application: TenantApplication;
  /** In an order in which each finds what it needs. */
  readonly changes: readonly Change[];
  readonly byHand: readonly ByHand[];
}

/**
 * Compares the tenant with what is wanted. Only reads.
 *
 * @throws UsageError when what is there stands in the way: another kind of application or role
 */
export const makePlan = async (tenant: Tenant, settings: SetupSettings): Promise<Plan> => {
  const [permissions, roles, resources, found, connectors] = await Promise.all([
    tenant.permissions(),
    tenant.roles(),
    tenant.resources(),
    tenant.application(settings.appId),
    tenant.connectors(),
  ]);
  const application = requirePageApplication(found);
  const wanted = wantedTemplate(settings);
  // Grows while the plan is carried out: a role needs the ids of permissions that were only just made.
  const ids = new Map(permissions.map(({ name, id }) => [name, id]));
  const idsOf = (names: readonly string[]): string[] => names.flatMap((name) => ids.get(name) ?? []);

  const newPermissions = wanted.permissions
    .filter(({ name }) => !ids.has(name))
    .map(({ name, description }): Change => ({
      action: 'create',
      kind: 'permission',
      name,
      additions: [],
      apply: async () => ids.set(name, (await tenant.createPermission({ name, description })).id),
    }));

  const roleChange = ({ name, description, permissions: held }: WantedRole): Change[] => {
    const role = roles.find((candidate) => candidate.name === name);
    if (!role) {
      const apply = () => tenant.createRole({ name, description, organizationScopeIds: idsOf(held) });
      return [{ action: 'create', kind: 'role', name, additions: held, apply }];
    }
    if (role.type !== 'User') {
      const option = name === settings.adminRole ? '--admin-role' : '--member-role';
      throw new UsageError(`${option}: the role "${name}" is for machines; choose another name`);
    }
    const additions = held.filter((permission) => !role.scopes.some((scope) => scope.name === permission));
    if (additions.length === 0) return [];
    return [
      {
        action: 'add',
        kind: 'role',
        name,
        additions,
        apply: () => tenant.addToRole(role.id, idsOf(additions)),
      },
    ];
  };

  const { resource: indicator } = settings;
  const newResource: Change = {
    action: 'create',
    kind: 'resource',
    name: indicator,
    additions: [],
    apply: () => tenant.createResource({ name: indicator, indicator }),
  };
  const { additions, metadata } = applicationChange(application, settings);
  const changed: Change = {
    action: 'add',
    kind: 'application',
    name: `${application.name} (${application.id})`,
    additions,
    apply: () => tenant.updateApplication(application.id, metadata),
  };

  return {
    application,
    changes: [
      ...newPermissions,
      ...wanted.roles.flatMap(roleChange),
      ...(resources.some((resource) => resource.indicator === indicator) ? [] : [newResource]),
      ...(additions.length > 0 ? [changed] : []),
    ],
    byHand: byHand(settings, metadata.oidcClientMetadata.redirectUris, connectors),
  };
};
