import { html, nothing, type TemplateResult } from 'lit';
import { stringify } from 'csv-stringify/browser/esm/sync';
import type { Member } from '../../contract/member.js';
import { BatchController } from '../../controllers/batch-controller.js';
import { emit } from '../../events.js';
import type { OrgError } from '../../org-error.js';
import { members } from '../../store/queries/members.js';
import { failureMessage } from '../parts/message.js';
import { roleLabel } from '../parts/role-labels.js';
import type { MembersParts } from './members-parts.js';

/** As many as the backend gives in one call. */
const SIZE = 100;

/**
 * Exports all that match as a CSV file, page by page. Text that a spreadsheet would take for a formula is made plain:
 * anybody may call themselves `=HYPERLINK(...)`.
 */
export class MemberExport {
  readonly #parts: MembersParts;
  readonly #batch: BatchController<number>;
  #total = 0;
  #error: OrgError | undefined;

  constructor(parts: MembersParts) {
    this.#parts = parts;
    this.#batch = new BatchController(parts.host);
  }

  get busy(): boolean {
    return this.#batch.busy;
  }

  /** Stops it, and forgets what went wrong. */
  reset(): void {
    this.#batch.stop();
    this.#error = undefined;
  }

  async run(): Promise<void> {
    const { host, locale, announce } = this.#parts;
    const store = this.#parts.members.context?.store;
    const organizationId = this.#parts.members.context?.organizationId;
    if (!store || !organizationId || this.busy) return;
    this.#error = undefined;
    this.#total = this.#parts.members.data?.total ?? 0;
    const filter = { pageSize: SIZE, q: host.search, role: host.roleFilter || undefined };
    const pages = Array.from({ length: Math.ceil(this.#total / SIZE) }, (_, index) => index + 1);
    // By id: who moves to another page meanwhile is there once.
    const found = new Map<string, Member>();
    const results = await this.#batch.run(pages, async (page, signal) => {
      try {
        const { items } = await store.ask(members(organizationId, { ...filter, page }), signal);
        for (const member of items) found.set(member.id, member);
      } catch (error) {
        // Half a file would pass for a whole one.
        this.#batch.stop();
        throw error;
      }
    });
    this.#error = results?.find(({ error }) => error && error.code !== 'aborted')?.error;
    host.requestUpdate();
    if (this.#error) emit(host, 'org-error', this.#error);
    else if (results?.length === pages.length && results.every(({ error }) => !error)) {
      this.#save([...found.values()]);
      announce.say(locale.words.members.exported(found.size.toLocaleString(locale.language)));
    }
  }

  render(): TemplateResult | typeof nothing {
    const { words, language } = this.#parts.locale;
    if (this.#error) {
      return failureMessage(words, this.#error.code, () => this.run());
    }
    if (!this.busy) return nothing;
    const done = Math.min(this.#total, this.#batch.done * SIZE);
    const shown = words.members.exporting(
      done.toLocaleString(language),
      this.#total.toLocaleString(language),
    );
    return html`<div class="progress" part="progress">
      <span>${shown}</span>
      <progress max=${this.#total} value=${done} aria-label=${shown}></progress>
      <button type="button" class="button" part="stop" @click=${this.#batch.stop}>${words.cancel}</button>
    </div>`;
  }

  #save(found: readonly Member[]): void {
    const { locale, labels } = this.#parts;
    const { members: own, roles } = locale.words;
    const hasAddresses = found.some(({ email }) => email !== undefined);
    const rows = found.map((member) => [
      member.name ?? '',
      member.username ?? '',
      ...(hasAddresses ? [member.email ?? ''] : []),
      member.roles.map((role) => roleLabel(role, labels())).join(', '),
      member.id,
    ]);
    const head = [own.name, own.username, ...(hasAddresses ? [own.address] : []), roles.roles, own.id];
    // The mark at the beginning tells Excel that it is UTF-8.
    const csv = stringify([head, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
    const day = new Date().toISOString().slice(0, 10);
    download(new Blob([csv], { type: 'text/csv;charset=utf-8' }), `${own.fileName}-${day}.csv`);
  }
}

function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Not before the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
