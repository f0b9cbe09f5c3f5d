import { html, nothing, type TemplateResult } from 'lit';
import type { DirectoryEntry, DirectoryPage } from '../../contract/admin.js';
import type { OrganizationList } from '../../contract/organization.js';
import { AnnounceController } from '../../controllers/announce-controller.js';
import { ColorSchemeController } from '../../controllers/color-scheme-controller.js';
import { FocusController } from '../../controllers/focus-controller.js';
import { ListController } from '../../controllers/list-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { addStyles } from '../../controllers/on-demand-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { emit } from '../../events.js';
import { choosing } from '../../locales/en/choosing.js';
import { directory as directoryWords } from '../../locales/en/directory.js';
import { lists } from '../../locales/en/lists.js';
import type { OrgError } from '../../org-error.js';
import { directory } from '../../store/queries/directory.js';
import { organizations } from '../../store/queries/organizations.js';
import { chips } from '../../styles/chips.styles.js';
import { fields } from '../../styles/fields.styles.js';
import { fillAddress } from '../parts/address-template.js';
import { dismissButton } from '../parts/dismiss-button.js';
import { emptyList } from '../parts/empty-list.js';
import { groupIcon } from '../parts/icon.js';
import { makeCurrent } from '../parts/make-current.js';
import { boxedMessage, failureMessage } from '../parts/message.js';
import { organizationPicture } from '../parts/organization-picture.js';
import { pager, rangeText } from '../parts/pager.js';
import { searchField } from '../parts/search-field.js';
import { switchRefusal } from '../parts/switch-refusal.js';
import { tableSkeleton } from '../parts/table-skeleton.js';
import { directoryTable } from './directory-table.js';
import type { OrgDirectory } from './org-directory.js';
import { styles } from './org-directory.styles.js';

/** All that the element shows once somebody is signed in: loaded when it is needed, which is on an operator's page. */
export class DirectoryBody {
  readonly #host: OrgDirectory;
  readonly #locale: LocaleController<'choosing' | 'directory' | 'lists'>;
  readonly #announce: AnnounceController;
  readonly #scheme: ColorSchemeController;
  readonly #page: QueryController<DirectoryPage>;
  readonly #own: QueryController<OrganizationList>;
  readonly #list: ListController;
  /** The name of what was opened last: a refused one need not be on this page. */
  #openedName = '';

  constructor(host: OrgDirectory) {
    this.#host = host;
    addStyles(host, [fields, chips, styles]);
    this.#locale = new LocaleController(host, { choosing, directory: directoryWords, lists });
    this.#announce = new AnnounceController(host);
    this.#scheme = new ColorSchemeController(host);
    this.#list = new ListController(host);
    this.#own = new QueryController(host, () => organizations());
    this.#page = new QueryController(host, () =>
      directory({ page: this.#list.page, pageSize: this.#list.pageSize, q: host.search }),
    );
    new FocusController(host, '[role="table"]', '[type="search"]');
  }

  /** After each update: tells the page what is shown now. */
  settle(): void {
    const { data, fetching } = this.#page;
    if (data && !fetching) this.#tell(data);
  }

  /** All again, from the first page. */
  reset(): void {
    this.#list.reset();
  }

  async refresh(): Promise<void> {
    await this.#page.refetch();
  }

  render(): TemplateResult | typeof nothing {
    const { words } = this.#locale;
    return this.#page.render({
      pending: () => tableSkeleton(words.loading, this.#list.pageSize),
      error: (error) => this.#renderFailure(error),
      complete: (page) =>
        html`${this.#renderRefusal()}${
          this.#page.error ? this.#renderFailure(this.#page.error) : nothing
        }${this.#renderToolbar()}${
          page.total > 0 ? this.#renderTable(page) : this.#renderEmpty()
        }${this.#announce.render()}`,
    });
  }

  #renderToolbar(): TemplateResult {
    const { words, term } = this.#locale;
    return html`<div class="toolbar">
      ${searchField({
        label: words.directory.search(term),
        value: this.#list.text,
        search: this.#list.type,
      })}
    </div>`;
  }

  #renderTable({ items, total }: DirectoryPage): TemplateResult {
    const host = this.#host;
    const currentId = this.#page.context?.organizationId;
    const own = new Set(this.#own.data?.items.map(({ id }) => id));
    return html`${directoryTable({
      locale: this.#locale,
      isBusy: this.#page.fetching,
      entries: items,
      pictureOf: (entry) => organizationPicture(entry, this.#scheme.dark),
      isCurrent: ({ id }) => id === currentId,
      isOwn: ({ id }) => own.has(id),
      addressOf: ({ id }) => fillAddress(host.openUrl, id),
      open: (event, entry) => this.#open(event, entry),
    })}${pager(this.#locale, this.#list, total)}`;
  }

  #renderEmpty(): TemplateResult {
    const { words, term } = this.#locale;
    const { search } = this.#host;
    const sentence = search ? words.lists.noMatch(search) : words.directory.empty(term);
    return emptyList({
      icon: groupIcon,
      text: html`<slot name="empty"><p>${sentence}</p></slot>`,
      clearLabel: words.lists.clearSearch,
      clear: search ? () => this.#host.reset() : undefined,
    });
  }

  #renderFailure({ code }: OrgError): TemplateResult {
    const { words, term } = this.#locale;
    // A backend that knows no operators says that there is no such page.
    if (code === 'forbidden' || code === 'not_found') {
      return html`<div class="empty" part="empty">
        ${groupIcon}<slot name="not-operator"><p>${words.directory.notOperator(term)}</p></slot>
      </div>`;
    }
    return failureMessage(words, code, () => this.refresh());
  }

  #renderRefusal(): TemplateResult | typeof nothing {
    const { words, term } = this.#locale;
    const { context } = this.#page;
    if (!context?.refusal) return nothing;
    const text = switchRefusal(words.choosing, context.refusal.error.code, this.#openedName || term.one);
    return boxedMessage(
      text,
      dismissButton(words.dismiss, () => context.dismissRefusal()),
    );
  }

  #open(event: MouseEvent, { id: organizationId, name }: DirectoryEntry): void {
    // Ctrl, Cmd or Shift and a click on a link: a new tab or window, and nothing changes here.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    this.#openedName = name;
    const isFine = makeCurrent(this.#host, this.#page.context, organizationId);
    if (!isFine) return event.preventDefault();
    this.#announce.say(this.#locale.words.directory.opened(name));
    if (!fillAddress(this.#host.openUrl, organizationId))
      emit(this.#host, 'org-manage-request', { organizationId });
  }

  /** Tells the page what is shown, and screen readers what a search or a turn of the page has led to. */
  #tell(page: DirectoryPage): void {
    const news = this.#list.news(page);
    if (!news) return;
    const { search } = this.#host;
    const { items, total } = page;
    if (news === 'choice') {
      this.#announce.say(
        total > 0 ? rangeText(this.#locale, page) : this.#locale.words.lists.noMatch(search),
      );
    }
    emit(this.#host, 'org-directory-show', {
      organizations: items,
      total,
      search,
      page: page.page,
      pageSize: page.pageSize,
    });
  }
}
