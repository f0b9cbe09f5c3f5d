import { html, nothing, type TemplateResult } from 'lit';
import { notice } from '../parts/message.js';
import { InvitationChanges } from './invitation-changes.js';
import type { InvitationsParts } from './invitations-parts.js';
import { everyChange, type Change, type Invitations } from './possible-changes.js';

const told = { resend: 'resent', renew: 'renewed', revoke: 'revoked', remove: 'removed' } as const;

/** What is shown and said of changes: the bar for what is selected, how to undo, and a link that was not copied. */
export class ChangesView {
  readonly changes: InvitationChanges;
  readonly #parts: InvitationsParts;

  constructor(parts: InvitationsParts) {
    this.#parts = parts;
    this.changes = new InvitationChanges(parts.host, {
      done: (change, worked, failed) => this.#tell(change, worked, failed),
      organizationId: () => parts.invitations.context?.organizationId,
    });
  }

  async run(change: Change, those: Invitations): Promise<void> {
    const { host, selection } = this.#parts;
    await this.changes.run(change, those);
    if (!this.changes.waiting) return;
    // The button that was pressed has gone with its row's actions.
    selection.set(
      those.map(({ id }) => id),
      false,
    );
    await host.updateComplete;
    host.renderRoot.querySelector<HTMLElement>('[part="undo"]')?.focus();
  }

  async copy(link: string): Promise<void> {
    const { announce, locale } = this.#parts;
    if (await this.changes.copyLink(link)) announce.say(locale.words.copying.copied);
  }

  render(): TemplateResult {
    return html`${this.#renderUndo()}${this.changes.renderRefusedLink(this.#parts.locale)}${
      this.changes.batch.busy ? this.#renderProgress() : this.#renderSelection()
    }`;
  }

  #renderUndo(): TemplateResult | typeof nothing {
    const { waiting } = this.changes;
    if (!waiting) return nothing;
    const { words } = this.#parts.locale;
    return html`<div class="undo">
      ${notice(
        words.invitations[told[waiting.change]](waiting.invitations.length),
        html`<button type="button" class="button" part="undo" @click=${this.#undo}>${words.undo}</button>`,
      )}
    </div>`;
  }

  #renderProgress(): TemplateResult {
    const { lists } = this.#parts.locale.words;
    const { done, total, stop } = this.changes.batch;
    return html`<div class="selection-bar" part="selection">
      <span class="text">${lists.progress(done, total)}</span>
      <progress max=${total} value=${done} aria-label=${lists.progress(done, total)}></progress>
      <button type="button" class="button" part="stop" @click=${stop}>${lists.stop}</button>
    </div>`;
  }

  #renderSelection(): TemplateResult | typeof nothing {
    const { locale, selection, known, changesOf } = this.#parts;
    if (selection.size === 0) return nothing;
    const { lists, invitations: own } = locale.words;
    const chosen = [...selection.ids].flatMap((id) => known.get(id) ?? []);
    return html`<div class="selection-bar" part="selection">
      <span class="text">${lists.selected(selection.size)}</span>
      ${everyChange.map((change) => {
        const those = chosen.filter((one) => changesOf(one).includes(change));
        if (those.length === 0) return nothing;
        const count = those.length.toLocaleString(locale.language);
        return html`<button
          type="button"
          class="button ${change === 'revoke' ? 'danger' : ''}"
          part=${change}
          @click=${() => void this.run(change, those)}
        >
          ${`${own[change]} (${count})`}
        </button>`;
      })}
      <button type="button" class="button" part="clear-selection" @click=${selection.clear}>
        ${lists.clearSelection}
      </button>
    </div>`;
  }

  #tell(change: Change, worked: Invitations, failed: Invitations): void {
    const { host, locale, selection, announce } = this.#parts;
    const { lists, invitations: own } = locale.words;
    if (failed.length > 0) selection.keep(failed.map(({ id }) => id));
    else if (change === 'resend' || change === 'renew') selection.clear();
    const all = worked.length + failed.length;
    const texts = [
      worked.length > 0 ? own[told[change]](worked.length) : '',
      // What a single one failed of is said in its row.
      failed.length > 0 && all > 1 ? lists.someFailed(failed.length, all) : '',
    ];
    announce.say(texts.filter(Boolean).join('. '));
    host.requestUpdate();
    this.#keepFocus();
  }

  readonly #undo = (): void => {
    this.changes.undo();
    this.#keepFocus();
  };

  /** What had the focus may be gone: then it is the table's. */
  #keepFocus(): void {
    const { host } = this.#parts;
    const root = host.renderRoot as ShadowRoot;
    if (!root.activeElement) return;
    void host.updateComplete.then(() => {
      if (!root.activeElement) root.querySelector<HTMLElement>('.table')?.focus();
    });
  }
}
