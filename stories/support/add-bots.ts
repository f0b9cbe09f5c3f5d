import type { OrgHandlerOptions } from '../../src/server/options.js';
import type { Sandbox } from '../../src/sandbox/sandbox.js';
import { addRole } from './add-roles.js';

/** What the host offers: two that the demo has, and two that are put there by `addBots`. */
export const offer: Partial<OrgHandlerOptions> = {
  bots: { applications: ['demo-build-bot', 'demo-report-bot', 'invoice-bot', 'long-bot'] },
};

/** Three applications more; one of them is not offered. */
export function addBots({ tenant }: Sandbox): void {
  const { applications } = tenant.tables;
  const [like] = applications.all().filter(({ id }) => id === 'demo-build-bot');
  if (!like) return;
  const add = (id: string, name: string, description: string | null): void => {
    applications.insert({ ...like, id, name, description, secret: `${id}-secret` });
  };
  add('invoice-bot', 'Invoice bot', 'Sends invoices');
  add(
    'long-bot',
    'Bot for the regional coordination and documentation of international partnerships',
    'Donaudampfschifffahrtsgesellschaftskapitänsmützenverwaltungsbeauftragte',
  );
  add('legacy-sync', 'Legacy sync', null);
}

/** A role for machines that gives more than the demo's. */
export function addDeployer(sandbox: Sandbox): void {
  addRole(sandbox, {
    id: 'deployer',
    name: 'deployer',
    description: 'Deploys',
    type: 'MachineToMachine',
    permissions: ['read-data', 'delete-data'],
  });
}

/** Takes applications into the demo's first organization, without roles. */
export function placeBots({ tenant }: Sandbox, ...applicationIds: readonly string[]): void {
  tenant.tables.organizationApplications.insertMany(
    applicationIds.map((applicationId) => ({ organizationId: 'northwind', applicationId })),
  );
}
