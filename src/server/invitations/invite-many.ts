import type { InviteInput, InviteResult } from '../../contract/invitation.js';
import { inParallel } from '../in-parallel.js';
import { invitationStatus } from '../invitation-status.js';
import type { LogtoInvitation } from '../management-types.js';
import { isWithin, requireRoles } from '../policy.js';
import { normalizeAddress } from '../../contract/address.js';
import { inviteOne, isAllowedAddress, memberStatus, type InviteContext, type Invited } from './invite-one.js';
import { findMembers, type MemberLookup } from './member-lookup.js';

type Item = InviteResult['items'][number];
type Entry = InviteInput['invitations'][number];

/** One request to invite many; everything about it is checked, but not yet each address. */
export interface InviteMany {
  readonly invitations: readonly Entry[];
  readonly roleIds: readonly string[];
  readonly delivery: 'mail' | 'link';
  readonly locale: string | undefined;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** A result for each address; what worked stays, whatever happens to the others. */
export const inviteMany = async (
  context: InviteContext,
  request: InviteMany,
  show: (invitation: LogtoInvitation) => NonNullable<Item['invitation']>,
): Promise<Item[]> => {
  const { logto, actor } = context;
  // An unknown role is a mistake of the page, not of one address: the request as a whole is refused.
  const everyRole = [...request.roleIds, ...request.invitations.flatMap(({ roleIds = [] }) => roleIds)];
  requireRoles(actor.template, everyRole, 'User');
  const [sent, members] = await Promise.all([
    logto.invitations.of(actor.organizationId),
    findMembers(logto, actor.organizationId),
  ]);
  const pending = sent.filter((invitation) => invitationStatus(invitation) === 'pending');
  const judge = new Judge(context, request, pending, members);
  return inParallel(request.invitations, async (entry, index): Promise<Item> => {
    const outcome = await judge.invite(entry, index).catch((error: unknown): Invited => {
      context.settings.log({ level: 'error', message: 'an invitation failed', cause: error });
      return { status: 'failed' };
    });
    const { status } = outcome;
    if (outcome.status === 'invited') {
      return { email: entry.email, status, invitation: show(outcome.invitation) };
    }
    const { retryAfter } = outcome;
    return { email: entry.email, status, ...(retryAfter !== undefined && { retryAfter }) };
  });
};

/** Judges each address before anything is sent: Logto's own refusals do not tell the reason. */
class Judge {
  readonly #context: InviteContext;
  readonly #request: InviteMany;
  readonly #members: MemberLookup;
  readonly #pending: ReadonlySet<string>;
  /** Index of the first mention of each address. */
  readonly #first = new Map<string, number>();
  #room: number;

  constructor(
    context: InviteContext,
    request: InviteMany,
    pending: readonly LogtoInvitation[],
    members: MemberLookup,
  ) {
    this.#context = context;
    this.#request = request;
    this.#members = members;
    this.#pending = new Set(pending.map(({ invitee }) => invitee.toLowerCase()));
    this.#room = context.settings.invitations.maximumPending - pending.length;
    request.invitations.forEach(({ email }, index) => {
      const address = normalizeAddress(email);
      if (address !== undefined && !this.#first.has(address)) this.#first.set(address, index);
    });
  }

  async invite(entry: Entry, index: number): Promise<Invited> {
    const { actor } = this.#context;
    const { delivery, locale, expiresAt } = this.#request;
    const email = normalizeAddress(entry.email);
    if (email === undefined) return { status: 'invalid' };
    if (this.#first.get(email) !== index) return { status: 'duplicate' };
    const roles = requireRoles(actor.template, entry.roleIds ?? this.#request.roleIds, 'User');
    if (!isWithin(actor, roles)) return { status: 'not_allowed' };
    if (this.#pending.has(email)) return { status: 'already_invited' };
    if (await this.#members.includes(email)) return { status: memberStatus(this.#context) };
    // One that throws or hangs fails this address, and no other.
    if (!(await isAllowedAddress(this.#context, email))) return { status: 'not_allowed' };
    if (this.#room <= 0) return { status: 'limit_reached' };
    this.#room -= 1;
    const outcome = await inviteOne(this.#context, { email, roles, expiresAt, delivery, locale });
    if (outcome.status !== 'invited') this.#room += 1;
    return outcome;
  }
}
