import { imageAddress } from './image-address.js';
import type { LogtoOrganization } from './management-types.js';

/** The fields of an organization that its members see. */
export const shownFields = ({ id, name, description, branding, isMfaRequired }: LogtoOrganization) => ({
  id,
  name,
  description,
  logoUrl: imageAddress(branding.logoUrl),
  darkLogoUrl: imageAddress(branding.darkLogoUrl),
  isMfaRequired,
});
