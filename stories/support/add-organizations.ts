import { ROLE_IDS } from '../../src/sandbox/seed/template.js';
import type { Sandbox } from '../../src/sandbox/sandbox.js';

type RoleName = keyof typeof ROLE_IDS;

interface NewOrganization {
  readonly id: string;
  readonly name: string;
  readonly logoUrl?: string;
  readonly darkLogoUrl?: string;
  readonly roles?: readonly RoleName[];
}

/** Puts organizations into the sandbox, with a person as their member. */
export function addOrganizations(
  { tenant }: Sandbox,
  userId: string,
  organizations: readonly NewOrganization[],
): void {
  const usual: readonly RoleName[] = ['member'];
  for (const { id, name, logoUrl, darkLogoUrl, roles = usual } of organizations) {
    tenant.tables.organizations.insert({
      tenantId: tenant.id,
      id,
      name,
      description: null,
      customData: {},
      isMfaRequired: false,
      color: {},
      branding: { ...(logoUrl && { logoUrl }), ...(darkLogoUrl && { darkLogoUrl }) },
      customCss: null,
      createdAt: tenant.now(),
    });
    tenant.tables.organizationUsers.insert({ organizationId: id, userId });
    for (const role of roles) {
      tenant.tables.organizationRoleUsers.insert({
        organizationId: id,
        userId,
        organizationRoleId: ROLE_IDS[role],
      });
    }
  }
}

/** `count` organizations with the names `Studio 1`, `Studio 2`, and so on. */
export function addManyOrganizations(sandbox: Sandbox, userId: string, count: number): void {
  addOrganizations(
    sandbox,
    userId,
    Array.from({ length: count }, (_, index) => ({
      id: `studio-${index + 1}`,
      name: `Studio ${index + 1}`,
      roles: [index % 3 === 0 ? 'admin' : 'member'] as const,
    })),
  );
}
