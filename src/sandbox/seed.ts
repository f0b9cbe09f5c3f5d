import { seedBuiltIn } from './built-in.js';
import { seedDemo } from './seed/demo.js';
import { seedMembers } from './seed/members.js';
import type { Tenant } from './tenant.js';

/** What a tenant starts with. */
export type Seed = 'empty' | 'demo' | `members=${number}`;

const MAX_MEMBERS = 100_000;

/** Reads a seed. @throws TypeError that says what was expected. */
export const parseSeed = (text: string): Seed => {
  if (text === 'empty' || text === 'demo') return text;
  const count = Number(/^members=(\d{1,6})$/.exec(text)?.[1] ?? Number.NaN);
  if (count >= 1 && count <= MAX_MEMBERS) return `members=${count}`;
  throw new TypeError(
    `seed: expected "empty", "demo" or "members=N" with N from 1 to ${MAX_MEMBERS}, got "${text}"`,
  );
};

/**
 * Fills an empty tenant. Every seed has the machine-to-machine application, the single-page application and the
 * API resource; logos and pictures are addresses under `endpoint`.
 */
export const seedTenant = (tenant: Tenant, seed: Seed, endpoint: string): void => {
  tenant.transaction(() => {
    seedBuiltIn(tenant);
    if (seed === 'demo') seedDemo(tenant, endpoint);
    if (seed.startsWith('members=')) seedMembers(tenant, Number(seed.slice('members='.length)));
  });
};

/** An account to sign in with, as a starting sandbox announces it. */
export interface SeedAccount {
  readonly userId: string;
  readonly email: string | null;
  readonly name: string | null;
  /** Names of the organizations, with the roles there. */
  readonly organizations: readonly string[];
  readonly mfa: boolean;
}

/** The accounts of a tenant, oldest first, at most `limit`. */
export const seedAccounts = (tenant: Tenant, limit = 10): SeedAccount[] =>
  tenant.tables.users
    .all()
    .slice(0, limit)
    .map((user) => ({
      userId: user.id,
      email: user.primaryEmail,
      name: user.name,
      organizations: tenant.permissions
        .organizationsOf(user.id)
        .map(
          ({ organization, roles }) =>
            `${organization.name} (${roles.map(({ name }) => name).join(', ') || 'no role'})`,
        ),
      mfa: tenant.accounts.hasMfa(user.id),
    }));
