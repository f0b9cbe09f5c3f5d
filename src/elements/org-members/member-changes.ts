import { adoptStyles, html, type TemplateResult } from 'lit';
import type { BlockReason } from '../../contract/capabilities.js';
import type { Member } from '../../contract/member.js';
import type { RoleReference } from '../../contract/organization.js';
import { dialogs } from '../../styles/dialog.styles.js';
import { popup } from '../../styles/popup.styles.js';
import { LeaveDialog } from '../parts/leave-dialog.js';
import { BulkBar } from './bulk-bar.js';
import { changeStyles } from './member-changes.styles.js';
import type { MembersParts } from './members-parts.js';
import type { OrgMembers } from './org-members.js';
import { Removal } from './removal.js';
import { RoleEditor } from './role-editor.js';

/** Everything that changes something, loaded when somebody who may is about to. */
export class MemberChanges {
  readonly #parts: MembersParts;
  readonly #editor: RoleEditor;
  readonly #removal: Removal;
  readonly #leaving: LeaveDialog;
  readonly #bulk: BulkBar;
  /** Why the last change of a member was refused. */
  readonly #failures = new Map<string, string>();

  constructor(parts: MembersParts) {
    this.#parts = parts;
    this.#bulk = new BulkBar(parts, this.#failures);
    this.#removal = new Removal(parts, (members) => void this.#bulk.remove(members));
    this.#leaving = new LeaveDialog(parts.host, parts.announce);
    this.#editor = new RoleEditor(parts, this.#failures, {
      title: () => parts.locale.words.lists.selected(parts.selection.size),
      give: (roleIds) => void this.#bulk.give(roleIds),
    });
    const { elementStyles } = parts.host.constructor as typeof OrgMembers;
    adoptStyles(parts.host.renderRoot as ShadowRoot, [...elementStyles, popup, dialogs, changeStyles]);
  }

  /** What the member is about to have; `undefined` when nothing is under way. */
  draftOf(member: Member): readonly RoleReference[] | undefined {
    return this.#editor.draftOf(member);
  }

  failureOf({ id }: Member): string | undefined {
    return this.#failures.get(id);
  }

  editRoles(member: Member, event: MouseEvent): void {
    this.#editor.edit(member, event);
  }

  explain(member: Member, reason: BlockReason, event: MouseEvent): void {
    this.#editor.explain(member, reason, event);
  }

  remove(member: Member): void {
    const isMe = member.id === this.#parts.capabilities.me?.userId;
    if (isMe) this.#leaving.ask();
    else this.#removal.ask({ kind: 'one', member });
  }

  reset(): void {
    this.#failures.clear();
    this.#bulk.clear();
    this.#removal.close();
    this.#leaving.close();
  }

  /** The bar for what is selected, and what went wrong with it. */
  renderBar(): TemplateResult {
    return this.#bulk.render({
      chooseRoles: (event) => this.#editor.editMany(event),
      askToRemove: (members) => this.#removal.ask({ kind: 'many', members }),
    });
  }

  render(): TemplateResult {
    return html`${this.#editor.render()}${this.#removal.render()}${this.#leaving.render()}`;
  }
}
