import {
  organizationDeletion,
  organizationProfile,
  organizationUpdate,
} from '../../contract/organization.js';
import type { Management } from '../management.js';
import type { LogtoOrganization } from '../management-types.js';
import { mergedChanges, requireVersion, toProfile } from '../organization-changes.js';
import { notFound, Refusal } from '../refusal.js';
import { route, type Route } from '../route.js';

/** One organization: what it is called, how it looks, and its end. */
export const singleOrganizationRoutes: readonly Route[] = [
  route({
    operation: 'getOrganization',
    method: 'GET',
    path: '/organizations/:organizationId',
    authorization: { who: 'member' },
    summary: 'The profile of the organization.',
    output: organizationProfile,
    handle: async ({ actor, headers, logto, services }) => {
      const { customDataKeys } = services.settings.organizations;
      const profile = await toProfile(await find(logto, actor.organizationId), customDataKeys);
      headers.etag = `"${profile.version}"`;
      return profile;
    },
  }),
  route({
    operation: 'updateOrganization',
    method: 'PATCH',
    path: '/organizations/:organizationId',
    authorization: { who: 'member', permission: 'manageOrganization' },
    summary: 'Changes the profile; with `If-Match` only when nobody else saved in the meantime.',
    // Between reading, comparing and writing nobody else may save.
    exclusive: true,
    body: organizationUpdate,
    output: organizationProfile,
    handle: async ({ actor, body, headers, logto, request, services, audit }) => {
      const { customDataKeys } = services.settings.organizations;
      audit({ fields: Object.keys(body) });
      const current = await find(logto, actor.organizationId);
      const { version } = await toProfile(current, customDataKeys);
      requireVersion(request.headers.get('if-match'), version);
      const changes = mergedChanges(current, body, customDataKeys);
      if (changes.isMfaRequired && !current.isMfaRequired && !actor.isOperator) {
        await requireOwnMfa(logto, actor.identity.userId);
      }
      const isChange = Object.keys(changes).length > 0;
      const saved = isChange ? await logto.updateOrganization(actor.organizationId, changes) : current;
      const profile = await toProfile(saved, customDataKeys);
      headers.etag = `"${profile.version}"`;
      return profile;
    },
  }),
  route({
    operation: 'deleteOrganization',
    method: 'DELETE',
    path: '/organizations/:organizationId',
    authorization: { who: 'member', permission: 'deleteOrganization' },
    summary: 'Deletes the organization with everything in it; its name has to be repeated.',
    exclusive: true,
    body: organizationDeletion,
    handle: async ({ actor, body, logto, services, audit }) => {
      const { name } = await find(logto, actor.organizationId);
      audit({ name });
      if (body.name !== name) {
        const fields = [{ field: 'name', expected: 'the name of the organization' }];
        throw new Refusal('invalid_input', 'Not as expected: name.', { details: { fields } });
      }
      await logto.deleteOrganization(actor.organizationId);
      services.authorizer.forgetOrganization(actor.organizationId);
    },
  }),
];

const find = async (logto: Management, organizationId: string): Promise<LogtoOrganization> => {
  const organization = await logto.organization(organizationId);
  if (!organization) throw notFound();
  return organization;
};

/** Whoever has no second factor would lock themselves out with it. */
const requireOwnMfa = async (logto: Management, userId: string): Promise<void> => {
  if (await logto.hasMfa(userId)) return;
  const details = { reason: 'mfa_not_set_up' };
  throw new Refusal('conflict', 'Set up a second factor of your own first.', { details });
};
