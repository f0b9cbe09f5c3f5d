import * as operations from '../../api/operations/organizations.js';
import type {
  OrganizationInput,
  OrganizationProfile,
  OrganizationSummary,
  OrganizationUpdate,
} from '../../contract/organization.js';
import type { OrgChange } from '../org-store.js';
import { directoryKey, organizationKey, organizationsKey } from '../query-keys.js';

/** The new organization is in the list when it resolves. */
export function createOrganization(input: OrganizationInput): OrgChange<OrganizationSummary> {
  return {
    operation: operations.createOrganization(input),
    touches: [organizationsKey, directoryKey],
    affectsMeIn: ({ id }) => id,
  };
}

/** With the `version` that was shown, so as not to overwrite what somebody else has saved since. */
export function updateOrganization(
  organizationId: string,
  update: OrganizationUpdate,
  version?: string,
): OrgChange<OrganizationProfile> {
  return {
    operation: operations.updateOrganization(organizationId, update, version),
    touches: [organizationKey(organizationId, 'profile'), organizationsKey, directoryKey],
  };
}

/** The provider falls back to another organization. */
export function deleteOrganization(organizationId: string, name: string): OrgChange<void> {
  return {
    operation: operations.deleteOrganization(organizationId, name),
    touches: [organizationsKey, directoryKey],
    affectsMeIn: () => organizationId,
  };
}
