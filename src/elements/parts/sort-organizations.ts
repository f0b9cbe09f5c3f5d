import type { OrganizationSummary } from '../../contract/organization.js';

const RECENT = 5;

/** The last used ones first, newest first and five at most, then all others by name as the language orders them. */
export function sortOrganizations(
  organizations: readonly OrganizationSummary[],
  recent: readonly string[],
  language: string,
): OrganizationSummary[] {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const ids = new Set(organizations.map(({ id }) => id));
  const known = recent.filter((id) => ids.has(id)).slice(0, RECENT);
  const rank = new Map(known.map((id, index) => [id, index]));
  const rankOf = (organization: OrganizationSummary): number => rank.get(organization.id) ?? RECENT;
  return [...organizations].sort((a, b) => rankOf(a) - rankOf(b) || collator.compare(a.name, b.name));
}
