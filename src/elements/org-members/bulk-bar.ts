import { html, nothing, type TemplateResult } from 'lit';
import type { GrantRolesResult, Member } from '../../contract/member.js';
import { ActionController } from '../../controllers/action-controller.js';
import { BatchController } from '../../controllers/batch-controller.js';
import { emit, type OrgMemberRolesChange } from '../../events.js';
import { OrgError } from '../../org-error.js';
import { grantRoles, removeMember } from '../../store/changes/members.js';
import { members } from '../../store/queries/members.js';
import { warningIcon } from '../parts/trigger-icons.js';
import { dismissButton } from '../parts/dismiss-button.js';
import { refusalText } from '../parts/refusal-text.js';
import { memberName } from './member-name.js';
import type { MembersParts } from './members-parts.js';

/** As many as the backend takes or gives in one call. */
const SIZE = 100;
/** Reasons shown by name; the rows have them all. */
const SHOWN = 10;

type GrantStatus = GrantRolesResult['items'][number]['status'];

/** What the backend says of one among many, as the error that it would have been alone. */
const refusals: Partial<Record<GrantStatus, () => OrgError>> = {
  not_allowed: () =>
    new OrgError('forbidden', 'Holds more than you.', { details: { reason: 'exceeds_own' } }),
  not_a_member: () => new OrgError('not_found', 'Is no member any more.'),
  failed: () => new OrgError('internal', 'The roles could not be given.'),
};

interface Failed {
  readonly failed: readonly Member[];
  readonly total: number;
}

export interface BulkWays {
  /** Lets the viewer choose the roles. */
  readonly chooseRoles: (event: MouseEvent) => void;
  /** Asks before several are removed. */
  readonly askToRemove: (members: readonly Member[]) => void;
}

/**
 * The bar for the members that are selected: gives roles to all of them or removes them, one after another, with
 * progress. Those that fail stay selected, each with its reason.
 */
export class BulkBar {
  readonly #parts: MembersParts;
  readonly #failures: Map<string, string>;
  readonly #batch: BatchController<readonly Member[] | number>;
  readonly #give: ActionController<[OrgMemberRolesChange], boolean>;
  readonly #remove: ActionController<[readonly Member[]], boolean>;
  /** Each of how many the batch does at a time, and how many there are. */
  #work = { size: 1, total: 0 };
  #failed: Failed | undefined;
  /** The choice of which all that match are selected. */
  #collected: string | undefined;
  /** Grows when it is cleared: what ends after that was about another organization. */
  #clearings = 0;

  constructor(parts: MembersParts, failures: Map<string, string>) {
    const { host } = parts;
    this.#parts = parts;
    this.#failures = failures;
    this.#batch = new BatchController(host);
    this.#give = new ActionController(
      host,
      'org-before-member-roles-change',
      async ({ store, organizationId }, change) => {
        const done = await store.together((run) =>
          this.#run(change.members, SIZE, async (some) => {
            const userIds = some.map(({ id }) => id);
            const input = { userIds, roleIds: [...change.add] };
            const { items } = await run(grantRoles(organizationId ?? '', input));
            return new Map(items.map(({ userId, status }) => [userId, refusals[status]?.()]));
          }),
        );
        if (done.length > 0) emit(host, 'org-member-roles-change', { ...change, members: done });
        return true;
      },
    );
    this.#remove = new ActionController(
      host,
      'org-before-member-remove',
      async ({ store, organizationId }, chosen) => {
        const done = await store.together((run) =>
          this.#run(chosen, 1, async (some) => {
            for (const { id } of some) await run(removeMember(organizationId ?? '', id));
          }),
        );
        if (done.length > 0) emit(host, 'org-member-remove', { members: done });
        return true;
      },
    );
  }

  get busy(): boolean {
    return this.#batch.busy || this.#give.busy || this.#remove.busy;
  }

  /** The members that are selected, on whatever page they were. */
  get chosen(): readonly Member[] {
    const { selection, known } = this.#parts;
    return [...selection.ids].flatMap((id) => known.get(id) ?? []);
  }

  async give(roleIds: readonly string[]): Promise<void> {
    await this.#give.run({ members: this.chosen, add: roleIds, remove: [] });
  }

  async remove(chosen: readonly Member[]): Promise<void> {
    await this.#remove.run(chosen);
  }

  /** Stops what is under way, and forgets what is selected. */
  clear(): void {
    this.#clearings += 1;
    this.#batch.stop();
    this.#failed = undefined;
    this.#collected = undefined;
    this.#parts.known.clear();
    this.#parts.selection.clear();
  }

  render(ways: BulkWays): TemplateResult {
    const isNeeded = this.busy || this.#parts.selection.size > 0;
    return html`${this.#failed ? this.#renderFailed(this.#failed) : nothing}${
      isNeeded
        ? html`<div class="selection-bar" part="selection">
            ${this.busy ? this.#renderProgress() : this.#renderActions(ways)}
          </div>`
        : nothing
    }`;
  }

  #renderProgress(): TemplateResult {
    const { lists } = this.#parts.locale.words;
    const { size, total } = this.#work;
    const done = Math.min(total, this.#batch.done * size);
    return html`<span class="text">${lists.progress(done, total)}</span>
      <progress max=${total} value=${done} aria-label=${lists.progress(done, total)}></progress>
      <button type="button" class="button" part="stop" @click=${this.#batch.stop}>${lists.stop}</button>`;
  }

  #renderActions({ chooseRoles, askToRemove }: BulkWays): TemplateResult {
    const { selection, locale, capabilities } = this.#parts;
    const { lists, members: own } = locale.words;
    const others = this.#others;
    const button = (part: string, text: string, act: (event: MouseEvent) => void): TemplateResult =>
      html`<button type="button" class="button" part=${part} @click=${act}>${text}</button>`;
    return html`<span class="text">${lists.selected(selection.size)}</span> ${
        others > selection.size && this.#collected !== this.#choice
          ? button('select-all', lists.selectAll(others), () => void this.#selectAll())
          : nothing
      }
      ${
        capabilities.can('change-roles')
          ? html`<button
              type="button"
              class="button"
              part="give-roles"
              aria-haspopup="dialog"
              aria-expanded="false"
              @click=${chooseRoles}
            >
              ${own.giveRoles}
            </button>`
          : nothing
      }
      ${
        capabilities.can('remove-members')
          ? button('remove-selected', own.remove, () => askToRemove(this.chosen))
          : nothing
      }
      ${button('clear-selection', lists.clearSelection, () => this.clear())}`;
  }

  #renderFailed({ failed, total }: Failed): TemplateResult {
    const { lists, dismiss } = this.#parts.locale.words;
    const shown = failed.slice(0, SHOWN);
    return html`<div class="message boxed" part="message" role="alert">
      ${warningIcon}
      <div class="text">
        ${lists.someFailed(failed.length, total)}
        <ul class="failures">
          ${shown.map((member) => html`<li><bdi>${memberName(member)}</bdi>: ${this.#failures.get(member.id)}</li>`)}
          ${failed.length > SHOWN ? html`<li>…</li>` : nothing}
        </ul>
      </div>
      ${dismissButton(dismiss, () => this.#show(undefined))}
    </div>`;
  }

  /** Those that match without the viewer, who is among them for sure when nothing is asked for. */
  get #others(): number {
    const { host, members: page, capabilities } = this.#parts;
    const isAmong =
      (!host.search && !host.roleFilter) ||
      (page.data?.items.some(({ id }) => id === capabilities.me?.userId) ?? false);
    return (page.data?.total ?? 0) - (isAmong ? 1 : 0);
  }

  get #choice(): string {
    const { search, roleFilter } = this.#parts.host;
    return JSON.stringify([search, roleFilter]);
  }

  /** Reads the pages that the viewer has not seen, too: what is selected has names and can be unselected. */
  async #selectAll(): Promise<void> {
    const { selection, host, locale, announce, capabilities } = this.#parts;
    const store = this.#parts.members.context?.store;
    const { organizationId } = capabilities.me ?? {};
    if (!store || organizationId === undefined) return;
    const total = this.#parts.members.data?.total ?? 0;
    const filter = { pageSize: SIZE, q: host.search, role: host.roleFilter || undefined };
    const pages = Array.from({ length: Math.ceil(total / SIZE) }, (_, index) => index + 1);
    const choice = this.#choice;
    this.#work = { size: SIZE, total };
    const results = await this.#batch.run(pages, async (page, signal) => {
      const { items } = await store.ask(members(organizationId, { ...filter, page: Number(page) }), signal);
      this.#select(items.filter(({ id }) => id !== capabilities.me?.userId));
    });
    const error = results?.find((result) => result.error && result.error.code !== 'aborted')?.error;
    if (error) emit(host, 'org-error', error);
    this.#collected = results?.length === pages.length && !error ? choice : undefined;
    announce.say(locale.words.lists.selected(selection.size));
  }

  #select(items: readonly Member[]): void {
    const { selection, known } = this.#parts;
    for (const member of items) known.set(member.id, member);
    selection.set(
      items.map(({ id }) => id),
      true,
    );
  }

  /** Does it for all, so many at a time; keeps those selected that failed or were not reached. */
  async #run(
    chosen: readonly Member[],
    size: number,
    each: (some: readonly Member[]) => Promise<ReadonlyMap<string, OrgError | undefined> | void>,
  ): Promise<readonly Member[]> {
    const { host, selection, locale, announce } = this.#parts;
    this.#show(undefined);
    this.#work = { size, total: chosen.length };
    const clearings = this.#clearings;
    const outcomes = new Map<string, OrgError | undefined>();
    const chunks = Array.from({ length: Math.ceil(chosen.length / size) }, (_, index) =>
      chosen.slice(index * size, (index + 1) * size),
    );
    const results = await this.#batch.run(chunks, async (some) => {
      const answers = await each(some as readonly Member[]);
      for (const { id } of some as readonly Member[]) outcomes.set(id, answers?.get(id));
    });
    for (const { item, error } of results ?? []) {
      if (error) for (const { id } of item as readonly Member[]) outcomes.set(id, error);
    }
    const isCurrent = clearings === this.#clearings;
    for (const [id, error] of outcomes) {
      if (!error) this.#failures.delete(id);
      else if (isCurrent) this.#failures.set(id, refusalText(error, locale.words));
      if (error) emit(host, 'org-error', error);
    }
    const failed = chosen.filter(({ id }) => outcomes.get(id));
    const left = chosen.filter(({ id }) => !outcomes.has(id) || outcomes.get(id));
    const done = chosen.filter((member) => !left.includes(member));
    if (!isCurrent) return done;
    selection.keep(left.map(({ id }) => id));
    if (failed.length > 0) this.#show({ failed, total: chosen.length });
    else announce.say(locale.words.lists.allDone(done.length));
    return done;
  }

  #show(failed: Failed | undefined): void {
    this.#failed = failed;
    this.#parts.host.requestUpdate();
  }
}
