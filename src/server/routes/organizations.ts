import {
  organizationInput,
  organizationList,
  organizationSummary,
  type OrganizationList,
} from '../../contract/organization.js';
import { createOrganization, mayCreate } from '../create-organization.js';
import { Refusal } from '../refusal.js';
import { route, type Route } from '../route.js';
import { shownFields } from '../shown-organization.js';

/** The person's own organizations. */
export const organizationRoutes: readonly Route[] = [
  route({
    operation: 'listOrganizations',
    method: 'GET',
    path: '/organizations',
    authorization: { who: 'person' },
    summary: 'The organizations that I am in, with my roles in each.',
    output: organizationList,
    handle: async ({ identity, logto, services }) => {
      const organizations = await logto.organizationsOf(identity.userId);
      if (!organizations) throw new Refusal('unauthenticated', 'The account is gone.');
      const { maximumPerPerson } = services.settings.organizations;
      const isFull = organizations.length >= maximumPerPerson;
      const isAllowed = await mayCreate(services, logto, identity, { live: false });
      return {
        items: organizations.map((organization) => ({
          ...shownFields(organization),
          roles: organization.organizationRoles,
        })),
        canCreate: isAllowed && !isFull,
        createBlocked: blockOf(isAllowed, isFull),
      };
    },
  }),
  route({
    operation: 'createOrganization',
    method: 'POST',
    path: '/organizations',
    authorization: { who: 'person' },
    summary: 'Makes an organization with me as its first member.',
    body: organizationInput,
    output: organizationSummary,
    status: 201,
    handle: async ({ body, identity, logto, services, signal, audit }) => {
      // One at a time for each person, so that several at once keep the cap too.
      const organization = await services.settings.organizationLock.run(
        `person:${identity.userId}`,
        signal,
        () => createOrganization(services, logto, identity, body),
      );
      audit({ organizationId: organization.id });
      return organization;
    },
  }),
];

const blockOf = (isAllowed: boolean, isFull: boolean): OrganizationList['createBlocked'] => {
  if (!isAllowed) return 'not_permitted';
  return isFull ? 'limit_reached' : null;
};
