import type { TokenSource } from '../../api/token-source.js';
import type { Me } from '../../contract/me.js';
import type { OrganizationList, OrganizationSummary } from '../../contract/organization.js';
import { emit, type OrgHoldings } from '../../events.js';
import type { OrgStore } from '../../store/org-store.js';
import type { Remember } from '../../store/organization-memory.js';
import { me } from '../../store/queries/me.js';
import { organizationKey } from '../../store/query-keys.js';
import type { QueryWatch } from '../../store/query-watch.js';
import { Ungranted } from './ungranted.js';

interface PermissionWatchOptions {
  /** The provider: events are emitted on it. */
  readonly host: HTMLElement & { readonly remember: Remember };
  /** Tells one application from another on the same origin. */
  readonly name: string;
  readonly store: OrgStore;
  readonly tokens: TokenSource;
  readonly current: () => string | null;
  /** The last answers, by key. */
  readonly answers: ReadonlyMap<string, Holding>;
  /** Organizations in which the person has just changed something, for which the tokens were dropped. */
  readonly ownChanges: Set<string>;
}

/** What the page was told of last. Permissions are absent while nobody has asked for them. */
interface Told {
  readonly roles: readonly string[];
  readonly permissions: readonly string[] | undefined;
}

/** Who the person is in one organization, or the list of all of theirs with their roles. */
export type Holding = Me | OrganizationList;

const nothing: Told = { roles: [], permissions: [] };

/**
 * Keeps tokens and page at what the backend says: compares its answers, renews tokens that are older than these, and
 * tells by name what was gained and lost. Import it on demand only: most visits see no change.
 */
export class PermissionWatch {
  readonly #options: PermissionWatchOptions;
  readonly #told = new Map<string, Told>();
  /** The token of each organization that an answer has complained of: many answers say the same. */
  readonly #heeded = new Map<string, string>();
  /** The difference that a new token had too: one more would not cure it. */
  readonly #incurable = new Map<string, string>();
  readonly #consentRequired = new Map<string, readonly string[]>();
  /** What was incurable in an earlier page too. */
  readonly #ungranted: Ungranted;
  readonly #turns = new Map<string, Promise<void>>();

  constructor(options: PermissionWatchOptions) {
    this.#options = options;
    const { host, name } = options;
    this.#ungranted = new Ungranted(name, host.remember !== 'none');
  }

  /** An answer said that the token is not what the person holds. */
  heed(organizationId: string, token: string): void {
    if (this.#heeded.get(organizationId) === token) return;
    this.#heeded.set(organizationId, token);
    this.#takeTurn(organizationId, true);
  }

  /** An answer about what the person holds differs from the one before it, or is the first of its kind. */
  compare(now: Holding, before: Holding | undefined): void {
    if (!('items' in now)) this.#compareOne(now, before as Me | undefined);
    else if (before) this.#compareLists(now, before as OrganizationList);
  }

  #compareOne(now: Me, before: Me | undefined): void {
    const id = now.organizationId;
    if (before && !this.#told.has(id)) this.#told.set(id, holdingsOf(before));
    this.#takeTurn(id, false);
  }

  #compareLists(now: OrganizationList, before: OrganizationList): void {
    const known = new Map(before.items.map((one) => [one.id, one]));
    for (const organization of now.items) {
      this.#compareEntry(organization, known.get(organization.id));
      known.delete(organization.id);
    }
    for (const gone of known.values()) void this.#lose(gone);
  }

  #compareEntry({ id, roles }: OrganizationSummary, before: OrganizationSummary | undefined): void {
    const { current, ownChanges } = this.#options;
    if (before && isSame(namesOf(before.roles), namesOf(roles))) return;
    this.#told.set(id, before ? this.#heldIn(before) : nothing);
    const isOwn = ownChanges.delete(id);
    // Of others it is told when the person comes there.
    if (isOwn || id === current()) this.#takeTurn(id, true);
  }

  async #lose(gone: OrganizationSummary): Promise<void> {
    const { tokens, ownChanges } = this.#options;
    const { id } = gone;
    const told = this.#heldIn(gone);
    for (const memory of [this.#told, this.#heeded, this.#incurable, this.#consentRequired])
      memory.delete(id);
    if (!ownChanges.delete(id)) await tokens.drop();
    this.#tell(id, told, nothing, []);
  }

  /** As far as it was told or asked for. */
  #heldIn({ id, roles }: OrganizationSummary): Told {
    const known = this.#options.answers.get(organizationKey(id, 'me').join()) as Me | undefined;
    return (
      this.#told.get(id) ?? (known ? holdingsOf(known) : { roles: namesOf(roles), permissions: undefined })
    );
  }

  /** One after another for each organization. `asks`: what was answered last is from before. */
  #takeTurn(id: string, asks: boolean): void {
    const turn = (this.#turns.get(id) ?? Promise.resolve())
      .then(() => this.#reconcile(id, asks))
      // No token: whoever asks for something in the organization hears why, and the next answer begins anew.
      .catch(() => undefined);
    this.#turns.set(id, turn);
  }

  /** @throws OrgError when there is no token */
  async #reconcile(id: string, asks: boolean): Promise<void> {
    const { store } = this.#options;
    const key = organizationKey(id, 'me');
    const watch = store.watch(me(id), () => undefined);
    try {
      if (watch.isFetching) await store.settled(key);
      else if (asks) await store.invalidate(key);
      const found = answerOf(watch);
      if (!found) return;
      const told = this.#told.get(id);
      const before = {
        roles: told?.roles ?? namesOf(found.roles),
        permissions: told?.permissions ?? tokenPermissions(found),
      };
      this.#told.set(id, before);
      const dropped = await this.#renew(id, found);
      const now = answerOf(watch);
      if (now) this.#tell(id, before, holdingsOf(now), await this.#consentFor(now, dropped));
    } finally {
      watch.stop();
    }
  }

  /**
   * Renews tokens that are older than what the person holds. Returns the token that was dropped, if there was reason to.
   * @throws OrgError when there is none
   */
  async #renew(id: string, found: Me): Promise<string | undefined> {
    const { drift } = found;
    const text = textOf(drift);
    // From now on the same token may complain again: it is right again.
    if (text === '') this.#heeded.delete(id);
    if (text === '' || text === this.#incurable.get(id)) return undefined;
    if (this.#ungranted.has(found)) {
      this.#incurable.set(id, text);
      this.#consentRequired.set(id, drift.gained);
      return undefined;
    }
    const { tokens, store } = this.#options;
    const held = await tokens.getToken({ organizationId: id });
    await tokens.drop(held);
    await store.invalidate(organizationKey(id));
    return held;
  }

  /** What a new token lacks too was never asked for at sign-in. @throws OrgError when there is no token */
  async #consentFor(now: Me, dropped: string | undefined): Promise<readonly string[]> {
    const { organizationId, drift } = now;
    const text = textOf(drift);
    if (text === '') {
      this.#consentRequired.delete(organizationId);
      this.#ungranted.forget(now);
    } else if (dropped !== undefined) {
      const isNew = (await this.#options.tokens.getToken({ organizationId })) !== dropped;
      this.#consentRequired.set(organizationId, isNew ? drift.gained : []);
      if (isNew) this.#ungranted.note(now);
    }
    this.#incurable.set(organizationId, text);
    return this.#consentRequired.get(organizationId) ?? [];
  }

  #tell(organizationId: string, before: Told, now: Told, consentRequired: readonly string[]): void {
    this.#told.set(organizationId, now);
    const detail = {
      organizationId,
      gained: without(now, before),
      lost: without(before, now),
      consentRequired,
    };
    const names = [detail.gained, detail.lost].flatMap(({ permissions, roles }) => [
      ...permissions,
      ...roles,
    ]);
    if (names.length > 0) emit(this.#options.host, 'org-permissions-change', detail);
  }
}

/** The last answer, unless asking for a newer one has failed. */
const answerOf = ({ data, error }: QueryWatch<Me>): Me | undefined => (error ? undefined : data);

const namesOf = (named: readonly { readonly name: string }[]): string[] => [
  ...new Set(named.map(({ name }) => name)),
];

const holdingsOf = ({ roles, permissions }: Me): Told => ({
  roles: namesOf(roles),
  permissions: namesOf(permissions),
});

/** What a page that has asked for nothing yet goes by. */
const tokenPermissions = ({ permissions, drift: { gained, lost } }: Me): string[] => [
  ...namesOf(permissions).filter((name) => !gained.includes(name)),
  ...lost,
];

const without = (some: Told, others: Told): OrgHoldings => ({
  permissions: difference(some.permissions, others.permissions),
  roles: difference(some.roles, others.roles),
});

const difference = (some: readonly string[] = [], others: readonly string[] = []): string[] =>
  some.filter((name) => !others.includes(name));

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  difference(some, others).length + difference(others, some).length === 0;

/** Empty when token and backend agree. */
const textOf = ({ gained, lost }: Me['drift']): string =>
  gained.length + lost.length > 0 ? JSON.stringify([gained, lost]) : '';
