import type { Identity } from '../identity.js';
import type { Rate } from '../options.js';
import { Refusal } from '../refusal.js';
import type { Settings } from '../settings.js';

/** @throws Refusal `rate_limited` with the seconds to wait */
export const take = async (settings: Settings, key: string, rate: Rate, cost = 1): Promise<void> => {
  const wait = await settings.rateLimiter.take(key, rate, cost);
  if (wait > 0) throw rateLimited(wait);
};

export const rateLimited = (seconds: number): Refusal =>
  new Refusal('rate_limited', 'Too many requests.', { retryAfter: seconds });

/**
 * Every change counts, also one that is refused later. The organization's count is kept apart for each that the
 * token proves, so that nobody can use up the limit of an organization that is not theirs.
 */
export const limitChanges = async (
  settings: Settings,
  identity: Identity | undefined,
  organizationId: string | undefined,
): Promise<void> => {
  if (!identity) return;
  const { changesPerPerson, changesPerOrganization } = settings.limits;
  await take(settings, `changes:person:${identity.userId}`, changesPerPerson);
  if (organizationId === undefined || identity.organizationId !== organizationId) return;
  await take(settings, `changes:organization:${organizationId}`, changesPerOrganization);
};
