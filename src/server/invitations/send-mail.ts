import { rateLimited } from '../limits/change-limits.js';
import type { Management } from '../management.js';
import type { LogtoInvitation } from '../management-types.js';
import { Refusal } from '../refusal.js';
import type { Settings } from '../settings.js';
import { UpstreamError } from '../upstream-error.js';
import { invitationLink } from './link.js';

/** Logto takes ten messages to one recipient in ten minutes. */
const LOGTO_WINDOW_SECONDS = 600;

/**
 * Has Logto mail an invitation. Into the mail go the link that the server made and the language, nothing else: any
 * other key would replace what Logto tells the template about the organization and the inviter.
 *
 * @throws Refusal `rate_limited` by Logto's own limit, `unavailable` without a mail connector
 */
export const sendMail = async (
  settings: Settings,
  logto: Management,
  { id, invitee, expiresAt }: LogtoInvitation,
  locale: string | undefined,
): Promise<void> => {
  const seconds = Math.max(1, Math.floor((expiresAt - Date.now()) / 1000));
  // It signs in whoever holds it, so it is for the mail alone, and lives as long as the invitation.
  const token = settings.invitations.magicLinks
    ? await logto.invitations.createOneTimeToken(invitee, seconds)
    : undefined;
  const link = invitationLink(settings, { id, email: invitee, ...(token !== undefined && { token }) });
  if (link === undefined) throw new Refusal('forbidden', 'Invitations are not set up.');
  try {
    await logto.invitations.send(id, { link, locale });
  } catch (error) {
    if (error instanceof UpstreamError && error.status === 429) throw rateLimited(LOGTO_WINDOW_SECONDS);
    if (error instanceof UpstreamError) {
      throw new Refusal('unavailable', 'The mail could not be sent.', { cause: error });
    }
    throw error;
  }
};
