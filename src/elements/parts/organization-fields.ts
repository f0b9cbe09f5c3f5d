import { html, nothing, type TemplateResult } from 'lit';
import type { FormController } from '../../controllers/form-controller.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { OrgError } from '../../org-error.js';
import type { OrganizationInput } from '../../contract/organization.js';
import { customErrors, customFields, type CustomData, type CustomField } from './custom-fields.js';
import { isHttps, logoField } from './logo-field.js';
import { textField } from './text-field.js';
import type { LogoUpload } from './logo-upload.js';

/** What a person fills in about an organization. */
export interface OrganizationDraft {
  readonly name: string;
  readonly description: string;
  readonly logoUrl: string;
  readonly darkLogoUrl: string;
  readonly customData: CustomData;
}

export const emptyDraft: OrganizationDraft = {
  name: '',
  description: '',
  logoUrl: '',
  darkLogoUrl: '',
  customData: {},
};

// As Logto's columns have them.
const NAME_LENGTH = 128;
const DESCRIPTION_LENGTH = 256;

interface OrganizationFields {
  readonly form: FormController<OrganizationDraft>;
  readonly locale: LocaleController<'form'>;
  readonly nameHint?: string;
  readonly customFields: readonly CustomField[];
  readonly upload: LogoUpload | undefined;
  readonly isReadonly?: boolean;
  /** Leaves both logos out. */
  readonly withoutLogos?: boolean;
}

/** Name, description, both logos, and the host's own fields. */
export function organizationFields(fields: OrganizationFields): TemplateResult {
  const { form, locale, upload, isReadonly = false } = fields;
  const { values, errors } = form;
  const { words } = locale;
  const logo = (id: 'logoUrl' | 'darkLogoUrl', label: string): TemplateResult =>
    logoField({
      id,
      label,
      value: values[id],
      locale,
      isReadonly,
      isDark: id === 'darkLogoUrl',
      isSaved: form.changes[id] === undefined,
      error: errors[id],
      change: (address) => form.set(id, address),
      upload: upload && ((file) => void upload.start(id, file)),
      isUploading: upload?.busy === id,
    });
  return html`${textField({
    id: 'name',
    label: words.form.name,
    value: values.name,
    locale,
    isRequired: true,
    isFirst: true,
    isReadonly,
    maximum: NAME_LENGTH,
    hint: fields.nameHint ?? '',
    error: errors.name,
    change: (text) => form.set('name', text),
  })}
  ${textField({
    id: 'description',
    label: words.form.description,
    value: values.description,
    locale,
    isMultiline: true,
    isReadonly,
    maximum: DESCRIPTION_LENGTH,
    error: errors.description,
    change: (text) => form.set('description', text),
  })}
  ${
    fields.withoutLogos
      ? nothing
      : html`${logo('logoUrl', words.form.logo)} ${logo('darkLogoUrl', words.form.darkLogo)}`
  }
  ${customFields({
    fields: fields.customFields,
    data: values.customData,
    errors: customErrorsOf(fields),
    locale,
    isReadonly,
    change: (data) => form.set('customData', data),
  })}`;
}

// Those of the host's own fields are shown together: the form keeps one word for all of them.
function customErrorsOf({
  form,
  customFields: own,
  locale,
}: OrganizationFields): Readonly<Record<string, string>> {
  return form.errors.customData === undefined
    ? {}
    : customErrors(own, form.values.customData, locale.words.form);
}

/** Marks what is not taken. True when all is. What nobody has touched is taken as it is. */
export function judgeDraft(
  form: FormController<OrganizationDraft>,
  { form: words }: LocaleController<'form'>['words'],
  own: readonly CustomField[],
): boolean {
  const { name, description, customData } = form.values;
  const logo = (address = ''): string | undefined =>
    address.trim() === '' || isHttps(address.trim()) ? undefined : words.notHttps;
  const length = (text: string, most: number): string | undefined =>
    [...text.trim()].length > most ? words.tooLong(most) : undefined;
  return form.judge({
    name: name.trim() === '' ? words.required : length(name, NAME_LENGTH),
    description: length(description, DESCRIPTION_LENGTH),
    logoUrl: logo(form.changes.logoUrl),
    darkLogoUrl: logo(form.changes.darkLogoUrl),
    customData: Object.values(customErrors(own, customData, words))[0],
  });
}

/** Marks the fields that the backend did not take. */
export function judgeByBackend(
  form: FormController<OrganizationDraft>,
  error: OrgError | undefined,
  { form: words }: LocaleController<'form'>['words'],
): void {
  const fields = error?.details?.['fields'];
  if (error?.code !== 'invalid_input' || !Array.isArray(fields)) return;
  const names = fields.map((entry: { readonly field?: unknown }) => String(entry.field).split('.')[0] ?? '');
  form.judge(Object.fromEntries(names.map((name) => [name, words.notTaken])));
}

/** As the backend takes it: without white space around, and empty fields left out. */
export function toInput({
  name,
  description,
  logoUrl,
  darkLogoUrl,
  customData,
}: OrganizationDraft): OrganizationInput {
  const filled = Object.entries(customData).filter(([, value]) => value !== null && value !== '');
  return {
    name: name.trim(),
    ...(description.trim() && { description: description.trim() }),
    ...(logoUrl.trim() && { logoUrl: logoUrl.trim() }),
    ...(darkLogoUrl.trim() && { darkLogoUrl: darkLogoUrl.trim() }),
    ...(filled.length > 0 && { customData: Object.fromEntries(filled) }),
  };
}
