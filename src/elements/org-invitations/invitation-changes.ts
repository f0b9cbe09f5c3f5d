import type { nothing, ReactiveController, TemplateResult } from 'lit';
import type { SentInvitation } from '../../contract/invitation.js';
import { ActionController } from '../../controllers/action-controller.js';
import { BatchController } from '../../controllers/batch-controller.js';
import { CopyController } from '../../controllers/copy-controller.js';
import { emit } from '../../events.js';
import { OrgError } from '../../org-error.js';
import type { OrgStore, RunChange } from '../../store/org-store.js';
import { removeInvitation, renewInvitation, resendInvitation } from '../../store/changes/sent-invitations.js';
import { copyByHand } from '../parts/copy-by-hand.js';
import type { InvitationsLocale } from './invitations-parts.js';
import type { OrgInvitations } from './org-invitations.js';
import type { Change, Invitations } from './possible-changes.js';

/** Milliseconds in which what takes something away can be undone: until then nothing is asked of the backend. */
const UNDO = 8_000;

const makers: Readonly<
  Record<Change, (run: RunChange, organizationId: string, id: string) => Promise<unknown>>
> = {
  resend: (run, organizationId, id) => run(resendInvitation(organizationId, id)),
  renew: (run, organizationId, id) => run(renewInvitation(organizationId, id)),
  revoke: (run, organizationId, id) => run(removeInvitation(organizationId, id)),
  remove: (run, organizationId, id) => run(removeInvitation(organizationId, id)),
};

/** Revoked or removed, as far as a person can see; it happens when the time to undo it is over. */
export interface Waiting {
  readonly change: Change;
  readonly invitations: Invitations;
}

interface Scheduled extends Waiting {
  readonly store: OrgStore;
  readonly organizationId: string;
  readonly timer: ReturnType<typeof setTimeout>;
}

interface ChangesParts {
  /** After it was done in the current organization: those that worked, and those that did not. */
  readonly done: (change: Change, worked: Invitations, failed: Invitations) => void;
  readonly organizationId: () => string | null | undefined;
}

/**
 * What is done to invitations, one or many, and to their links. To revoke and to remove can be undone for some seconds, because the call is
 * made only then; whoever leaves the page or removes the element before has it made at once. Loaded when there is
 * something that can be done.
 */
export class InvitationChanges implements ReactiveController {
  readonly #host: OrgInvitations;
  readonly #parts: ChangesParts;
  readonly #batch: BatchController<SentInvitation>;
  readonly #copier: CopyController;
  readonly #actions: Readonly<Record<Change, ActionController<[Invitations], void>>>;
  readonly #errors = new Map<string, OrgError>();
  /** When one may be sent again, by id. */
  readonly #coolDowns = new Map<string, number>();
  #scheduled: Scheduled | undefined;

  constructor(host: OrgInvitations, parts: ChangesParts) {
    this.#host = host;
    this.#parts = parts;
    this.#batch = new BatchController(host);
    this.#copier = new CopyController(host);
    const soon = (change: Change) =>
      new ActionController<[Invitations], void>(
        host,
        `org-before-invitation-${change}`,
        ({ store, organizationId }, invitations) =>
          this.#make(store, organizationId ?? '', change, invitations),
      );
    const later = (change: Change) =>
      new ActionController<[Invitations], void>(
        host,
        `org-before-invitation-${change}`,
        async ({ store, organizationId }, invitations) => {
          this.flush();
          const timer = setTimeout(this.flush, UNDO);
          this.#scheduled = { change, invitations, store, organizationId: organizationId ?? '', timer };
          host.requestUpdate();
        },
      );
    this.#actions = {
      resend: soon('resend'),
      renew: soon('renew'),
      revoke: later('revoke'),
      remove: later('remove'),
    };
    host.addController(this);
  }

  get batch(): BatchController<SentInvitation> {
    return this.#batch;
  }

  get waiting(): Waiting | undefined {
    return this.#scheduled;
  }

  get busy(): boolean {
    return this.#batch.busy || Object.values(this.#actions).some(({ busy }) => busy);
  }

  /** The link that was copied a moment ago. */
  get copiedLink(): string | undefined {
    return this.#copier.copied;
  }

  /** False when the browser does not allow it. */
  copyLink(link: string): Promise<boolean> {
    return this.#copier.copy(link);
  }

  /** The link that the browser did not let be copied. */
  renderRefusedLink({ words }: InvitationsLocale): TemplateResult | typeof nothing {
    return copyByHand(this.#copier, words);
  }

  errorOf({ id }: SentInvitation): OrgError | undefined {
    return this.#errors.get(id);
  }

  /** Milliseconds until it may be sent again; 0 when it may. */
  coolDownOf({ id }: SentInvitation): number {
    return Math.max(0, (this.#coolDowns.get(id) ?? 0) - Date.now());
  }

  get isCoolingDown(): boolean {
    return [...this.#coolDowns.values()].some((until) => until > Date.now());
  }

  isWaiting({ id }: SentInvitation): boolean {
    return this.#scheduled?.invitations.some((one) => one.id === id) ?? false;
  }

  async run(change: Change, invitations: Invitations): Promise<void> {
    await this.#actions[change].run(invitations);
  }

  readonly undo = (): void => {
    clearTimeout(this.#scheduled?.timer);
    this.#scheduled = undefined;
    this.#host.requestUpdate();
  };

  /** Does at once what waits. */
  readonly flush = (): void => {
    const scheduled = this.#scheduled;
    if (!scheduled) return;
    this.undo();
    const { store, organizationId, change, invitations } = scheduled;
    void this.#make(store, organizationId, change, invitations);
  };

  reset(): void {
    this.#errors.clear();
    this.#batch.stop();
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.flush);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.flush);
    this.flush();
  }

  async #make(
    store: OrgStore,
    organizationId: string,
    change: Change,
    invitations: Invitations,
  ): Promise<void> {
    const worked: SentInvitation[] = [];
    const failed: SentInvitation[] = [];
    await store.together(async (run) => {
      const one = async (invitation: SentInvitation): Promise<void> => {
        await makers[change](run, organizationId, invitation.id);
      };
      // One alone does not wait for its cool-down: that is shown.
      const [only] = invitations;
      const results =
        only && invitations.length === 1
          ? [
              await one(only).then(
                () => ({ item: only, error: undefined }),
                (cause: unknown) => ({ item: only, error: OrgError.from(cause) }),
              ),
            ]
          : await this.#batch.run(invitations, one);
      for (const { item, error } of results ?? []) this.#note(item, error, error ? failed : worked);
    });
    if (worked.length > 0) emit(this.#host, `org-invitation-${change}`, { invitations: worked });
    for (const error of failed.flatMap((one) => this.#errors.get(one.id) ?? [])) {
      emit(this.#host, 'org-error', error);
    }
    if (this.#parts.organizationId() === organizationId) this.#parts.done(change, worked, failed);
  }

  #note(item: SentInvitation, error: OrgError | undefined, into: SentInvitation[]): void {
    into.push(item);
    if (error) this.#errors.set(item.id, error);
    else this.#errors.delete(item.id);
    if (error?.code === 'rate_limited' && error.retryAfter) {
      this.#coolDowns.set(item.id, Date.now() + error.retryAfter);
    }
  }
}
