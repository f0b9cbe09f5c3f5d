import type { LocaleController } from '../../controllers/locale-controller.js';
import type { CustomField } from '../parts/custom-fields.js';
import type { FieldId } from './profile-values.js';

/** What a person reads in place of a value of a field. */
export function valueText(
  value: unknown,
  { words, language }: LocaleController<'profile'>,
  field?: CustomField,
): string {
  const choice = field?.choices?.find((one) => one.value === value);
  if (choice) return choice.label;
  if (typeof value === 'boolean') return value ? words.profile.yes : words.profile.no;
  if (typeof value === 'number') return new Intl.NumberFormat(language).format(value);
  return typeof value === 'string' && value.trim() !== '' ? value : words.profile.nothing;
}

/** The host's own field that has this id. */
export const customFieldOf = (field: FieldId, own: readonly CustomField[]): CustomField | undefined =>
  own.find(({ key }) => field === `custom-${key}`);
