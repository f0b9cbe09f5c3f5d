import * as v from 'valibot';
import { identifier } from './identifier.js';
import { roleReference } from './organization.js';
import { pageOf, pageQuery, searchText } from './paging.js';

export const invitationStatus = v.picklist(['pending', 'accepted', 'revoked', 'expired']);
export type InvitationStatus = v.InferOutput<typeof invitationStatus>;

const person = v.object({ name: v.nullable(v.string()), avatar: v.nullable(v.string()) });

/** An invitation as the invited person sees it. */
export const receivedInvitation = v.object({
  id: v.string(),
  status: invitationStatus,
  organization: v.object({
    id: v.string(),
    name: v.string(),
    logoUrl: v.nullable(v.string()),
    darkLogoUrl: v.nullable(v.string()),
  }),
  inviter: v.nullable(person),
  roles: v.array(roleReference),
  /** Epoch milliseconds. */
  createdAt: v.number(),
  /** Epoch milliseconds. */
  expiresAt: v.number(),
});
export type ReceivedInvitation = v.InferOutput<typeof receivedInvitation>;

/** `GET /invitations`: the pending ones for the live primary address of the token's user. */
export const receivedInvitationList = v.object({ items: v.array(receivedInvitation) });
export type ReceivedInvitationList = v.InferOutput<typeof receivedInvitationList>;

/** `POST /invitations/:invitationId/accept` */
export const acceptedInvitation = v.object({ organizationId: v.string() });
export type AcceptedInvitation = v.InferOutput<typeof acceptedInvitation>;

/** An invitation as those see it who invite. */
export const sentInvitation = v.object({
  id: v.string(),
  email: v.string(),
  status: invitationStatus,
  roles: v.array(roleReference),
  inviter: v.nullable(
    v.object({ id: v.string(), name: v.nullable(v.string()), avatar: v.nullable(v.string()) }),
  ),
  /** Epoch milliseconds. */
  createdAt: v.number(),
  /** Epoch milliseconds. */
  expiresAt: v.number(),
  /** The address to open, to be passed on by hand; absent unless pending. Never holds a sign-in token. */
  link: v.optional(v.string()),
});
export type SentInvitation = v.InferOutput<typeof sentInvitation>;

/** Newest or oldest first, what ends next first, or by address. */
export const invitationSort = v.picklist(['newest', 'oldest', 'ends', 'address']);
export type InvitationSort = v.InferOutput<typeof invitationSort>;

/** `GET .../invitations?status&q&sort&page&page_size`: newest first unless told otherwise. */
export const sentInvitationQuery = v.strictObject({
  ...pageQuery,
  status: v.optional(invitationStatus),
  /** Matches the address and the names of the roles. */
  q: v.optional(searchText),
  sort: v.optional(invitationSort, 'newest'),
});
export type SentInvitationQuery = v.InferOutput<typeof sentInvitationQuery>;

export const sentInvitationPage = pageOf(sentInvitation);
export type SentInvitationPage = v.InferOutput<typeof sentInvitationPage>;

const roleIds = v.pipe(v.array(identifier), v.maxLength(20, 'at most 20 roles'));
/** What the mail template may be asked for: nothing else of a client gets into a mail. */
const locale = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i, 'a language tag'));

/** `POST .../invitations` */
export const inviteInput = v.strictObject({
  invitations: v.pipe(
    v.array(
      v.strictObject({
        /** Judged one by one: what is no address fails alone, not the request. */
        email: v.pipe(v.string(), v.maxLength(1000, 'at most 1000 characters')),
        roleIds: v.optional(roleIds),
      }),
    ),
    v.minLength(1, 'at least one address'),
    v.maxLength(100, 'at most 100 addresses'),
  ),
  /** For every address that names none of its own. */
  roleIds: v.optional(roleIds, []),
  /** `mail` sends one to each; `link` only makes the links. */
  delivery: v.optional(v.picklist(['mail', 'link']), 'mail'),
  /** Language of the mail, such as `de` or `pt-BR`. */
  locale: v.optional(locale),
  /** Days until the invitation ends; bounded by the host. */
  lifetimeDays: v.optional(v.pipe(v.number(), v.integer('a whole number'), v.minValue(1, 'at least 1'))),
});
export type InviteInput = v.InferInput<typeof inviteInput>;

export const inviteStatus = v.picklist([
  'invited',
  /** Told only to those who may see the members' addresses; others hear `not_allowed`. */
  'already_member',
  'already_invited',
  /** No address. */
  'invalid',
  /** The same address earlier in this request. */
  'duplicate',
  'rate_limited',
  /** The roles exceed the caller's own, or the host's rule refuses the address. */
  'not_allowed',
  /** A cap of pending invitations is reached. */
  'limit_reached',
  /** The invitation could not be mailed, and was taken back. */
  'mail_failed',
  /** Logto did not answer in time: try this one again. */
  'failed',
]);
export type InviteStatus = v.InferOutput<typeof inviteStatus>;

/** One result for each address, in the order of the request. What worked stays. */
export const inviteResult = v.object({
  items: v.array(
    v.object({
      email: v.string(),
      status: inviteStatus,
      invitation: v.optional(sentInvitation),
      /** Seconds, with `rate_limited`. */
      retryAfter: v.optional(v.number()),
    }),
  ),
});
export type InviteResult = v.InferOutput<typeof inviteResult>;

/** `POST .../invitations/:invitationId/resend` and `.../renew` */
export const sendAgainInput = v.strictObject({ locale: v.optional(locale) });
export type SendAgainInput = v.InferOutput<typeof sendAgainInput>;

/** `POST .../renew`: an expired one is replaced, so the id is new. */
export const renewInput = v.strictObject({
  delivery: v.optional(v.picklist(['mail', 'link']), 'mail'),
  locale: v.optional(locale),
});
export type RenewInput = v.InferInput<typeof renewInput>;
