import type { Management } from './management.js';
import type { LogtoUser } from './management-types.js';
import { Refusal } from './refusal.js';

/**
 * The account of a token's person as it is now.
 * @throws Refusal `unauthenticated` when it is gone or suspended since the token was issued
 */
export const liveAccount = async (logto: Management, userId: string): Promise<LogtoUser> => {
  const user = await logto.user(userId);
  if (!user || user.isSuspended) throw new Refusal('unauthenticated', 'The account is gone.');
  return user;
};
