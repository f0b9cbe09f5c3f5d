import type { OrganizationSummary } from '../../contract/organization.js';
import { searchMatcher } from './search-matcher.js';

/** The organizations whose name holds every word of the search; all of them when there is none. */
export function searchOrganizations(
  organizations: readonly OrganizationSummary[],
  query: string,
): readonly OrganizationSummary[] {
  const matches = searchMatcher(query);
  return organizations.filter(({ name }) => matches(name));
}
