import type { TemplateResult } from 'lit';
import type { OrganizationSummary } from '../../contract/organization.js';
import { avatar } from './avatar.js';

type Pictured = Pick<OrganizationSummary, 'id' | 'name' | 'logoUrl' | 'darkLogoUrl'>;

/** The logo of an organization, the one for dark pages where there is one. */
export const organizationPicture = (
  { id, name, logoUrl, darkLogoUrl }: Pictured,
  isDark: boolean,
): TemplateResult => avatar(id, name, isDark && darkLogoUrl ? darkLogoUrl : logoUrl);
