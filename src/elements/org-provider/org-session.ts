import { OrgApi } from '../../api/org-api.js';
import type { TokenSource } from '../../api/token-source.js';
import type { OrganizationList } from '../../contract/organization.js';
import { emit } from '../../events.js';
import type { OrgError } from '../../org-error.js';
import { ActiveOrganization } from '../../store/active-organization.js';
import type { OrganizationMemory, Remember, Remembered } from '../../store/organization-memory.js';
import { OrgStore } from '../../store/org-store.js';
import { organization, organizations } from '../../store/queries/organizations.js';
import { organizationKey, organizationsKey } from '../../store/query-keys.js';
import type { QueryWatch } from '../../store/query-watch.js';
import { TabSync } from '../../store/tab-sync.js';
import type { Holding, PermissionWatch } from './permission-watch.js';

export interface OrgSessionOptions {
  /** The provider: events are emitted on it. */
  readonly host: HTMLElement & { readonly remember: Remember };
  /** Something that the context shows has changed. */
  readonly onUpdate: () => void;
  /** The tokens are refused for good. */
  readonly onSignedOut: () => void;
  readonly baseUrl: string;
  readonly tokens: TokenSource;
  /** Tells one application from another on the same origin. */
  readonly name: string;
  readonly memory: OrganizationMemory;
  /** What the page wants to begin with. */
  readonly requested: Remembered;
  /** True while the page itself says which organization it is about: then no other tab is followed. */
  readonly isPinned: () => boolean;
  /** The page is for an operator: organizations that are not the person's own may be opened. */
  readonly isOperator: boolean;
  /** Milliseconds after which the person's organizations are asked for again, over and over. */
  readonly refetchInterval: number;
}

/** Everything that lives while one person is signed in to one provider. */
export class OrgSession {
  readonly store: OrgStore;
  refusal: { readonly organizationId: string; readonly error: OrgError } | undefined;
  readonly #options: OrgSessionOptions;
  readonly #active: ActiveOrganization;
  /** Answers that are compared with the next ones, by key. */
  readonly #answers = new Map<string, Holding>();
  readonly #ownChanges = new Set<string>();
  /** Organizations that the backend did not open to the operator. */
  readonly #closed = new Set<string>();
  /** The last organization whose token was not refused: where an undone switch goes back to. */
  #confirmed: string | null = null;
  #turn = 0;
  #confirmedTurn = 0;
  /** The switch to make when the list has come. */
  #waiting: Remembered;
  #isStarted = false;
  #list: QueryWatch<OrganizationList> | undefined;
  #sync: TabSync | undefined;
  #watching: Promise<PermissionWatch> | undefined;
  #stopFollowing: (() => void) | undefined;

  constructor(options: OrgSessionOptions) {
    this.#options = options;
    const { host, baseUrl, tokens, memory, requested } = options;
    this.#active = new ActiveOrganization(
      memory,
      requested,
      (id) => this.#isOperating(id) && !this.#closed.has(id),
    );
    const api = new OrgApi({
      baseUrl,
      tokens,
      asOperator: (organizationId) => this.#isOperating(organizationId),
      onDrift: (organizationId, token) => void this.#compare((watch) => watch.heed(organizationId, token)),
    });
    this.store = new OrgStore(api, {
      onTokensStale: async (organizationId) => {
        this.#ownChanges.add(organizationId);
        await tokens.drop();
      },
      onData: (key, data) => this.#note(key.join(), data),
      onChange: (keys) => this.#sync?.tell(keys),
      onQueryError: (error, organizationId) => {
        const isGuess = organizationId !== undefined && !this.isReady;
        // The one that was kept is none of the person's: that is no failure, the list will tell another.
        if (!isGuess && this.#isStarted) emit(host, 'org-error', error);
        void this.#suspect(error, organizationId);
      },
    });
  }

  get organizationId(): string | null {
    // Whose token opens what was kept is known only with the list: an operator's page does not guess.
    return this.#options.isOperator && !this.isReady ? null : this.#active.current;
  }

  get recent(): readonly string[] {
    return this.#active.recent;
  }

  /** False until the current organization is settled. */
  get isReady(): boolean {
    return this.#active.isKnown;
  }

  /** Why it cannot be settled. */
  get error(): OrgError | undefined {
    return this.isReady ? undefined : this.#list?.error;
  }

  /** Begins, or goes on after `stop`. */
  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    const { store } = this;
    store.start();
    this.#sync = new TabSync(this.#options.name, (keys) => void store.invalidate(...keys));
    this.#stopFollowing = this.#active.subscribe((id) => {
      if (this.#options.isPinned()) return;
      this.#move(() => this.#active.follow(id));
      this.#confirm(id, ++this.#turn);
    });
    const { organizationId } = this;
    if (organizationId === null) this.#watchList();
    else {
      this.#options.onUpdate();
      setTimeout(() => void this.#checkAfterwards(organizationId));
    }
  }

  /** Lets go of everything outside. */
  stop(): void {
    this.#isStarted = false;
    this.#list?.stop();
    this.#list = undefined;
    this.#sync?.close();
    this.#stopFollowing?.();
    this.store.stop();
  }

  dismissRefusal(): void {
    this.refusal = undefined;
    this.#options.onUpdate();
  }

  /** The current organization, where an operator has opened one that is none of the person's. */
  get operating(): string | false | null {
    const id = this.organizationId;
    return id && this.#isOperating(id) && id;
  }

  /** The page's own wish. */
  async request(organizationId: Remembered): Promise<void> {
    // A page that keeps the current organization itself sets what was just chosen in it.
    if (organizationId !== undefined && (this.isReady || organizationId === this.#waiting)) {
      await this.switchTo(organizationId);
    } else if (!this.isReady) {
      this.#waiting = undefined;
      this.#active.request(organizationId);
      this.#options.onUpdate();
    }
  }

  /** Switches at once, then asks for the token, or, for an operator, the backend; a refusal undoes the switch. */
  async switchTo(organizationId: string | null): Promise<void> {
    // Without the list nobody knows whose token opens it, nor where a refusal leads back to.
    this.#watchList();
    if (!this.isReady) {
      this.#waiting = organizationId;
      return;
    }
    if (organizationId === this.organizationId) return;
    const turn = ++this.#turn;
    this.refusal = undefined;
    this.#active.choose(organizationId);
    this.#options.onUpdate();
    try {
      if (organizationId) await this.#enter(organizationId);
      this.#confirm(organizationId, turn);
      this.#options.onUpdate();
    } catch (error) {
      if (organizationId) this.#undo(organizationId, error as OrgError);
    }
  }

  #isOperating(organizationId: string): boolean {
    return this.#options.isOperator && this.#active.isForeign(organizationId);
  }

  /** @throws OrgError */
  async #enter(organizationId: string): Promise<void> {
    if (this.#isOperating(organizationId)) {
      // An operator's token says nothing about the organization.
      await this.store.ask(organization(organizationId));
      this.#closed.delete(organizationId);
    } else {
      await this.#options.tokens.getToken({ organizationId });
      this.#active.confirm(organizationId);
    }
  }

  /** Tokens may be granted after the next switch; the last choice that holds is what counts. */
  #confirm(organizationId: string | null, turn: number): void {
    if (turn < this.#confirmedTurn) return;
    this.#confirmed = organizationId;
    this.#confirmedTurn = turn;
  }

  #undo(organizationId: string, error: OrgError): void {
    // By now somebody else may be signed in, or nobody.
    if (error.code === 'aborted') return;
    if (this.organizationId === organizationId) {
      this.refusal = { organizationId, error };
      this.#move(() => this.#active.restore(this.#confirmed));
    }
    emit(this.#options.host, 'org-error', error);
    void this.#suspect(error, organizationId);
  }

  /** The list only checks what was kept: the widgets, which have asked by now, need not wait for it, nor share the line. */
  async #checkAfterwards(organizationId: string): Promise<void> {
    await this.store.settled(organizationKey(organizationId));
    this.#watchList();
  }

  #watchList(): void {
    if (this.#list || !this.#isStarted) return;
    const { refetchInterval } = this.#options;
    this.#list = this.store.watch({ ...organizations(), refetchInterval }, () => this.#settle());
    this.#settle();
  }

  #settle(): void {
    const items = this.#list?.data?.items;
    if (items) {
      const ids = items.map(({ id }) => id);
      const wasReady = this.isReady;
      const previous = this.organizationId;
      const hasChanged = this.#active.settle(ids);
      if (hasChanged || !wasReady) this.#confirm(this.organizationId, ++this.#turn);
      if (hasChanged && wasReady) this.#tellMove(previous);
      const waiting = this.#waiting;
      this.#waiting = undefined;
      if (waiting !== undefined) void this.switchTo(waiting);
    }
    this.#options.onUpdate();
  }

  #move(apply: () => void): void {
    const previous = this.organizationId;
    apply();
    this.#options.onUpdate();
    if (this.organizationId !== previous) this.#tellMove(previous);
  }

  #tellMove(previousOrganizationId: string | null): void {
    const { organizationId } = this;
    emit(this.#options.host, 'org-change', { organizationId, previousOrganizationId });
  }

  /** A refusal says that what is known may be old: who is signed in, or where one is a member. */
  async #suspect(error: OrgError, organizationId: string | undefined): Promise<void> {
    const { tokens, onSignedOut } = this.#options;
    // Where it cannot be known, it is believed.
    if (error.code === 'unauthenticated' && !(await tokens.isSignedIn().catch(() => true))) {
      return onSignedOut();
    }
    const isGone = error.code === 'not_a_member' || error.code === 'not_found';
    if (!isGone || organizationId === undefined) return;
    if (this.#isOperating(organizationId)) {
      // What an operator did not find may be a part of the organization, or all of it.
      await this.#enter(organizationId).catch(({ code }: OrgError) => {
        if (code === 'not_found') this.#closed.add(organizationId);
      });
    }
    await this.store.invalidate(organizationsKey);
  }

  /** Answers about what the person holds: one that differs from the one before is looked into. */
  #note(key: string, data: unknown): void {
    if (!/^organizations$|,me$/.test(key)) return;
    const before = this.#answers.get(key);
    this.#answers.set(key, data as Holding);
    if (before !== data && (before || this.#watching)) {
      void this.#compare((watch) => watch.compare(data as Holding, before));
    }
  }

  async #compare(act: (watch: PermissionWatch) => void): Promise<void> {
    this.#watching ??= import('./permission-watch.js').then(
      ({ PermissionWatch }) =>
        new PermissionWatch({
          ...this.#options,
          store: this.store,
          ownChanges: this.#ownChanges,
          answers: this.#answers,
          current: () => this.organizationId,
        }),
    );
    const watch = await this.#watching.catch(() => undefined);
    if (watch) act(watch);
    // Its code did not come: the next answer tries again.
    else this.#watching = undefined;
  }
}
