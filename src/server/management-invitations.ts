import { data, done, gone, orAbsent } from './management-answer.js';
import type { ManagementCalls } from './management-calls.js';
import type { LogtoInvitation } from './management-types.js';

/** Invitations: never asked for without a filter, which would answer with those of the whole tenant. */
export class ManagementInvitations {
  readonly #calls: ManagementCalls;

  constructor(calls: ManagementCalls) {
    this.#calls = calls;
  }

  of(organizationId: string): Promise<readonly LogtoInvitation[]> {
    return this.#list({ organizationId });
  }

  to(invitee: string): Promise<readonly LogtoInvitation[]> {
    return this.#list({ invitee });
  }

  async #list(
    query: { readonly organizationId: string } | { readonly invitee: string },
  ): Promise<readonly LogtoInvitation[]> {
    const [filter] = Object.values(query) as [string];
    if (filter === '') throw new TypeError('invitations need a filter');
    return data(
      this.#calls.client.GET('/api/organization-invitations', { params: { query }, ...this.#calls.safe() }),
    );
  }

  find(id: string): Promise<LogtoInvitation | undefined> {
    const params = { path: { id } };
    return orAbsent(
      this.#calls.client.GET('/api/organization-invitations/{id}', { params, ...this.#calls.safe() }),
    );
  }

  /** Without a mail: the link needs the id. */
  create(invitation: {
    readonly organizationId: string;
    readonly inviterId: string | null;
    readonly invitee: string;
    readonly expiresAt: number;
    readonly organizationRoleIds: string[];
  }): Promise<LogtoInvitation> {
    const body = { ...invitation, messagePayload: false as const };
    return data(this.#calls.client.POST('/api/organization-invitations', { body, ...this.#calls.once() }));
  }

  send(id: string, message: { readonly link: string; readonly locale?: string | undefined }): Promise<void> {
    const params = { path: { id } };
    const body = { link: message.link, ...(message.locale !== undefined && { locale: message.locale }) };
    return done(
      this.#calls.client.POST('/api/organization-invitations/{id}/message', {
        params,
        body,
        ...this.#calls.once('text'),
      }),
    );
  }

  async end(
    id: string,
    change: { readonly status: 'Revoked' } | { readonly status: 'Accepted'; readonly acceptedUserId: string },
  ): Promise<void> {
    await data(
      this.#calls.client.PUT('/api/organization-invitations/{id}/status', {
        params: { path: { id } },
        body: change,
        ...this.#calls.once(),
      }),
    );
  }

  delete(id: string): Promise<void> {
    const params = { path: { id } };
    return gone(
      this.#calls.client.DELETE('/api/organization-invitations/{id}', { params, ...this.#calls.safe() }),
    );
  }

  /** Signs in whoever holds it: it goes into the mail and nowhere else. */
  async createOneTimeToken(email: string, expiresIn: number): Promise<string> {
    const body = { email, expiresIn };
    const { token } = await data(
      this.#calls.client.POST('/api/one-time-tokens', { body, ...this.#calls.once() }),
    );
    return token;
  }
}
