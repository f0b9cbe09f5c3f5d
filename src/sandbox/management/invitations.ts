import * as v from 'valibot';
import { generateId } from '../ids.js';
import { LogtoError } from '../logto-error.js';
import type { Invitation, InvitationStatus, Json, JsonObject } from '../rows.js';
import type { Tenant } from '../tenant.js';
import { text } from './guard.js';
import { notFound, orThrow } from './not-found.js';
import { noContent, type ManagementRouter } from './router.js';
import { invitationEntity, invitationStatus } from './views.js';

/** One `@`, no dot at either end of the local part nor two in a row, and a domain with a top level. */
const email = v.pipe(
  v.string(),
  v.maxLength(256),
  v.regex(/^(?!\.)(?!.*\.\.)[\w+'.-]*[\w+-]@(?:[a-z\d][a-z\d-]*\.)+[a-z]{2,}$/i),
);

/** What goes into the mail; any other key passes through to the template. */
const message = v.looseObject({
  code: v.optional(v.string()),
  link: v.optional(v.string()),
  locale: v.optional(v.string()),
  uiLocales: v.optional(v.string()),
});

const columnId = text(21);

const create = v.object({
  inviterId: v.nullish(columnId),
  invitee: email,
  organizationId: columnId,
  expiresAt: v.number(),
  organizationRoleIds: v.optional(v.array(v.string())),
  messagePayload: v.optional(v.union([message, v.literal(false)]), false),
});

const status = v.object({
  status: v.picklist(['Accepted', 'Revoked']),
  acceptedUserId: v.nullish(columnId),
});

/** `/organization-invitations`. */
export const invitationRoutes = (router: ManagementRouter): void => {
  const { tenant } = router;
  const { invitations } = tenant.tables;
  const find = (invitationId: string): Invitation => orThrow(invitations.get(invitationId), notFound);

  // Without a filter: every invitation of the tenant. There is no paging.
  router.route('GET', '/organization-invitations', {}, ({ query }) => {
    const organizationId = query.get('organizationId');
    const inviterId = query.get('inviterId');
    const invitee = query.get('invitee')?.toLowerCase();
    const found = invitations
      .newest()
      .filter(
        (row) =>
          (!organizationId || row.organizationId === organizationId) &&
          (!inviterId || row.inviterId === inviterId) &&
          (!invitee || row.invitee.toLowerCase() === invitee),
      )
      .sort((left, right) => right.createdAt - left.createdAt);
    return { body: found.map((row) => invitationEntity(tenant, row)) };
  });

  router.route('POST', '/organization-invitations', { body: create }, ({ body }) => ({
    status: 201,
    body: invitationEntity(tenant, insertInvitation(tenant, body)),
  }));

  router.route('GET', '/organization-invitations/:id', {}, ({ params }) => ({
    body: invitationEntity(tenant, find(params.id)),
  }));

  router.route('DELETE', '/organization-invitations/:id', {}, ({ params }) => {
    if (!invitations.delete(params.id)) throw notFound();
    return noContent;
  });

  // Asks neither for the status nor for the time: ended invitations are mailed as well.
  router.route('POST', '/organization-invitations/:id/message', { body: message }, ({ params, body }) => {
    sendInvitation(tenant, find(params.id), body);
    return noContent;
  });

  router.route('PUT', '/organization-invitations/:id/status', { body: status }, ({ params, body }) => {
    if (body.status === 'Revoked') return { body: end(tenant, find(params.id), { status: 'Revoked' }) };
    const { acceptedUserId } = body;
    if (!acceptedUserId) throw refuse('The `acceptedUserId` is required when accepting an invitation.');
    return { body: accept(tenant, find(params.id), acceptedUserId) };
  });
};

const insertInvitation = (tenant: Tenant, body: v.InferOutput<typeof create>): Invitation => {
  const { invitations, invitationRoles } = tenant.tables;
  const now = tenant.now();
  if (body.expiresAt <= now) throw refuse('The value of `expiresAt` must be in the future.', 400);
  if (isMember(tenant, body.organizationId, body.invitee)) {
    throw refuse('The invitee is already a member of the organization.');
  }
  return tenant.transaction(() => {
    markExpired(tenant, body.organizationId, body.invitee);
    const invitation = invitations.insert({
      tenantId: tenant.id,
      id: generateId(),
      inviterId: body.inviterId ?? null,
      invitee: body.invitee,
      acceptedUserId: null,
      organizationId: body.organizationId,
      status: 'Pending',
      createdAt: now,
      updatedAt: now,
      expiresAt: body.expiresAt,
    });
    const rows = (body.organizationRoleIds ?? []).map((organizationRoleId) => ({
      organizationInvitationId: invitation.id,
      organizationRoleId,
    }));
    invitationRoles.insertMany(rows, { ignoreExisting: true });
    // A mail that cannot be sent takes the invitation back.
    if (body.messagePayload) sendInvitation(tenant, invitation, body.messagePayload);
    return invitation;
  });
};

/** Compares the address as it is written, so `Foo@x.com` slips past a member `foo@x.com`. */
const isMember = (tenant: Tenant, organizationId: string, email: string): boolean => {
  const user = tenant.tables.users.find('primaryEmail', email);
  return user !== undefined && tenant.accounts.isMember(user.id, organizationId);
};

/** Stores the end of invitations that are over, so that the same address can be invited again. */
const markExpired = (tenant: Tenant, organizationId: string, invitee: string): void => {
  const { invitations } = tenant.tables;
  for (const row of invitations.where('lowerInvitee', invitee.toLowerCase())) {
    const isOver = row.status === 'Pending' && row.expiresAt < tenant.now();
    if (isOver && row.organizationId === organizationId) invitations.update(row.id, { status: 'Expired' });
  }
};

const accept = (tenant: Tenant, invitation: Invitation, userId: string): object => {
  requirePending(tenant, invitation);
  const { organizationUsers, organizationRoleUsers, invitationRoles } = tenant.tables;
  const { organizationId } = invitation;
  return tenant.transaction(() => {
    const user = orThrow(tenant.accounts.get(userId), notFound);
    if (user.primaryEmail?.toLowerCase() !== invitation.invitee.toLowerCase()) {
      throw refuse('The accepted user must have the same email as the invitee.');
    }
    organizationUsers.insertMany([{ organizationId, userId }], { ignoreExisting: true });
    const roles = invitationRoles.where('organizationInvitationId', invitation.id);
    organizationRoleUsers.insertMany(
      roles.map(({ organizationRoleId }) => ({ organizationId, organizationRoleId, userId })),
      { ignoreExisting: true },
    );
    return end(tenant, invitation, { status: 'Accepted', acceptedUserId: userId });
  });
};

const end = (
  tenant: Tenant,
  invitation: Invitation,
  changes: { readonly status: InvitationStatus; readonly acceptedUserId?: string },
): object => {
  requirePending(tenant, invitation);
  const updated = tenant.tables.invitations.update(invitation.id, { ...changes, updatedAt: tenant.now() });
  return { ...invitationEntity(tenant, orThrow(updated, notFound)), status: changes.status };
};

const requirePending = (tenant: Tenant, invitation: Invitation): void => {
  if (invitationStatus(invitation, tenant.now()) !== 'Pending') {
    throw refuse('The status of the invitation cannot be changed anymore.');
  }
};

/** The caller's keys come last, so they can replace the organization and the inviter in the mail. */
const sendInvitation = (
  tenant: Tenant,
  invitation: Invitation,
  payload: v.InferOutput<typeof message>,
): void => {
  const organization = tenant.tables.organizations.get(invitation.organizationId);
  const inviter = invitation.inviterId ? tenant.accounts.get(invitation.inviterId) : undefined;
  const context = {
    ...(organization && {
      organization: { id: organization.id, name: organization.name, branding: { ...organization.branding } },
    }),
    ...(inviter && {
      inviter: {
        id: inviter.id,
        name: inviter.name,
        avatar: inviter.avatar,
        primaryEmail: inviter.primaryEmail,
        primaryPhone: inviter.primaryPhone,
        username: inviter.username,
        profile: inviter.profile,
      },
    }),
  };
  // What a request body holds is JSON.
  const merged = { ...context, ...(payload as Readonly<Record<string, Json>>) } satisfies JsonObject;
  tenant.outbox.send(invitation.invitee, 'OrganizationInvitation', merged);
};

const refuse = (details: string, status = 422): LogtoError =>
  new LogtoError('request.invalid_input', status, { details });
