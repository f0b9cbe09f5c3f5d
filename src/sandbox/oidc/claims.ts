import type { JsonObject, User } from '../rows.js';
import type { Tenant } from '../tenant.js';

export const ORGANIZATIONS_SCOPE = 'urn:logto:scope:organizations';
const ORGANIZATION_ROLES_SCOPE = 'urn:logto:scope:organization_roles';

/** Which claims a scope gives. */
export const CLAIMS: Readonly<Record<string, string[]>> = {
  openid: ['sub'],
  profile: [
    'name',
    'family_name',
    'given_name',
    'middle_name',
    'nickname',
    'preferred_username',
    'profile',
    'picture',
    'website',
    'gender',
    'birthdate',
    'zoneinfo',
    'locale',
    'updated_at',
    'username',
    'created_at',
  ],
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
  address: ['address'],
  custom_data: ['custom_data'],
  identities: ['identities', 'sso_identities'],
  roles: ['roles'],
  [ORGANIZATIONS_SCOPE]: ['organizations', 'organization_data'],
  [ORGANIZATION_ROLES_SCOPE]: ['organization_roles'],
};

/** Scopes that Logto knows beside those of claims. */
export const OTHER_SCOPES = ['offline_access', 'urn:logto:scope:sessions', 'urn:logto:scope:trusted_devices'];

/** Names of the standard claims that a profile may hold, as the Management API spells them. */
const PROFILE_CLAIMS: Readonly<Record<string, string>> = {
  family_name: 'familyName',
  given_name: 'givenName',
  middle_name: 'middleName',
  nickname: 'nickname',
  profile: 'profile',
  website: 'website',
  gender: 'gender',
  birthdate: 'birthdate',
  zoneinfo: 'zoneinfo',
  locale: 'locale',
  address: 'address',
};

/**
 * Every claim of a user; the scopes select from them. The big ones (`organization_data`, `custom_data`,
 * identities) are left to user info and stay out of the ID token, as in a tenant's default settings.
 */
export const userClaims = (tenant: Tenant, user: User, use: string): Record<string, unknown> => {
  const memberships = tenant.permissions.organizationsOf(user.id);
  return {
    sub: user.id,
    name: user.name,
    ...profileClaims(user.profile),
    preferred_username: user.profile['preferredUsername'] ?? user.username,
    picture: user.avatar,
    updated_at: user.updatedAt,
    username: user.username,
    created_at: user.createdAt,
    email: user.primaryEmail,
    // Not the outcome of a check: Logto calls every primary address verified.
    email_verified: user.primaryEmail !== null,
    phone_number: user.primaryPhone,
    phone_number_verified: user.primaryPhone !== null,
    roles: globalRoles(tenant, user.id),
    organizations: memberships.map(({ organization }) => organization.id),
    organization_roles: memberships.flatMap(({ organization, roles }) =>
      roles.map((role) => `${organization.id}:${role.name}`),
    ),
    ...(use === 'userinfo' && {
      custom_data: user.customData,
      identities: user.identities,
      sso_identities: [],
      organization_data: memberships.map(({ organization: { id, name, description } }) => ({
        id,
        name,
        description,
      })),
    }),
  };
};

const profileClaims = (profile: JsonObject): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(PROFILE_CLAIMS).flatMap(([claim, field]) =>
      profile[field] === undefined ? [] : [[claim, profile[field]]],
    ),
  );

const globalRoles = (tenant: Tenant, userId: string): string[] =>
  tenant.tables.userRoles
    .where('userId', userId)
    .flatMap(({ roleId }) => tenant.tables.roles.get(roleId)?.name ?? []);
