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

/** @throws Refusal `invalid_input` for custom data that the host or the database does not take, naming the keys */
export const requireAllowedData = (
  customData: Readonly<Record<string, unknown>> | undefined,
  customDataKeys: readonly string[],
): void => {
  const entries = Object.entries(customData ?? {});
  const foreign = entries.filter(([key]) => !customDataKeys.includes(key));
  const unfit = entries.filter(([key, value]) => customDataKeys.includes(key) && !canBeStored(value));
  const fields = [
    ...foreign.map(([key]) => ({ field: `customData.${key}`, expected: 'no such field' })),
    ...unfit.map(([key]) => ({ field: `customData.${key}`, expected: STORABLE })),
  ];
  if (fields.length === 0) return;
  const names = [...foreign, ...unfit].map(([key]) => key).join(', ');
  throw new Refusal('invalid_input', `Not as expected: ${names}.`, { details: { fields } });
};

/** Deeper than any form needs. Some thousands could be saved, and not be read again. */
const DEEPEST = 32;
const STORABLE = `at most ${DEEPEST} levels, and text without U+0000 and lone surrogates`;

/** Whether PostgreSQL's `jsonb` takes it: Logto fails otherwise, and does not say why. */
const canBeStored = (value: unknown, levels = DEEPEST): boolean => {
  if (typeof value === 'string') return isText(value);
  if (typeof value !== 'object' || value === null) return true;
  return (
    levels > 0 && Object.entries(value).every(([key, inner]) => isText(key) && canBeStored(inner, levels - 1))
  );
};

const isText = (text: string): boolean => !/[\0\p{Cs}]/u.test(text);

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
  requireAllowedData(customData, customDataKeys);
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
