import type {
  OrganizationInput,
  OrganizationList,
  OrganizationProfile,
  OrganizationSummary,
  OrganizationUpdate,
} from '../../contract/organization.js';
import { organizationPath, organizationsPath } from '../../contract/paths.js';
import type { Operation } from '../operation.js';

/** The person's organizations, with the person's roles in each. */
export function listOrganizations(): Operation<OrganizationList> {
  return { path: organizationsPath() };
}

/** The person becomes a member with the creator's roles. */
export function createOrganization(body: OrganizationInput): Operation<OrganizationSummary> {
  return { method: 'POST', path: organizationsPath(), body };
}

export function getOrganization(organizationId: string): Operation<OrganizationProfile> {
  return { path: organizationPath(organizationId), organizationId };
}

/** With the `version` that was shown it fails with `precondition_failed` when somebody else has saved since. */
export function updateOrganization(
  organizationId: string,
  body: OrganizationUpdate,
  version?: string,
): Operation<OrganizationProfile> {
  return {
    method: 'PATCH',
    path: organizationPath(organizationId),
    organizationId,
    body,
    ...(version !== undefined && { headers: { 'if-match': version } }),
  };
}

/** The name of the organization is repeated, so that nobody deletes the wrong one. */
export function deleteOrganization(organizationId: string, name: string): Operation<void> {
  return { method: 'DELETE', path: organizationPath(organizationId), organizationId, body: { name } };
}
