import { getOrganization, listOrganizations } from '../../api/operations/organizations.js';
import type { OrganizationList, OrganizationProfile } from '../../contract/organization.js';
import { organizationKey, organizationsKey } from '../query-keys.js';
import type { OrgQuery } from '../query-watch.js';

/** The person's organizations, with the person's roles in each. */
export function organizations(): OrgQuery<OrganizationList> {
  return { key: organizationsKey, operation: listOrganizations() };
}

/** The profile of one organization. */
export function organization(organizationId: string): OrgQuery<OrganizationProfile> {
  return { key: organizationKey(organizationId, 'profile'), operation: getOrganization(organizationId) };
}
