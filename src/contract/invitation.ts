import * as v from 'valibot';
import { roleReference } from './organization.js';

export const invitationStatus = v.picklist(['pending', 'accepted', 'revoked', 'expired']);
export type InvitationStatus = v.InferOutput<typeof invitationStatus>;

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
  inviter: v.nullable(v.object({ name: v.nullable(v.string()), avatar: v.nullable(v.string()) })),
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
