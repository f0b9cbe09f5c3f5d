import type { OrganizationProfile, OrganizationUpdate } from '../../contract/organization.js';
import type { OrganizationDraft } from '../parts/organization-fields.js';

/** What can be changed about an organization, as a form holds it. */
export interface ProfileValues extends OrganizationDraft {
  readonly isMfaRequired: boolean;
}

/** Names a field as its control's id does: `name`, or `custom-` and a key of custom data. */
export type FieldId = string;

const CUSTOM = 'custom-';

export const toValues = (profile: OrganizationProfile): ProfileValues => ({
  name: profile.name,
  description: profile.description ?? '',
  logoUrl: profile.logoUrl ?? '',
  darkLogoUrl: profile.darkLogoUrl ?? '',
  customData: profile.customData,
  isMfaRequired: profile.isMfaRequired,
});

export const isSame = (left: unknown, right: unknown): boolean =>
  JSON.stringify(left ?? null) === JSON.stringify(right ?? null);

export const valueOf = (values: ProfileValues, field: FieldId): unknown => flat(values)[field] ?? null;

export function withValue(values: ProfileValues, field: FieldId, value: unknown): ProfileValues {
  if (!field.startsWith(CUSTOM)) return { ...values, [field]: value };
  return { ...values, customData: { ...values.customData, [field.slice(CUSTOM.length)]: value } };
}

/** The fields in which the two differ; custom data key by key. */
export function changedFields(from: ProfileValues, to: ProfileValues): FieldId[] {
  const left = flat(from);
  const right = flat(to);
  return Object.keys({ ...left, ...right }).filter((field) => !isSame(left[field], right[field]));
}

/** What is there now, with what was changed since `base`. */
export function merged(base: ProfileValues, mine: ProfileValues, theirs: ProfileValues): ProfileValues {
  return changedFields(base, mine).reduce(
    (values, field) => withValue(values, field, valueOf(mine, field)),
    theirs,
  );
}

/** Only what has changed: what somebody else saves elsewhere stays. */
export function toUpdate(base: ProfileValues, values: ProfileValues): OrganizationUpdate {
  const changed = changedFields(base, values);
  const text = (field: 'description' | 'logoUrl' | 'darkLogoUrl'): object =>
    changed.includes(field) ? { [field]: values[field].trim() || null } : {};
  const custom = changed
    .filter((field) => field.startsWith(CUSTOM))
    .map((field) => [field.slice(CUSTOM.length), valueOf(values, field)]);
  return {
    ...(changed.includes('name') && { name: values.name.trim() }),
    ...text('description'),
    ...text('logoUrl'),
    ...text('darkLogoUrl'),
    ...(changed.includes('isMfaRequired') && { isMfaRequired: values.isMfaRequired }),
    ...(custom.length > 0 && { customData: Object.fromEntries(custom) as Record<string, unknown> }),
  };
}

const flat = ({ customData, ...fields }: ProfileValues): Readonly<Record<FieldId, unknown>> => ({
  ...fields,
  ...Object.fromEntries(Object.entries(customData).map(([key, value]) => [CUSTOM + key, value])),
});
