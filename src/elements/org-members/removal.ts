import { html, type TemplateResult } from 'lit';
import type { Member } from '../../contract/member.js';
import { ActionController } from '../../controllers/action-controller.js';
import { DialogController } from '../../controllers/dialog-controller.js';
import { emit } from '../../events.js';
import { removeMember } from '../../store/changes/members.js';
import { confirmDialog } from '../parts/confirm-dialog.js';
import { refusalText } from '../parts/refusal-text.js';
import { memberName } from './member-name.js';
import type { MembersParts } from './members-parts.js';

type Subject =
  | { readonly kind: 'one'; readonly member: Member }
  | { readonly kind: 'many'; readonly members: readonly Member[] };

/** Asks, naming the person, before somebody is removed. */
export class Removal {
  readonly #parts: MembersParts;
  readonly #removeMany: (members: readonly Member[]) => void;
  readonly #dialog: DialogController<Subject>;
  readonly #remove: ActionController<[readonly Member[]], boolean>;

  constructor(parts: MembersParts, removeMany: (members: readonly Member[]) => void) {
    const { host } = parts;
    this.#parts = parts;
    this.#removeMany = removeMany;
    this.#dialog = new DialogController(host, {
      dialog: () => host.renderRoot.querySelector<HTMLDialogElement>('#removal'),
      mayClose: () => !this.#remove.busy,
    });
    this.#remove = new ActionController(
      host,
      'org-before-member-remove',
      async ({ store, organizationId }, members) => {
        for (const { id } of members) await store.run(removeMember(organizationId ?? '', id));
        return true;
      },
    );
  }

  ask(subject: Subject): void {
    this.#remove.reset();
    this.#dialog.open(subject);
  }

  close(): void {
    this.#dialog.close();
  }

  render(): TemplateResult {
    const { words, term } = this.#parts.locale;
    const { members } = words;
    const { error } = this.#remove;
    return confirmDialog({
      controller: this.#dialog,
      id: 'removal',
      words,
      title: this.#title(this.#dialog.subject),
      content: html`<p>${members.removeText(term)}</p>`,
      confirm: members.remove,
      isBusy: this.#remove.busy,
      error: error && refusalText(error, words),
      isDangerous: true,
      act: () => void this.#act(),
    });
  }

  #title(subject: Subject | undefined): string {
    const { words } = this.#parts.locale;
    if (subject?.kind === 'many') return words.members.removeManyTitle(subject.members.length);
    return subject ? words.members.removeTitle(memberName(subject.member)) : '';
  }

  async #act(): Promise<void> {
    const { subject } = this.#dialog;
    if (subject?.kind === 'one') await this.#removeOne(subject.member);
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
}
