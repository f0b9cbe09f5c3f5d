import { html, nothing, type TemplateResult } from 'lit';
import type { BlockReason } from '../../contract/capabilities.js';
import type { Member } from '../../contract/member.js';
import type { RoleReference } from '../../contract/organization.js';
import type { Role } from '../../contract/role.js';
import { ActionController } from '../../controllers/action-controller.js';
import { PopoverController } from '../../controllers/popover-controller.js';
import { emit, type OrgMemberRolesChange } from '../../events.js';
import type { OrgError } from '../../org-error.js';
import { replaceMemberRoles } from '../../store/changes/members.js';
import type { OrgContextValue } from '../../store/org-context.js';
import { boxedMessage, failureMessage, notice } from '../parts/message.js';
import { refusalText } from '../parts/refusal-text.js';
import { roleChecklist, type RoleChoice } from '../parts/role-checklist.js';
import { inRoleOrder, roleLabel } from '../parts/role-labels.js';
import { memberName } from './member-name.js';
import type { MembersParts } from './members-parts.js';

/** What the one popup of the table is about. */
type Subject =
  | { readonly kind: 'member'; readonly member: Member }
  | { readonly kind: 'reason'; readonly member: Member; readonly reason: BlockReason }
  | { readonly kind: 'many' };

interface ManyRoles {
  readonly title: () => string;
  readonly give: (roleIds: readonly string[]) => void;
}

/**
 * The roles of whichever member was clicked, in one popup that all rows share. Each tick is saved at once: it shows
 * before the backend has answered, and is put back with the reason when that refuses.
 */
export class RoleEditor {
  readonly #parts: MembersParts;
  readonly #failures: Map<string, string>;
  readonly #many: ManyRoles;
  readonly #popover: PopoverController<string>;
  readonly #save: ActionController<[OrgMemberRolesChange, readonly string[], string], unknown>;
  #subject: Subject | undefined;
  /** Ids of the roles that members are about to have, by organization and member: one may be in several. */
  readonly #drafts = new Map<string, readonly string[]>();
  /** Changes are made one after another, in the order of the ticks. */
  #saving: Promise<void> = Promise.resolve();
  /** What is ticked for several members. */
  #ticked: ReadonlySet<string> = new Set();

  constructor(parts: MembersParts, failures: Map<string, string>, many: ManyRoles) {
    this.#parts = parts;
    this.#failures = failures;
    this.#many = many;
    this.#popover = new PopoverController(parts.host, {
      popup: () => parts.host.renderRoot.querySelector<HTMLElement>('.popup'),
      closed: () => (this.#subject = undefined),
    });
    this.#save = new ActionController(
      parts.host,
      'org-before-member-roles-change',
      ({ store }, { members: [member] }, roleIds, organizationId) => {
        const userId = member?.id ?? '';
        const isMe = userId === parts.capabilities.me?.userId;
        return store.run(replaceMemberRoles(organizationId, userId, [...roleIds], isMe));
      },
    );
  }

  edit(member: Member, event: MouseEvent): void {
    this.#open({ kind: 'member', member }, member.id, event);
  }

  explain(member: Member, reason: BlockReason, event: MouseEvent): void {
    this.#open({ kind: 'reason', member, reason }, `${member.id} ${reason}`, event);
  }

  /** For several members at once: what is ticked here is given beside what each of them has. */
  editMany(event: MouseEvent): void {
    this.#ticked = new Set();
    this.#open({ kind: 'many' }, 'many', event);
  }

  /** What the member is about to have; `undefined` when nothing is under way. */
  draftOf({ id, roles }: Member): readonly RoleReference[] | undefined {
    const draft = this.#drafts.get(this.#keyOf(id));
    const known = [...(this.#parts.roles.data?.items ?? []), ...roles];
    return draft?.flatMap((roleId) => known.find((role) => role.id === roleId) ?? []);
  }

  render(): TemplateResult {
    return html`<div
      class="popup"
      part="popover"
      popover="auto"
      role="dialog"
      tabindex="-1"
      aria-label=${this.#label(this.#subject)}
      @toggle=${this.#popover.settle}
      @focusout=${this.#popover.closeWhenLeft}
    >
      ${this.#subject ? html`<div class="sheet">${this.#renderSubject(this.#subject)}</div>` : nothing}
    </div>`;
  }

  #open(subject: Subject, key: string, event: MouseEvent): void {
    const opened = this.#popover.toggle(key, event);
    this.#subject = this.#popover.key === undefined ? undefined : subject;
    void opened;
  }

  #renderSubject(subject: Subject): TemplateResult {
    const { words } = this.#parts.locale;
    if (subject.kind === 'many') return this.#renderMany();
    if (subject.kind === 'reason') return html`<p>${this.#explanation(subject.reason)}</p>`;
    const member = this.#current(subject.member);
    const { changeRoles: blocked } = member.blocked;
    const failure = this.#failures.get(member.id);
    return html`<p class="title"><bdi>${memberName(member)}</bdi></p>
      ${blocked ? notice(words.roles.reasons[blocked]) : nothing}
      ${failure === undefined ? nothing : boxedMessage(failure)}
      ${this.#renderList(
        (role) => this.#choice(role, member),
        new Set(this.#rolesOf(member)),
        (roleId, isTicked) => this.#tick(member, roleId, isTicked),
      )}`;
  }

  /** Says whose roles they are, which is seen above them. */
  #label(subject: Subject | undefined): string {
    const { members, roles } = this.#parts.locale.words;
    if (subject?.kind === 'reason') return this.#explanation(subject.reason);
    return subject?.kind === 'member' ? members.rolesOf(memberName(subject.member)) : roles.chooseRoles;
  }

  #explanation(reason: BlockReason): string {
    const { members, roles } = this.#parts.locale.words;
    return reason === 'last_admin' ? members.lastAdministrator : roles.reasons[reason];
  }

  #renderMany(): TemplateResult {
    const { words } = this.#parts.locale;
    return html`<p class="title">${this.#many.title()}</p>
      ${this.#renderList(
        (role) => role,
        this.#ticked,
        (roleId, isTicked) => {
          const ticked = new Set(this.#ticked);
          if (isTicked) ticked.add(roleId);
          else ticked.delete(roleId);
          this.#ticked = ticked;
          this.#parts.host.requestUpdate();
        },
      )}
      <div class="buttons">
        <button
          type="button"
          class="button primary"
          part="confirm"
          aria-disabled=${this.#ticked.size === 0}
          @click=${() => this.#giveTicked()}
        >
          ${words.members.give}
        </button>
      </div>`;
  }

  #giveTicked(): void {
    if (this.#ticked.size === 0) return;
    this.#popover.close();
    this.#many.give([...this.#ticked]);
  }

  #renderList(
    choiceOf: (role: Role) => RoleChoice,
    selected: ReadonlySet<string>,
    toggle: (roleId: string, isTicked: boolean) => void,
  ): TemplateResult | typeof nothing {
    const { roles, locale, labels } = this.#parts;
    const { words } = locale;
    return roles.render({
      pending: () => html`<p role="status">${words.loading}</p>`,
      error: ({ code }) => failureMessage(words, code, () => roles.refetch()),
      complete: ({ items }) =>
        roleChecklist({
          id: 'roles',
          roles: inRoleOrder(items, labels()).map(choiceOf),
          selected,
          words: words.roles,
          toggle,
          nameOf: (role) => roleLabel(role, labels()),
        }),
    });
  }

  #choice(role: Role, member: Member): RoleChoice {
    const { changeRoles: blocked } = member.blocked;
    if (blocked) return { ...role, grantable: false, reason: blocked };
    return this.#isLastOfAdministrator(role, member)
      ? { ...role, grantable: false, reason: 'last_admin' }
      : role;
  }

  /** The role that makes the viewer the last administrator: the backend would refuse to take it. */
  #isLastOfAdministrator(role: Role, member: Member): boolean {
    const { me } = this.#parts.capabilities;
    if (!role.isAdministrator || !me?.isLastAdministrator || me.userId !== member.id) return false;
    const held = this.#rolesOf(member);
    const items = this.#parts.roles.data?.items ?? [];
    return !items.some(({ id, isAdministrator }) => isAdministrator && id !== role.id && held.includes(id));
  }

  /** The member as the table has it now. */
  #current(member: Member): Member {
    return this.#parts.members.data?.items.find(({ id }) => id === member.id) ?? member;
  }

  #keyOf(userId: string, organizationId = this.#parts.members.context?.organizationId ?? ''): string {
    return `${organizationId} ${userId}`;
  }

  #rolesOf({ id, roles }: Member): readonly string[] {
    return this.#drafts.get(this.#keyOf(id)) ?? roles.map((role) => role.id);
  }

  #tick(member: Member, roleId: string, isTicked: boolean): void {
    const others = this.#rolesOf(member).filter((id) => id !== roleId);
    this.#drafts.set(this.#keyOf(member.id), isTicked ? [...others, roleId] : others);
    this.#failures.delete(member.id);
    this.#parts.host.requestUpdate();
    const { context } = this.#parts.members;
    this.#saving = this.#saving.then(() => this.#saveDraft(member, context));
  }

  /** `context` is that of the tick: by now another organization may be the current one. */
  async #saveDraft(shown: Member, context: OrgContextValue | undefined): Promise<void> {
    const organizationId = context?.organizationId ?? '';
    const isHere = (): boolean => organizationId === (this.#parts.members.context?.organizationId ?? '');
    const member = isHere() ? this.#current(shown) : shown;
    const key = this.#keyOf(member.id, organizationId);
    const draft = this.#drafts.get(key);
    if (!draft) return;
    // Another person has signed in: nothing is changed in the name of that one.
    if (context?.store !== this.#parts.members.context?.store) return void this.#drafts.delete(key);
    const before = member.roles.map(({ id }) => id);
    const change: OrgMemberRolesChange = {
      members: [member],
      add: draft.filter((id) => !before.includes(id)),
      remove: before.filter((id) => !draft.includes(id)),
    };
    const isChange = change.add.length + change.remove.length > 0;
    const isSaved = isChange && (await this.#save.run(change, draft, organizationId)) !== undefined;
    if (isSaved) this.#tell(member, change);
    else if (isChange && this.#save.error && isHere()) this.#fail(member, this.#save.error);
    // Ticked again in the meantime: that has its own turn, unless this one was refused.
    if (!isSaved || this.#drafts.get(key) === draft) this.#drafts.delete(key);
    this.#parts.host.requestUpdate();
  }

  /** While the popup is open it says the reason itself. */
  #fail(member: Member, error: OrgError): void {
    const { announce, locale } = this.#parts;
    const reason = refusalText(error, locale.words);
    this.#failures.set(member.id, reason);
    if (this.#popover.key !== member.id) announce.say(`${memberName(member)}: ${reason}`);
  }

  #tell(member: Member, change: OrgMemberRolesChange): void {
    const { host, announce, locale } = this.#parts;
    announce.say(locale.words.members.rolesSaved(memberName(member)));
    emit(host, 'org-member-roles-change', change);
  }
}
