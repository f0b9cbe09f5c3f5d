import { html, nothing, type TemplateResult } from 'lit';
import type { DirectoryEntry } from '../../contract/admin.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { chip } from '../parts/chip.js';
import { columnHead, dataTable } from '../parts/data-table.js';

interface DirectoryTable {
  readonly locale: LocaleController<'directory' | 'lists'>;
  readonly isBusy: boolean;
  readonly entries: readonly DirectoryEntry[];
  readonly pictureOf: (entry: DirectoryEntry) => TemplateResult;
  readonly isCurrent: (entry: DirectoryEntry) => boolean;
  readonly isOwn: (entry: DirectoryEntry) => boolean;
  /** Makes the way into it a link. */
  readonly addressOf: (entry: DirectoryEntry) => string | undefined;
  readonly open: (event: MouseEvent, entry: DirectoryEntry) => void;
}

/** The organizations of a page, each with the way into it. */
export function directoryTable(table: DirectoryTable): TemplateResult {
  const { words, term } = table.locale;
  const { name, members, created } = words.directory;
  return dataTable({
    label: term.many,
    heads: [columnHead(name), columnHead(members, 'number'), columnHead(created, 'day')],
    actions: words.lists.actions,
    isBusy: table.isBusy,
    items: table.entries,
    row: (entry) => row(table, entry),
  });
}

function row(table: DirectoryTable, entry: DirectoryEntry): TemplateResult {
  const { words, language } = table.locale;
  const { members, created } = words.directory;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(entry.createdAt);
  return html`<tr role="row" part="row" ?data-selected=${table.isCurrent(entry)}>
    <td role="cell" class="main">
      <div class="person">
        ${table.pictureOf(entry)}
        <div class="words">
          <bdi class="name" part="name">${entry.name}</bdi>${marks(table, entry)}
          ${entry.description ? html`<span class="hint" dir="auto">${entry.description}</span>` : nothing}
          <slot name="row-${entry.id}"></slot>
        </div>
      </div>
    </td>
    <td role="cell" class="number" part="members" data-label="${members}: ">
      ${entry.memberCount.toLocaleString(language)}
    </td>
    <td role="cell" class="day" part="created" data-label="${created}: ">${day}</td>
    <td role="cell" class="actions">
      <span class="buttons"><slot name="actions-${entry.id}"></slot>${way(table, entry)}</span>
    </td>
  </tr>`;
}

function marks(table: DirectoryTable, entry: DirectoryEntry): TemplateResult {
  const { current, yours, mfa } = table.locale.words.directory;
  return html`${table.isCurrent(entry) ? html` ${chip(current, 'accent', 'current')}` : nothing}${
    table.isOwn(entry) ? html` ${chip(yours, 'muted', 'yours')}` : nothing
  }${entry.isMfaRequired ? html` ${chip(mfa, 'plain', 'mfa')}` : nothing}`;
}

function way({ locale, addressOf, open }: DirectoryTable, entry: DirectoryEntry): TemplateResult {
  const { words } = locale;
  const label = words.directory.openNamed(entry.name);
  const address = addressOf(entry);
  const act = (event: MouseEvent): void => open(event, entry);
  return address
    ? html`<a class="button" part="open" href=${address} aria-label=${label} @click=${act}
        >${words.directory.open}</a
      >`
    : html`<button type="button" class="button" part="open" aria-label=${label} @click=${act}>
        ${words.directory.open}
      </button>`;
}
