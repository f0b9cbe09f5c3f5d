import type { InviteResult } from '../../contract/invitation.js';
import type { Actor } from '../actor.js';
import { maySeeAddresses } from '../addresses.js';
import { rateLimited } from '../limits/change-limits.js';
import type { Management } from '../management.js';
import type { LogtoInvitation } from '../management-types.js';
import { Refusal } from '../refusal.js';
import type { Settings } from '../settings.js';
import type { TemplateRole } from '../template.js';
import { UpstreamError } from '../upstream-error.js';
import { within } from '../within.js';
import { sendMail } from './send-mail.js';

export type InviteStatus = InviteResult['items'][number]['status'];

export interface Invite {
  /** In lower case. */
  readonly email: string;
  readonly roles: readonly TemplateRole[];
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  readonly delivery: 'mail' | 'link';
  readonly locale: string | undefined;
}

export type Invited =
  | { readonly status: 'invited'; readonly invitation: LogtoInvitation }
  | { readonly status: Exclude<InviteStatus, 'invited'>; readonly retryAfter?: number };

export interface InviteContext {
  readonly settings: Settings;
  readonly logto: Management;
  readonly actor: Actor;
}

/** The host's own rule. @throws when it throws or hangs: what could not be asked has not agreed */
export const isAllowedAddress = async (
  { settings, actor }: InviteContext,
  email: string,
): Promise<boolean> => {
  const { allowAddress } = settings.invitations;
  return !allowAddress || within(settings.hooks.timeoutMs, () => allowAddress(email, actor.organizationId));
};

/** Who belongs here is told to those who see the members' addresses anyway. */
export const memberStatus = ({ actor, settings }: InviteContext): 'already_member' | 'not_allowed' =>
  maySeeAddresses(actor, settings) ? 'already_member' : 'not_allowed';

/** Makes one invitation and mails it; when that fails, takes it back. Everything was judged before. */
export const inviteOne = async (context: InviteContext, invite: Invite): Promise<Invited> => {
  const { settings, logto } = context;
  const limited = await takeLimits(context, invite);
  if (limited > 0) return { status: 'rate_limited', retryAfter: limited };
  let invitation: LogtoInvitation;
  try {
    invitation = await create(context, invite);
  } catch (error) {
    return { status: creationStatus(context, error) };
  }
  if (invite.delivery === 'link') return { status: 'invited', invitation };
  try {
    await sendMail(settings, logto, invitation, invite.locale);
    return { status: 'invited', invitation };
  } catch (error) {
    const isTakenBack = await logto
      .detached()
      .invitations.delete(invitation.id)
      .then(
        () => true,
        () => false,
      );
    settings.log({ level: 'error', message: 'an invitation could not be mailed', cause: error });
    if (!isTakenBack) return { status: 'failed' };
    return error instanceof Refusal && error.retryAfter !== undefined
      ? { status: 'rate_limited', retryAfter: error.retryAfter }
      : { status: 'mail_failed' };
  }
};

/** Seconds to wait; 0 when all limits allow it. */
const takeLimits = async (
  { settings, actor }: InviteContext,
  { email, delivery }: Invite,
): Promise<number> => {
  const { rateLimiter, limits } = settings;
  const { identity, organizationId } = actor;
  const uses = [
    [`invitations:person:${identity.userId}`, limits.invitationsPerPerson],
    [`invitations:organization:${organizationId}`, limits.invitationsPerOrganization],
    ...(delivery === 'mail' ? [[`mails:${email}`, limits.mailsPerRecipient] as const] : []),
  ] as const;
  for (const [key, rate] of uses) {
    const wait = await rateLimiter.take(key, rate);
    if (wait > 0) return wait;
  }
  return 0;
};

/**
 * Makes the invitation. A call that got no answer may have been carried out: then the invitation is there, and is taken
 * as made; otherwise the call is safe to make once more.
 */
const create = async ({ logto, actor }: InviteContext, invite: Invite): Promise<LogtoInvitation> => {
  const { organizationId, identity } = actor;
  const wanted = {
    organizationId,
    inviterId: identity.userId,
    invitee: invite.email,
    expiresAt: invite.expiresAt,
    organizationRoleIds: invite.roles.map(({ id }) => id),
  };
  try {
    return await logto.invitations.create(wanted);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const made = (await logto.invitations.to(invite.email)).find(
      (found) =>
        found.organizationId === organizationId &&
        found.inviterId === identity.userId &&
        found.status === 'Pending' &&
        found.expiresAt === invite.expiresAt,
    );
    return made ?? logto.invitations.create(wanted);
  }
};

/** Logto has one code for several refusals here, and tells the reason in a sentence only: hence the checks before. */
const creationStatus = (context: InviteContext, error: unknown): Exclude<InviteStatus, 'invited'> => {
  if (!(error instanceof UpstreamError)) return 'failed';
  if (error.code === 'entity.unique_integrity_violation') return 'already_invited';
  if (error.code === 'guard.invalid_input') return 'invalid';
  return error.status === 422 ? memberStatus(context) : 'failed';
};

/** The same outcomes for one invitation alone, as an error. */
export const outcomeAsRefusal = ({
  status,
  retryAfter,
}: Exclude<Invited, { status: 'invited' }>): Refusal => {
  if (status === 'rate_limited') return rateLimited(retryAfter ?? 60);
  if (status === 'failed' || status === 'mail_failed') {
    return new Refusal('unavailable', 'The invitation could not be sent.', { details: { status } });
  }
  if (status === 'not_allowed') return new Refusal('forbidden', 'The address is not allowed.');
  return new Refusal('conflict', 'The invitation cannot be made.', { details: { status } });
};
