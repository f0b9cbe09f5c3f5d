import type { ReactiveControllerHost } from 'lit';
import type { AcceptedInvitation, ReceivedInvitation } from '../contract/invitation.js';
import { emit } from '../events.js';
import type { OrgError } from '../org-error.js';
import { acceptInvitation, declineInvitation } from '../store/changes/received-invitations.js';
import { ActionController } from './action-controller.js';

/**
 * Accepts and declines the person's invitations, one at a time: with the events before and after. What an accepted one
 * leads to is in the list of organizations when it resolves.
 */
export class AnswerController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #accept: ActionController<[ReceivedInvitation], AcceptedInvitation>;
  readonly #decline: ActionController<[ReceivedInvitation], boolean>;
  #busyId: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#accept = new ActionController(host, 'org-before-invitation-accept', ({ store }, { id }) =>
      store.run(acceptInvitation(id)),
    );
    this.#decline = new ActionController(host, 'org-before-invitation-decline', async ({ store }, { id }) => {
      await store.run(declineInvitation(id));
      return true;
    });
  }

  /** The id of the invitation that is being answered; the others wait for it. */
  get busyId(): string | undefined {
    return this.#busyId;
  }

  /** Of the last answer. */
  get error(): OrgError | undefined {
    return this.#accept.error ?? this.#decline.error;
  }

  /** Forgets the error. */
  reset(): void {
    this.#accept.reset();
    this.#decline.reset();
  }

  /** Whether the person is a member now. */
  async accept(invitation: ReceivedInvitation): Promise<boolean> {
    const accepted = await this.#answer(invitation, this.#accept);
    if (!accepted) return false;
    const { organizationId } = accepted;
    emit(this.#host, 'org-invitation-accept', { invitationId: invitation.id, organizationId });
    return true;
  }

  /** Whether the invitation is over now. */
  async decline(invitation: ReceivedInvitation): Promise<boolean> {
    if (!(await this.#answer(invitation, this.#decline))) return false;
    const { id: invitationId, organization } = invitation;
    emit(this.#host, 'org-invitation-decline', { invitationId, organizationId: organization.id });
    return true;
  }

  async #answer<Result>(
    invitation: ReceivedInvitation,
    action: ActionController<[ReceivedInvitation], Result>,
  ): Promise<Result | undefined> {
    if (this.#busyId !== undefined) return undefined;
    this.reset();
    this.#busyId = invitation.id;
    this.#host.requestUpdate();
    const result = await action.run(invitation);
    this.#busyId = undefined;
    this.#host.requestUpdate();
    return result;
  }
}
