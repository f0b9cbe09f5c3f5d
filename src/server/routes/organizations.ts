import { organizationList } from '../../contract/organization.js';
import { imageAddress } from '../image-address.js';
import type { LogtoOrganization } from '../management-types.js';
import { Refusal } from '../refusal.js';
import { route, type Route } from '../route.js';

/** The fields of an organization that its members see. */
export const shownFields = ({ id, name, description, branding, isMfaRequired }: LogtoOrganization) => ({
  id,
  name,
  description,
  logoUrl: imageAddress(branding.logoUrl),
  darkLogoUrl: imageAddress(branding.darkLogoUrl),
  isMfaRequired,
});

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
      const { create, maximumPerPerson } = services.settings.organizations;
      const mayCreate =
        create === 'on' ||
        (typeof create === 'object' &&
          (await services.globalScopes.has(logto, identity, create.scope, { live: false })));
      return {
        items: organizations.map((organization) => ({
          ...shownFields(organization),
          roles: organization.organizationRoles,
        })),
        canCreate: mayCreate && organizations.length < maximumPerPerson,
      };
    },
  }),
];
