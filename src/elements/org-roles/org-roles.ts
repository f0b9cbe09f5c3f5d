import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Role } from '../../contract/role.js';
import { AnnounceController } from '../../controllers/announce-controller.js';
import { CapabilitiesController } from '../../controllers/capabilities-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { ProviderController } from '../../controllers/provider-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { lists } from '../../locales/en/lists.js';
import { permissions } from '../../locales/en/permissions.js';
import { roles as roleWords } from '../../locales/en/roles.js';
import { roles } from '../../store/queries/roles.js';
import { buttons } from '../../styles/buttons.styles.js';
import { chips } from '../../styles/chips.styles.js';
import { controls } from '../../styles/controls.styles.js';
import { dataList } from '../../styles/data-list.styles.js';
import { fields } from '../../styles/fields.styles.js';
import { messages } from '../../styles/message.styles.js';
import { failureMessage } from '../parts/message.js';
import { permissionsNotice } from '../parts/permissions-notice.js';
import { permissionGroups, type PermissionGroup } from '../parts/permission-groups.js';
import { searchField } from '../parts/search-field.js';
import type { MatrixView } from './matrix-view.js';
import { styles } from './org-roles.styles.js';
import { countPermissions, holdersOf, searchPermissions } from './holders.js';
import { permissionMatrix } from './permission-matrix.js';
import { roleList } from './role-list.js';

/**
 * The roles that people can hold in the current organization: what each may do, which of it the person holds, and
 * which role they could give, or why not. A table of permissions and roles; where the element is narrow, a list of
 * roles that open.
 *
 * Nothing can be changed in it: roles and permissions belong to the tenant, and are the same for all organizations. It
 * shows that too.
 *
 * @fires {CustomEvent<OrgError>} org-error - The roles could not be loaded; the element shows it already.
 *
 * @slot empty - Replaces the text where there are no roles.
 *
 * @csspart search - The search field.
 * @csspart note - The line that says why nothing can be changed here.
 * @csspart matrix - What scrolls around the table. Its `max-block-size` is how high it may become.
 * @csspart role - The name of a role in the table, or a role in the list.
 * @csspart permission - The name of a permission.
 * @csspart your-role - The mark on a role that the person holds.
 * @csspart role-list - The list in place of the table.
 * @csspart empty - The text in place of roles.
 * @csspart skeleton - What takes the table's place while the roles are loading.
 * @csspart message - A message about something that failed.
 * @csspart retry - The button that tries again.
 * @csspart notice - The message that the person's permissions have changed.
 * @csspart dismiss - The button that takes it away.
 *
 * @cssproperty [--org-color-text=CanvasText] - Text in the table.
 * @cssproperty [--org-color-muted] - Descriptions, and what a role does not give.
 * @cssproperty [--org-color-surface=Canvas] - Background of the table.
 * @cssproperty [--org-color-border] - Lines.
 * @cssproperty [--org-color-hover] - Background under the pointer.
 * @cssproperty [--org-color-accent] - What is held.
 * @cssproperty [--org-color-danger] - The icon of a message about a failure.
 * @cssproperty [--org-color-focus] - The ring around what has the keyboard's focus.
 * @cssproperty [--org-radius=0.5rem] - Rounding of the corners.
 * @cssproperty [--org-space=0.5rem] - The unit of all distances.
 */
export class OrgRoles extends LitElement {
  static override styles = [controls, buttons, chips, fields, messages, dataList, styles];

  /** What is searched among the permissions; as an attribute, so that a page can keep it. */
  @property({ reflect: true }) search = '';

  readonly #provider = new ProviderController(this);
  readonly #locale = new LocaleController(this, { lists, permissions, roles: roleWords });
  readonly #capabilities = new CapabilitiesController(this);
  readonly #announce = new AnnounceController(this);
  readonly #roles = new QueryController(
    this,
    ({ organizationId }) => organizationId && roles(organizationId),
  );

  /** Asks for the roles, and for what the person holds, again. */
  async refresh(): Promise<void> {
    // In this order: what the person holds is read live, and which roles they could give may be told from what was
    // read of that last.
    await this.#capabilities.query.refetch();
    await this.#roles.refetch();
  }

  /** Empties the search. */
  reset(): void {
    this.search = '';
  }

  protected override render(): TemplateResult | typeof nothing {
    const skeleton = (): TemplateResult => this.#renderSkeleton();
    return this.#provider.render({
      pending: skeleton,
      failed: (code, retry) => failureMessage(this.#locale.words, code, retry),
      ready: () =>
        this.#roles.render({
          pending: skeleton,
          error: () => this.#renderFailure(),
          // What the person holds is a column: it does not come in later.
          complete: ({ items }) => (this.#capabilities.query.pending ? skeleton() : this.#renderRoles(items)),
        }),
    });
  }

  #renderRoles(items: readonly Role[]): TemplateResult {
    return html`${permissionsNotice(this.#locale.words, this.#capabilities)} ${this.#renderFailure()}
    ${items.length > 0 ? this.#renderMatrix(items) : this.#renderEmpty()} ${this.#announce.render()}`;
  }

  /** Nothing is what the attribute leaves when it is taken away, and what frameworks set. */
  get #text(): string {
    const text: string | null | undefined = this.search;
    return text ?? '';
  }

  #renderMatrix(items: readonly Role[]): TemplateResult {
    const { words, term } = this.#locale;
    const all = this.#groups(items);
    const groups = searchPermissions(all, this.#text);
    const isSearching = this.#text.trim() !== '';
    const holders = holdersOf(items, this.#capabilities.me, words.permissions.you);
    const view: MatrixView = { locale: this.#locale, holders, groups, all, isSearching };
    return html`<div class="toolbar">
        ${searchField({ label: words.permissions.search, value: this.#text, search: this.#search })}
        <p class="note hint" part="note">${words.permissions.readOnly(term)}</p>
      </div>
      ${
        isSearching && groups.length === 0
          ? html`<p class="empty" part="empty">${words.lists.noMatch(this.#text)}</p>`
          : html`${permissionMatrix(view)}${roleList(view)}`
      }`;
  }

  #renderEmpty(): TemplateResult {
    const { permissions } = this.#locale.words;
    return html`<slot name="empty"><p class="empty" part="empty">${permissions.empty}</p></slot>`;
  }

  /** Also beside what was there before. */
  #renderFailure(): TemplateResult | typeof nothing {
    const error = this.#roles.error ?? this.#capabilities.query.error;
    return error ? failureMessage(this.#locale.words, error.code, () => this.refresh()) : nothing;
  }

  #renderSkeleton(): TemplateResult {
    return html`<div class="skeleton" part="skeleton" role="status" aria-label=${this.#locale.words.loading}>
      ${Array.from({ length: 6 }, () => html`<span class="bar"></span>`)}
    </div>`;
  }

  #groups(items: readonly Role[]): readonly PermissionGroup[] {
    return permissionGroups(
      items.flatMap(({ permissions }) => permissions),
      this.#locale.language,
    );
  }

  readonly #search = (text: string): void => {
    this.search = text;
    const all = this.#groups(this.#roles.data?.items ?? []);
    const count = countPermissions(searchPermissions(all, text));
    const { lists, permissions } = this.#locale.words;
    this.#announce.say(count > 0 ? permissions.found(count) : lists.noMatch(text));
  };
}
