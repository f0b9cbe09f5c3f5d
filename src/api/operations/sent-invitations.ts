import type {
  InvitationSort,
  InvitationStatus,
  InviteInput,
  InviteResult,
  RenewInput,
  SendAgainInput,
  SentInvitation,
  SentInvitationPage,
} from '../../contract/invitation.js';
import {
  renewInvitationPath,
  resendInvitationPath,
  sentInvitationPath,
  sentInvitationsPath,
} from '../../contract/paths.js';
import { pageParameters, type Operation, type PageRequest } from '../operation.js';

export interface InvitationFilter extends PageRequest {
  readonly status?: InvitationStatus | undefined;
  readonly sort?: InvitationSort | undefined;
}

/** Newest first unless told otherwise. */
export function listInvitations(
  organizationId: string,
  filter: InvitationFilter = {},
): Operation<SentInvitationPage> {
  const query = { ...pageParameters(filter), status: filter.status, sort: filter.sort };
  return { path: sentInvitationsPath(organizationId), organizationId, query };
}

/** A result for each address; what worked stays. */
export function invite(organizationId: string, body: InviteInput): Operation<InviteResult> {
  return { method: 'POST', path: sentInvitationsPath(organizationId), organizationId, body };
}

/** Mails a pending one again. `rate_limited` says when it may be. */
export function resendInvitation(
  organizationId: string,
  invitationId: string,
  body: SendAgainInput = {},
): Operation<SentInvitation> {
  const path = resendInvitationPath(organizationId, invitationId);
  return { method: 'POST', path, organizationId, body };
}

/** Puts a fresh one in place of one that has expired: the id is new. */
export function renewInvitation(
  organizationId: string,
  invitationId: string,
  body: RenewInput = {},
): Operation<SentInvitation> {
  return { method: 'POST', path: renewInvitationPath(organizationId, invitationId), organizationId, body };
}

/** Revokes a pending one; takes one that has ended off the list. */
export function removeInvitation(organizationId: string, invitationId: string): Operation<void> {
  return { method: 'DELETE', path: sentInvitationPath(organizationId, invitationId), organizationId };
}
