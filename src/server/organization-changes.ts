import type { OrganizationProfile, OrganizationUpdate } from '../contract/organization.js';
import type { LogtoBranding, LogtoOrganization, OrganizationChanges } from './management-types.js';
import { Refusal } from './refusal.js';
import { shownFields } from './shown-organization.js';

/** An organization as its members see it alone, with the version of what they see. */
export const toProfile = async (
  organization: LogtoOrganization,
  customDataKeys: readonly string[],
): Promise<OrganizationProfile> => {
  const shown = {
    ...shownFields(organization),
    customData: pick(organization.customData, customDataKeys),
    createdAt: organization.createdAt,
  };
  return { ...shown, version: await versionOf(shown) };
};

const pick = (data: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([key]) => keys.includes(key)));

const versionOf = async (shown: unknown): Promise<string> => {
  const bytes = new TextEncoder().encode(JSON.stringify(shown, sortKeys));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.slice(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** A database may give the keys of JSON in any order. */
const sortKeys = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
    : value;

/** @throws Refusal `precondition_failed` when the caller has seen another version */
export const requireVersion = (ifMatch: string | null, version: string): void => {
  if (ifMatch === null || ifMatch.trim() === '*') return;
  // A proxy that compresses marks the tag as weak; it still names the same version.
  const tags = ifMatch.split(',').map((tag) => tag.trim().replace(/^(?:W\/)?"(.*)"$/, '$1'));
  if (!tags.includes(version)) {
    throw new Refusal('precondition_failed', 'Somebody else saved first.', { details: { version } });
  }
};

/** @throws Refusal `invalid_input` for custom data that the host does not allow, naming the keys */
export const requireAllowedKeys = (
  customData: Readonly<Record<string, unknown>> | undefined,
  customDataKeys: readonly string[],
): void => {
  const foreign = Object.keys(customData ?? {}).filter((key) => !customDataKeys.includes(key));
  if (foreign.length === 0) return;
  const fields = foreign.map((key) => ({ field: `customData.${key}`, expected: 'no such field' }));
  throw new Refusal('invalid_input', `Not as expected: ${foreign.join(', ')}.`, { details: { fields } });
};

/**
 * What to write so that nothing else is lost: Logto replaces branding and custom data as a whole, and holds more in
 * them than is shown here.
 * @throws Refusal `invalid_input` for custom data that the host does not allow, naming the keys
 */
export const mergedChanges = (
  current: LogtoOrganization,
  { name, description, logoUrl, darkLogoUrl, isMfaRequired, customData }: OrganizationUpdate,
  customDataKeys: readonly string[],
): OrganizationChanges => {
  requireAllowedKeys(customData, customDataKeys);
  return {
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
    ...(isMfaRequired !== undefined && { isMfaRequired }),
    ...((logoUrl !== undefined || darkLogoUrl !== undefined) && {
      branding: brandingWith(current.branding, logoUrl, darkLogoUrl),
    }),
    ...(customData && { customData: withoutNull({ ...current.customData, ...customData }, customData) }),
  };
};

const brandingWith = (
  branding: LogtoBranding,
  logoUrl: string | null | undefined,
  darkLogoUrl: string | null | undefined,
): LogtoBranding => {
  const { logoUrl: logo, darkLogoUrl: darkLogo, ...rest } = branding;
  const light = logoUrl === undefined ? logo : logoUrl;
  const dark = darkLogoUrl === undefined ? darkLogo : darkLogoUrl;
  return { ...rest, ...(light && { logoUrl: light }), ...(dark && { darkLogoUrl: dark }) };
};

/** `null` in the change removes the key; a `null` that was there already stays. */
const withoutNull = (
  merged: Record<string, unknown>,
  changes: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(Object.entries(merged).filter(([key]) => changes[key] !== null));
