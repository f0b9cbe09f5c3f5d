import type { ProfileWords } from '../words/profile.js';

export const profile: ProfileWords = {
  id: 'ID',
  created: 'Created',
  mfa: 'Multi-factor authentication',
  mfaRequired: 'Required',
  mfaNotRequired: 'Not required',
  yes: 'Yes',
  no: 'No',
  nothing: 'Empty',
  none: (term) => `No ${term.one} is chosen. Choose one to see its settings.`,
};
