import { html, nothing, type TemplateResult } from 'lit';
import type { OrganizationProfile } from '../../contract/organization.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { CustomField } from '../parts/custom-fields.js';
import { logoPreview } from '../parts/logo-preview.js';
import { valueText } from './field-text.js';

interface ProfileView {
  readonly profile: OrganizationProfile;
  readonly locale: LocaleController<'profile' | 'form'>;
  readonly customFields: readonly CustomField[];
  readonly hasMfa: boolean;
  readonly hasLogos: boolean;
}

/** What an organization is, for whoever may not change it: only what there is. */
export function profileView({
  profile,
  locale,
  customFields,
  hasMfa,
  hasLogos,
}: ProfileView): TemplateResult {
  const { form, profile: words } = locale.words;
  const { name, description, customData, isMfaRequired } = profile;
  const own = customFields.filter(({ key }) => (customData[key] ?? '') !== '');
  return html`<dl class="facts" part="facts">
    ${hasLogos ? logos(profile, locale) : nothing} ${fact(form.name, name)}
    ${description ? fact(form.description, description) : nothing}
    ${own.map((field) => fact(field.label, valueText(customData[field.key], locale, field)))}
    ${hasMfa ? fact(words.mfa, isMfaRequired ? words.mfaRequired : words.mfaNotRequired) : nothing}
    ${origin(profile, locale)}
  </dl>`;
}

/** What nobody changes: the id, and since when there is the organization. */
export function originFacts(
  profile: OrganizationProfile,
  locale: LocaleController<'profile'>,
): TemplateResult {
  return html`<dl class="facts" part="facts">${origin(profile, locale)}</dl>`;
}

const origin = (
  { id, createdAt }: OrganizationProfile,
  { language, words }: LocaleController<'profile'>,
): TemplateResult =>
  html`${fact(words.profile.id, id)}
  ${fact(words.profile.created, new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(createdAt))}`;

const fact = (label: string, text: string): TemplateResult =>
  html`<div class="fact" part="fact">
    <dt>${label}</dt>
    <dd><bdi>${text}</bdi></dd>
  </div>`;

function logos(
  { logoUrl, darkLogoUrl }: OrganizationProfile,
  { words: { form } }: LocaleController<'form'>,
): TemplateResult | typeof nothing {
  if (!logoUrl && !darkLogoUrl) return nothing;
  return html`<div class="fact" part="fact">
    <dt>${form.logo}</dt>
    <dd class="logos">
      ${logoUrl ? logoPreview(logoUrl, false, form.logo) : nothing}${darkLogoUrl ? logoPreview(darkLogoUrl, true, form.darkLogo) : nothing}
    </dd>
  </div>`;
}
