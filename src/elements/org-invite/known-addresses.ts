import type { ReactiveControllerHost } from 'lit';
import { QueryController } from '../../controllers/query-controller.js';
import type { OrgStore } from '../../store/org-store.js';
import { members } from '../../store/queries/members.js';
import { sentInvitations } from '../../store/queries/sent-invitations.js';
import type { Draft, Problem } from './draft.js';

const PAGE_SIZE = 100;
/** How many addresses are searched for one by one, each time some are added. The backend judges all of them anyway. */
const SEARCHED_AT_ONCE = 10;

interface What {
  /** There is somebody to judge. */
  readonly isNeeded: () => boolean;
  /** The members' addresses are told to the person. */
  readonly seesMembers: () => boolean;
}

/**
 * Who is a member or invited already, as far as the person may see that: one call for the first hundred of each, and in
 * larger organizations a search for each of the few addresses that were added.
 */
export class KnownAddresses {
  readonly #what: What;
  readonly #members;
  readonly #pending;

  constructor(host: ReactiveControllerHost & HTMLElement, what: What) {
    this.#what = what;
    this.#members = new QueryController(
      host,
      ({ organizationId }) =>
        organizationId !== null &&
        what.isNeeded() &&
        what.seesMembers() &&
        members(organizationId, { pageSize: PAGE_SIZE }),
    );
    this.#pending = new QueryController(
      host,
      ({ organizationId }) =>
        organizationId !== null &&
        what.isNeeded() &&
        sentInvitations(organizationId, { status: 'pending', pageSize: PAGE_SIZE }),
    );
  }

  find(email: string, draft: Draft): Problem | undefined {
    if (this.#members.data?.items.some((member) => member.email?.toLowerCase() === email)) {
      return 'already_member';
    }
    if (this.#pending.data?.items.some((invitation) => invitation.email.toLowerCase() === email)) {
      return 'already_invited';
    }
    return draft.known.get(email);
  }

  async refresh(): Promise<void> {
    await Promise.all([this.#members.refetch(), this.#pending.refetch()]);
  }

  /**
   * After each update of the host: searches for what was added and the first pages don't tell. Calls back when something
   * was found; what it can't find out is the backend's to say.
   */
  follow(draft: Draft, found: () => void): void {
    const { context } = this.#pending;
    const isMembersKnown = !this.#what.seesMembers() || this.#members.data !== undefined;
    if (!context?.store || context.organizationId === null) return;
    if (draft.unsearched.length === 0 || !this.#pending.data || !isMembersKnown) return;
    const emails = draft.unsearched.splice(0).slice(0, SEARCHED_AT_ONCE);
    for (const email of emails) {
      void this.#search(context.store, context.organizationId, email).then((problem) => {
        if (!problem) return;
        draft.known.set(email, problem);
        found();
      });
    }
  }

  async #search(store: OrgStore, organizationId: string, email: string): Promise<Problem | undefined> {
    const isLong = ({ data }: { readonly data: { readonly total: number } | undefined }): boolean =>
      (data?.total ?? 0) > PAGE_SIZE;
    const searches = [
      this.#what.seesMembers() && isLong(this.#members)
        ? ([members(organizationId, { q: email }), 'already_member'] as const)
        : undefined,
      isLong(this.#pending)
        ? ([sentInvitations(organizationId, { status: 'pending', q: email }), 'already_invited'] as const)
        : undefined,
    ];
    for (const search of searches) {
      if (!search) continue;
      const [query, problem] = search;
      const page = await store.ask<{ readonly items: readonly Addressed[] }>(query).catch(() => undefined);
      if (page?.items.some((one) => one.email?.toLowerCase() === email)) return problem;
    }
    return undefined;
  }
}

interface Addressed {
  readonly email?: string | null | undefined;
}
