import type { OrganizationSummary } from '../../contract/organization.js';

// Without accents and case: who types "muller" finds "Müller".
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The organizations whose name holds every word of the search; all of them when there is none. */
export function searchOrganizations(
  organizations: readonly OrganizationSummary[],
  query: string,
): readonly OrganizationSummary[] {
  const words = fold(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return organizations;
  return organizations.filter(({ name }) => {
    const folded = fold(name);
    return words.every((word) => folded.includes(word));
  });
}
