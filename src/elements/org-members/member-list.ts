import type { TemplateResult } from 'lit';
import type { Member } from '../../contract/member.js';
import { actWith, type OnDemandController } from '../../controllers/on-demand-controller.js';
import { columnHead, dataTable } from '../parts/data-table.js';
import { inRoleOrder } from '../parts/role-labels.js';
import { wordsOf } from '../parts/words-of.js';
import type { MemberChanges } from './member-changes.js';
import { memberRow, type MemberColumn, type MemberOffers } from './member-row.js';
import type { MembersParts } from './members-parts.js';

const all: readonly string[] = ['address', 'roles'] satisfies MemberColumn[];
const isColumn = (name: string): name is MemberColumn => all.includes(name);

/** The members of a page, with what is offered for each. */
export class MemberList {
  readonly #parts: MembersParts;
  readonly #changes: OnDemandController<MemberChanges>;

  constructor(parts: MembersParts, changes: OnDemandController<MemberChanges>) {
    this.#parts = parts;
    this.#changes = changes;
  }

  /** What the person may do here, as far as it is known. */
  get offers(): MemberOffers {
    const { host, capabilities } = this.#parts;
    const may = !host.readonly && capabilities.me !== undefined;
    const roles = may && capabilities.can('change-roles');
    const remove = may && capabilities.can('remove-members');
    return { roles, remove, select: roles || remove, leave: may };
  }

  render(items: readonly Member[]): TemplateResult {
    const { host, locale, members, capabilities, selection } = this.#parts;
    const { offers } = this;
    const hasAddresses = items.some(({ email }) => email !== undefined);
    // Frameworks set nothing where they have nothing to say.
    const wanted: string | null | undefined = host.columns;
    const columns = (wanted == null ? all : wordsOf(wanted))
      .filter(isColumn)
      .filter((column) => column !== 'address' || hasAddresses);
    const others = items.filter(({ id }) => id !== capabilities.me?.userId);
    const { members: own, lists, roles } = locale.words;
    const heads: Record<MemberColumn, string> = { address: own.address, roles: roles.roles };
    return dataTable({
      label: own.members,
      heads: [own.name, ...columns.map((column) => heads[column])].map((text) => columnHead(text)),
      actions: lists.actions,
      isBusy: members.fetching,
      items,
      row: (member) => this.#renderRow(member, columns, offers),
      selection: offers.select
        ? {
            label: lists.selectPage,
            state: selection.of(others.map(({ id }) => id)),
            select: (isSelected) => this.#select(others, isSelected),
          }
        : undefined,
    });
  }

  #renderRow(member: Member, columns: readonly MemberColumn[], offers: MemberOffers): TemplateResult {
    const { locale, capabilities, selection, labels } = this.#parts;
    const { part: changes } = this.#changes;
    const { me } = capabilities;
    const isMe = member.id === me?.userId;
    const act = (event: Event, change: (loaded: MemberChanges) => void): void =>
      actWith(this.#changes, event, change);
    return memberRow({
      locale,
      member,
      roles: inRoleOrder(changes?.draftOf(member) ?? member.roles, labels()),
      labels: labels(),
      columns,
      offers,
      isMe,
      isLastAdministrator: isMe && me.isLastAdministrator,
      isSelected: selection.has(member.id),
      failure: changes?.failureOf(member),
      select: (isSelected) => this.#select([member], isSelected),
      editRoles: (event) => act(event, (loaded) => loaded.editRoles(member, event)),
      remove: (event) => act(event, (loaded) => loaded.remove(member)),
      explain: (reason, event) => act(event, (loaded) => loaded.explain(member, reason, event)),
    });
  }

  #select(chosen: readonly Member[], isSelected: boolean): void {
    const { known, selection } = this.#parts;
    for (const member of chosen) known.set(member.id, member);
    selection.set(
      chosen.map(({ id }) => id),
      isSelected,
    );
  }
}
