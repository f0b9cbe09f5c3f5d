import type { User } from './rows.js';

type Given = 'id' | 'createdAt' | 'updatedAt';

/** The columns of an account that nothing is known of: as the database fills them. */
export const blankUser = (): Omit<User, Given> => ({
  username: null,
  primaryEmail: null,
  primaryPhone: null,
  name: null,
  avatar: null,
  customData: {},
  identities: {},
  profile: {},
  applicationId: null,
  isSuspended: false,
  lastSignInAt: null,
  hasPassword: false,
  mfaVerifications: [],
});
