import type { OrganizationInput, OrganizationSummary } from '../contract/organization.js';
import type { Identity } from './identity.js';
import { liveAccount } from './live-account.js';
import { take } from './limits/change-limits.js';
import type { Management } from './management.js';
import { Refusal } from './refusal.js';
import { requireAllowedData } from './organization-changes.js';
import type { Services } from './services.js';
import { shownFields } from './shown-organization.js';
import type { TemplateRole } from './template.js';

/** @param live false lets an answer from some seconds ago do, to show a button or not */
export const mayCreate = async (
  { settings, globalScopes }: Services,
  logto: Management,
  identity: Identity,
  { live }: { readonly live: boolean },
): Promise<boolean> => {
  const { create } = settings.organizations;
  if (typeof create === 'string') return create === 'on';
  return globalScopes.has(logto, identity, create.scope, { live });
};

/**
 * Makes an organization and the person its first member, with the creator's roles. Logto needs three calls for it; when
 * a later one fails the organization is deleted again, so that none is left that nobody is in.
 *
 * @throws Refusal `forbidden` when creating is off, the scope is missing or the cap is reached; `rate_limited`
 */
export const createOrganization = async (
  services: Services,
  logto: Management,
  identity: Identity,
  { name, description, logoUrl, darkLogoUrl, customData }: OrganizationInput,
): Promise<OrganizationSummary> => {
  const { settings, templates } = services;
  requireAllowedData(customData, settings.organizations.customDataKeys);
  if (!(await mayCreate(services, logto, identity, { live: true }))) {
    throw new Refusal('forbidden', 'Organizations cannot be made here by you.');
  }
  const [mine, template] = await Promise.all([
    logto.organizationsOf(identity.userId),
    templates.fresh(logto),
    liveAccount(logto, identity.userId),
  ]);
  if (!mine) throw new Refusal('unauthenticated', 'The account is gone.');
  const { maximumPerPerson, creatorRoles } = settings.organizations;
  if (mine.length >= maximumPerPerson) {
    const details = { reason: 'limit_reached', maximum: maximumPerPerson };
    throw new Refusal('forbidden', 'You are in as many organizations as allowed.', { details });
  }
  const roles = requireCreatorRoles([...template.roles.values()], creatorRoles);
  await take(settings, `organizations:${identity.userId}`, settings.limits.organizationsPerPerson);

  const branding = { ...(logoUrl && { logoUrl }), ...(darkLogoUrl && { darkLogoUrl }) };
  const fields = {
    name,
    ...(description !== undefined && { description }),
    ...(customData && { customData }),
    branding,
  };
  const organization = await logto.createOrganization(fields);
  try {
    await logto.addMembers(organization.id, [identity.userId]);
    await logto.replaceRoles(
      organization.id,
      identity.userId,
      roles.map(({ id }) => id),
    );
  } catch (error) {
    await logto
      .detached()
      .deleteOrganization(organization.id)
      .catch((cause: unknown) => {
        const message = `organization ${organization.id} is half made and could not be deleted`;
        settings.log({ level: 'error', message, cause });
      });
    throw error;
  }
  return { ...shownFields(organization), roles: roles.map(({ id, name: role }) => ({ id, name: role })) };
};

/** A creator without a role could do nothing in the new organization: better none than that. */
const requireCreatorRoles = (roles: readonly TemplateRole[], names: readonly string[]): TemplateRole[] => {
  const found = roles.filter((role) => role.type === 'User' && names.includes(role.name));
  const missing = names.filter((name) => !found.some((role) => role.name === name));
  if (missing.length === 0) return found;
  throw new Refusal('internal', 'Something went wrong.', {
    cause: `options.organizations.creatorRoles: the template has no role for people called ${missing.join(', ')}`,
  });
};
