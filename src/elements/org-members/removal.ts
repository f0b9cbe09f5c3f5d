import { html, type TemplateResult } from 'lit';
import type { Member } from '../../contract/member.js';
import { ActionController } from '../../controllers/action-controller.js';
import { DialogController } from '../../controllers/dialog-controller.js';
import { emit } from '../../events.js';
import { leaveOrganization, removeMember } from '../../store/changes/members.js';
import { confirmDialog } from '../parts/confirm-dialog.js';
import { refusalText } from '../parts/refusal-text.js';
import { memberName } from './member-name.js';
import type { MembersParts } from './members-parts.js';

type Subject =
  | { readonly kind: 'one'; readonly member: Member }
  | { readonly kind: 'many'; readonly members: readonly Member[] }
  | { readonly kind: 'me' };

/** Asks, naming the person, before somebody is removed or the viewer leaves. */
export class Removal {
  readonly #parts: MembersParts;
  readonly #removeMany: (members: readonly Member[]) => void;
  readonly #dialog: DialogController<Subject>;
  readonly #remove: ActionController<[readonly Member[]], boolean>;
  readonly #leave: ActionController<[{ readonly organizationId: string }], boolean>;

  constructor(parts: MembersParts, removeMany: (members: readonly Member[]) => void) {
    const { host } = parts;
    this.#parts = parts;
    this.#removeMany = removeMany;
    this.#dialog = new DialogController(host, {
      dialog: () => host.renderRoot.querySelector<HTMLDialogElement>('#removal'),
      mayClose: () => !this.#isBusy,
    });
    this.#remove = new ActionController(
      host,
      'org-before-member-remove',
      async ({ store, organizationId }, members) => {
        for (const { id } of members) await store.run(removeMember(organizationId ?? '', id));
        return true;
      },
    );
    this.#leave = new ActionController(
      host,
      'org-before-organization-leave',
      async ({ store }, { organizationId }) => {
        await store.run(leaveOrganization(organizationId));
        return true;
      },
    );
  }

  ask(subject: Subject): void {
    this.#remove.reset();
    this.#leave.reset();
    this.#dialog.open(subject);
  }

  close(): void {
    this.#dialog.close();
  }

  render(): TemplateResult {
    const { subject } = this.#dialog;
    const { words, term } = this.#parts.locale;
    const { members } = words;
    const isLeaving = subject?.kind === 'me';
    const error = this.#remove.error ?? this.#leave.error;
    return confirmDialog({
      controller: this.#dialog,
      id: 'removal',
      words,
      title: this.#title(subject),
      content: html`<p>${isLeaving ? members.leaveText(term) : members.removeText(term)}</p>`,
      confirm: isLeaving ? members.leave : members.remove,
      isBusy: this.#isBusy,
      error: error && refusalText(error, words),
      isDangerous: true,
      act: () => void this.#act(),
    });
  }

  get #isBusy(): boolean {
    return this.#remove.busy || this.#leave.busy;
  }

  #title(subject: Subject | undefined): string {
    const { words, term } = this.#parts.locale;
    if (subject?.kind === 'me') return words.members.leaveTitle(term);
    if (subject?.kind === 'many') return words.members.removeManyTitle(subject.members.length);
    return subject ? words.members.removeTitle(memberName(subject.member)) : '';
  }

  async #act(): Promise<void> {
    const { subject } = this.#dialog;
    if (subject?.kind === 'one') await this.#removeOne(subject.member);
    else if (subject?.kind === 'me') await this.#goAway();
    else if (subject) {
      this.#dialog.close();
      this.#removeMany(subject.members);
    }
  }

  async #removeOne(member: Member): Promise<void> {
    const { host, announce, locale, selection } = this.#parts;
    if (!(await this.#remove.run([member]))) return;
    selection.set([member.id], false);
    this.#dialog.close();
    announce.say(locale.words.members.removed(memberName(member)));
    emit(host, 'org-member-remove', { members: [member] });
    await host.updateComplete;
    // The button that opened it is gone with its row.
    if (!host.shadowRoot?.activeElement) host.renderRoot.querySelector<HTMLElement>('.table')?.focus();
  }

  async #goAway(): Promise<void> {
    const { host, capabilities } = this.#parts;
    const organizationId = capabilities.me?.organizationId ?? '';
    if (!(await this.#leave.run({ organizationId }))) return;
    this.#dialog.close();
    emit(host, 'org-organization-leave', { organizationId });
  }
}
